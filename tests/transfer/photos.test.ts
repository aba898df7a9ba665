// Photos travel with the whole book: opened into the file, and sealed under the key of the book they come to.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { aJpeg, withExif } from '../support/picture';

let folder: string;
let old: TestApp;
let fresh: TestApp;
let client: ClientId;
/** Longer than any cell of a workbook. */
const PICTURE = aJpeg(
  1200,
  900,
  Array.from({ length: 90_000 }, (_, index) => (index * 7) % 251),
);
const THUMBNAIL = aJpeg(256, 192);

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-transfer-photos-'));
  [old, fresh] = [await anApp(), await anApp()];
  client = await aClient(old, { name: '林若溪' });
  const draft = { kind: 'after', takenOn: '2026-03-13', visitId: null, caption: '补色之后' } as const;
  await old.call('photos.add', { clientId: client, draft, picture: PICTURE, thumbnail: THUMBNAIL });
});
afterEach(() => {
  for (const app of [old, fresh]) app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function takeOut(format: 'xlsx' | 'json'): Promise<string> {
  const file = path.join(folder, `book.${format}`);
  old.answers.saveFile.push(file);
  const terms = { language: 'zh-CN', purpose: '搬到新电脑' } as const;
  await old.call('transfer.whole', format === 'xlsx' ? { format, password: null, ...terms } : { format, ...terms });
  return file;
}

async function read(file: string) {
  fresh.answers.chooseFile.push(file);
  return (await fresh.call('transfer.bringBack', null))!;
}

test.each(['xlsx', 'json'] as const)('a photo comes back equal from %s, under another key', async (format) => {
  const { token, problems } = await read(await takeOut(format));
  expect(problems).toEqual([]);
  await fresh.call('transfer.commit', { token: token! });
  const photos = await fresh.call('photos.of', { clientId: client });
  expect(photos).toEqual(await old.call('photos.of', { clientId: client }));
  expect(photos).toMatchObject([{ kind: 'after', caption: '补色之后', width: 1200, height: 900 }]);
  const { id } = photos[0]!;
  expect(await fresh.call('photos.picture', { id })).toEqual(PICTURE);
  expect(await fresh.call('photos.thumbnails', { ids: [id] })).toEqual([{ id, bytes: THUMBNAIL }]);
  expect(fresh.house.vault.subKeys().photos!.equals(old.house.vault.subKeys().photos!)).toBe(false);
});

test('a file into which somebody put another picture than a plain one is refused', async () => {
  const file = await takeOut('json');
  const text = readFileSync(file, 'utf8');
  const other = Buffer.from(withExif(THUMBNAIL, 'MAKER')).toString('base64');
  writeFileSync(file, text.replace(Buffer.from(THUMBNAIL).toString('base64'), other));
  const { token, problems } = await read(file);
  expect([token, problems]).toMatchObject([null, [{ sheet: 'photo_content', column: 'thumbnail', problem: 'not-known' }]]);
});
