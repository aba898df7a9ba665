// A backup that is not as it was written is refused, wherever it was changed; nothing of the book can be read from the file.

import { copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOfFile, openBackup, readHeader } from '../../electron/backups/backup-file';
import { bookKeyIn } from '../../electron/backups/backup-key';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { below, randomFrom } from '../torture/random';

let app: TestApp;
let file: string;
let key: Buffer;
beforeAll(async () => {
  app = await anApp();
  await aClient(app, { name: '欧阳娜娜', phone: '13801385331' });
  await app.call('backups.make', null);
  const folder = path.join(app.folder, 'book', 'backups');
  file = path.join(folder, readdirSync(folder)[0] ?? '');
  key = keyOfFile(app.house.vault.subKeys().audit, readHeader(file));
});
afterAll(() => app.close());

function copied(): string {
  const copy = path.join(app.folder, 'copy.shukebackup');
  copyFileSync(file, copy);
  return copy;
}

const refusals = new Set(['backup.damaged', 'backup.not-a-backup', 'backup.newer']);

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}

test('refuses every one of 50 files with one bit turned over', () => {
  const bytes = readFileSync(file);
  const random = randomFrom(20_261_122);
  const accepted: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    // Half of them in the header, which is a small part of the file.
    const at = below(random, round % 2 === 0 ? 6000 : bytes.length);
    const flipped = Buffer.from(bytes);
    flipped[at]! ^= 1 << below(random, 8);
    const copy = copied();
    writeFileSync(copy, flipped);
    const code = codeOf(() => {
      const header = openBackup(copy, keyOfFile(app.house.vault.subKeys().audit, readHeader(copy)), null);
      bookKeyIn(header, key);
    });
    if (!refusals.has(code)) accepted.push(at);
  }
  expect(accepted).toEqual([]);
});

test('refuses a file cut short anywhere, and one that goes on', () => {
  const { length } = readFileSync(file);
  for (const size of [0, 1, 8, 12, 500, 5000, length - 17, length - 16, length - 1]) {
    const copy = copied();
    truncateSync(copy, size);
    expect(refusals, `${size} bytes`).toContain(codeOf(() => readHeader(copy)));
  }
  const longer = copied();
  writeFileSync(longer, Buffer.alloc(16), { flag: 'a' });
  expect(codeOf(() => readHeader(longer))).toBe('backup.damaged');
});

test('refuses a chunk that stands in another place', () => {
  const bytes = readFileSync(file);
  const swapped = copied();
  const start = bytes.length - (1 << 18);
  writeFileSync(swapped, Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + 4096), bytes.subarray(start, start + 4096)]));
  expect(codeOf(() => openBackup(swapped, key, null))).toBe('backup.damaged');
});

test('neither the book’s key nor another file’s opens it', async () => {
  const { key: bookKey } = app.house.vault.readerAccess();
  expect(codeOf(() => openBackup(file, bookKey, null))).toBe('backup.damaged');
  expect(
    codeOf(() =>
      openBackup(
        file,
        keyOfFile(app.house.vault.subKeys().audit, { ...readHeader(file), fileSalt: Buffer.alloc(32).toString('base64') }),
        null,
      ),
    ),
  ).toBe('backup.damaged');
});

test('shows nothing of the book to who has no key', () => {
  const bytes = readFileSync(file);
  for (const word of ['欧阳娜娜', '13801385331', '5331', 'SQLite format 3']) {
    expect(bytes.includes(Buffer.from(word, 'utf8')) ? word : null).toBeNull();
    expect(bytes.includes(Buffer.from(word, 'utf16le')) ? word : null).toBeNull();
  }
  expect(bytes.includes(app.house.vault.readerAccess().key)).toBe(false);
});
