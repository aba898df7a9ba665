// No client's word and no secret can be read on the disk: not in the book, its log, its keys or the temporary folder, open, killed or closed.

import { mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database as SqlCipher } from '@signalapp/sqlcipher';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { filesUnder, sightings } from '../support/bytes';
import { startChild } from '../support/child';
import { PASSWORD } from './stand-ins';
import { aBook, countNotes } from './support';

const MARKERS = ['林若溪的电话', 'zz-marker-13800138000'];

test('the search finds what is there to be found', async () => {
  const { files } = await aBook();
  const folder = join(files.folder, 'control');
  mkdirSync(folder);
  const plain = new Sqlite(join(folder, 'plain.db'));
  plain.exec(`CREATE TABLE t (a); INSERT INTO t VALUES ('${MARKERS[0]}')`);
  plain.close();
  writeFileSync(join(folder, 'utf16.txt'), `x${MARKERS[1]}`, 'utf16le');
  writeFileSync(join(folder, 'hex.txt'), Buffer.from(`${MARKERS[1]}`).toString('hex'));
  writeFileSync(join(folder, 'base64.txt'), Buffer.from(`!${MARKERS[1]}!`).toString('base64'));
  // ASCII in one order of bytes reads as the other one, a byte further on.
  const found = new Set(sightings([folder], MARKERS).map(({ encoding }) => encoding));
  expect(found).toEqual(new Set(['utf8', 'utf16le', 'utf16be', 'hex', 'base64']));
});

test('an open book shows no word of a client, nor do its log and its keys', async () => {
  const { vault, files, accountId } = await aBook();
  const insert = vault.database().prepare('INSERT INTO note (words) VALUES (?)');
  for (const marker of MARKERS) for (let row = 0; row < 200; row += 1) insert.run(`${marker} ${row}`);
  expect(
    filesUnder(files.folder)
      .map((file) => file.slice(files.folder.length + 1))
      .sort(),
  ).toEqual(['book.db', 'book.db-shm', 'book.db-wal', 'book.lock', 'keys.backup.json', 'keys.json', 'pepper.bin'].sort());
  expect(readFileSync(`${files.book}-wal`).length).toBeGreaterThan(4096);
  expect(sightings([files.folder], MARKERS)).toEqual([]);
  vault.lock('quit');
  expect(sightings([files.folder], MARKERS)).toEqual([]);
  await vault.unlock({ accountId, password: PASSWORD });
  expect(countNotes(vault.database())).toBe(700);
  vault.lock('quit');
});

test('no password, recovery key or book key can be read in any file', async () => {
  const { vault, files, recoveryKey } = await aBook();
  const { key } = vault.readerAccess();
  await vault.changePassword({ password: PASSWORD, newPassword: 'zz-other-password' });
  const secrets = [
    PASSWORD,
    'zz-other-password',
    recoveryKey,
    recoveryKey.replaceAll(' ', ''),
    key.toString('hex'),
    key.toString('base64'),
  ];
  expect(sightings([files.folder], secrets)).toEqual([]);
  expect(filesUnder(files.folder).filter((file) => readFileSync(file).includes(key))).toEqual([]);
  vault.lock('quit');
});

test('sorting, indexing and a kill leave nothing to read in the temporary folder or beside the book', { timeout: 60_000 }, async () => {
  const { vault, files, accountId } = await aBook();
  vault.lock('key');
  const temporary = join(files.folder, '..', 'tmp');
  mkdirSync(temporary);
  const [marker = ''] = MARKERS;
  const day = startChild(
    join(__dirname, '../torture/child/use-book.ts'),
    { folder: files.folder, accountId, password: PASSWORD, marker },
    { TMPDIR: temporary, SQLITE_TMPDIR: temporary },
  );
  onTestFinished(() => day.kill());
  await day.said(1);
  // SQLite removes the name of a temporary file as soon as it has opened it; the bytes would be on the disk all the same.
  expect(openFiles(day.process.pid).filter((file) => file.includes('etilqs') || file.startsWith(temporary))).toEqual([]);
  expect(openFiles(day.process.pid)).toContain(files.book);
  expect(sightings([files.folder, temporary], MARKERS)).toEqual([]);
  await day.kill();
  expect(readFileSync(`${files.book}-wal`).length).toBeGreaterThan(1_000_000);
  expect(sightings([files.folder, temporary], MARKERS)).toEqual([]);
  expect(filesUnder(temporary)).toEqual([]);
});

test('real SQLCipher opens the book with its key and reads what stands in it', async () => {
  const { vault, files } = await aBook();
  vault.database().prepare('INSERT INTO note (words) VALUES (?)').run(MARKERS[0]);
  const { key, salt } = vault.readerAccess();
  vault.lock('key');
  const db = new SqlCipher(files.book);
  db.pragma(`key = "x'${key.toString('hex')}${salt.toString('hex')}'"`);
  expect(db.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 301 });
  expect(db.prepare('SELECT words FROM note ORDER BY id DESC LIMIT 1').get()).toEqual({ words: MARKERS[0] });
  expect(db.pragma('cipher_integrity_check')).toEqual([]);
  db.close();
});

test('real SQLCipher does not open it with another key', async () => {
  const { vault, files } = await aBook();
  const { key, salt } = vault.readerAccess();
  vault.lock('key');
  key[0] = (key[0] ?? 0) ^ 1;
  const db = new SqlCipher(files.book);
  db.pragma(`key = "x'${key.toString('hex')}${salt.toString('hex')}'"`);
  expect(() => db.prepare('SELECT count(*) FROM note').get()).toThrow();
  db.close();
});

function openFiles(pid: number | undefined): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).map((name) => readlinkSync(join(folder, name)));
}
