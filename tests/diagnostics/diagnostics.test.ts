// Nothing of anybody is in a diagnostics file: proved by marks in every text column, name, path and log line, looked for in every form in which they could come out.

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as schema from '../../electron/core/database/schema';
import { createLog } from '../../electron/core/log';
import { errorCode } from '../../electron/diagnostics/facts';
import { volumeOf } from '../../electron/diagnostics/texts';
import { DIAGNOSTICS_FILES } from '../../shared/diagnostics/contract';
import { anEmptyApp, OWNER, signIn, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { formsOf, markEveryColumn, markOf } from './marked-book';

const SHOP = markOf(9001);
const PERSON = markOf(9002);
const USER = markOf(9003);
const STICK = markOf(9004);
const LOGGED = markOf(9005);
const FILE = markOf(9006);
const PHONE = '13801385331';
const OWN_MARKS = [SHOP, PERSON, USER, STICK, LOGGED, FILE];

let root: string;
let app: TestApp;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'shuke-diagnostics-'));
});
afterEach(() => {
  app.close();
  rmSync(root, { recursive: true, force: true });
});

/** A shop, a person, a user of the PC, a stick and a log that could all be told from everything else. */
async function aMarkedApp(): Promise<ReadonlyMap<string, string>> {
  app = anEmptyApp({ folder: path.join(root, USER) });
  const { groups, ask } = await app.call('book.prepare', null);
  const answers = [groups[ask[0] - 1]!, groups[ask[1] - 1]!] as [string, string];
  await app.call('book.create', { shopName: SHOP, ownerName: PERSON, password: OWNER.password, answers });
  await aClient(app, { phone: PHONE });
  app.answers.chooseFolder.push(path.join(root, STICK));
  mkdirSync(path.join(root, STICK));
  await app.call('backups.addFolder', null);
  await app.call('backups.make', null);
  writeFileSync(path.join(app.folder, 'book', `${FILE}.txt`), FILE);
  writeLog();
  const marks = markEveryColumn(app.house.vault.database());
  app.house.vault.checkpoint();
  return marks;
}

/** As the app itself writes it, with errors that quote what somebody typed, and lines that somebody else put there. */
function writeLog(): void {
  const file = path.join(app.folder, 'logs', 'main.log');
  const log = createLog(file);
  const quoting = (change: (error: Error) => void) => {
    const error = new Error(`${LOGGED} ${PHONE}`);
    error.stack = `Error: ${LOGGED}\n    at ${LOGGED} (/home/${USER}/${LOGGED} (1)/${LOGGED}.js:3:4)\n    at save (/home/${USER}/main.js:13:8)`;
    change(error);
    return error;
  };
  log({ operation: 'clients.create', ms: 301, code: 'record.constraint' });
  for (const change of [
    () => undefined,
    (error: Error) => void (error.name = LOGGED),
    (error: Error) => void Object.assign(error, { code: LOGGED }),
    (error: Error) => void Object.assign(error, { code: PHONE }),
    (error: Error) => void (error.stack = 'Error: x\n    at save (/x/main.js:13:8)'),
  ])
    log({ operation: 'clients.create', ms: 301, code: 'unexpected', reference: 'ABC123', error: quoting(change) });
  log({ operation: LOGGED, ms: 1, code: 'unexpected' });
  log({ operation: 'clients.create', ms: Number(PHONE), code: 'unexpected' });
  writeFileSync(file, `${readFileSync(file, 'utf8')}${LOGGED}\n[2026-11-22 12:00:00.000] [info]  clients.create 3 ms ${PHONE}\n`);
}

/** Looks, saves, and unpacks what was saved. */
async function bundleOf(name: string): Promise<{ readonly shown: string; readonly saved: Record<string, string>; readonly bytes: Buffer }> {
  const { token, files } = await app.call('diagnostics.look', null);
  const target = path.join(root, `${name}.zip`);
  app.answers.saveFile.push(target);
  expect(await app.call('diagnostics.save', { token })).toEqual({ saved: true });
  const saved = Object.fromEntries(Object.entries(unzipSync(readFileSync(target))).map(([part, bytes]) => [part, strFromU8(bytes)]));
  expect(saved).toEqual(Object.fromEntries(files.map((file) => [file.name, file.text])));
  expect(Object.keys(saved)).toEqual([...DIAGNOSTICS_FILES]);
  const shown = Object.values(saved).join('\n');
  return { shown, saved, bytes: Buffer.concat([Buffer.from(shown), readFileSync(target)]) };
}

function hitsIn(bytes: Buffer, marks: Iterable<string>): string[] {
  const phones = [PHONE, PHONE.slice(3), PHONE.slice(0, 7), '138 0138 5331', '138-0138-5331'].map((form) => Buffer.from(form));
  const found = [...marks].filter((mark) => formsOf(mark).some((form) => bytes.includes(form)));
  return [...found, ...phones.filter((form) => bytes.includes(form)).map(String)];
}

test('no mark of any text column, name, path or log line is in it: open, locked, missing, damaged, without a book', async () => {
  const marks = await aMarkedApp();
  const all = Object.values(schema).flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns
      .filter(({ dataType, generated }) => dataType === 'string' && generated === undefined)
      .map((column) => `${name}.${column.name}`);
  });
  expect([...marks.keys()].sort()).toEqual(all.sort());
  const looked = [...marks.values(), ...OWN_MARKS];
  // The search itself finds each of them in each of its forms.
  for (const mark of looked) for (const form of formsOf(mark)) expect(hitsIn(form, [mark])).toEqual([mark]);

  const open = await bundleOf('open');
  expect(hitsIn(open.bytes, looked)).toEqual([]);
  expect(open.saved['book.txt']).toMatch(/^state: open$/m);
  expect(open.saved['book.txt']).toMatch(/^rows client: 2$/m);
  expect(open.saved['book.txt']).toMatch(/^file other: \d+ bytes$/m);
  expect(open.saved['backups.txt']).toMatch(/^folder 2: beside the book$/m);
  expect(open.saved['log.txt']).toContain('clients.create 301 ms record.constraint');
  expect(open.saved['log.txt']).toContain(
    'clients.create 301 ms unexpected ABC123 Error | at main.js:13:8'.replace('main.js', 'elsewhere'),
  );
  expect(open.saved['log.txt']).toMatch(/^lines left out: [1-9]/);

  app.house.lock('key');
  const locked = await bundleOf('locked');
  expect(hitsIn(locked.bytes, looked)).toEqual([]);
  expect(locked.saved['book.txt']).toMatch(/^state: locked$/m);

  const book = path.join(app.folder, 'book', 'book.db');
  cpSync(book, path.join(root, 'whole.db'));
  rmSync(book);
  const missing = await bundleOf('missing');
  expect(hitsIn(missing.bytes, looked)).toEqual([]);
  expect(missing.saved['book.txt']).toMatch(/^refused with: book\.missing$/m);

  const bytes = readFileSync(path.join(root, 'whole.db'));
  for (let at = 200; at < bytes.length; at += 4096) bytes[at]! ^= 1;
  writeFileSync(book, bytes);
  await expect(signIn(app)).rejects.toMatchObject({ code: 'book.damaged' });
  const damaged = await bundleOf('damaged');
  expect(hitsIn(damaged.bytes, looked)).toEqual([]);
  expect(damaged.saved['book.txt']).toMatch(/^refused with: book\.damaged$/m);
  expect(damaged.saved['book.txt']).toMatch(/^file damaged copy: /m);

  for (const name of readdirSync(path.dirname(book))) rmSync(path.join(path.dirname(book), name), { recursive: true });
  const none = await bundleOf('none');
  expect(hitsIn(none.bytes, looked)).toEqual([]);
  expect(none.saved['book.txt']).toMatch(/^state: none$/m);
});

test('what was saved with the book open is in the audit log, with who did it and nothing else', async () => {
  await aMarkedApp();
  await bundleOf('told');
  const rows = app.house.vault
    .database()
    .prepare<[], { event: string; details: string; account_id: number }>(
      "SELECT event, details, account_id FROM audit WHERE operation = 'diagnostics.save'",
    )
    .all();
  expect(rows).toEqual([{ event: 'exported', details: '{"way":"diagnostics"}', account_id: 1 }]);
});

test('a dialog that was closed, a token nobody was given and a job that was stopped leave no file', async () => {
  app = anEmptyApp({ folder: path.join(root, 'plain') });
  const { token } = await app.call('diagnostics.look', null);
  expect(await app.call('diagnostics.save', { token })).toEqual({ saved: false });
  await expect(app.call('diagnostics.save', { token: 'guessed' })).rejects.toMatchObject({ code: 'files.unknown-token' });
  const stopped = app.call('diagnostics.look', null, 'look-1');
  app.house.cancel('look-1');
  await expect(stopped).rejects.toMatchObject({ code: 'bridge.cancelled' });
  expect(readdirSync(root)).toEqual(['plain']);
});

test('a full disk is named, and nothing half-made stays', async () => {
  app = anEmptyApp({ folder: path.join(root, 'plain') });
  const { token } = await app.call('diagnostics.look', null);
  const target = path.join(root, 'full.zip');
  symlinkSync('/dev/full', `${target}.part`);
  app.answers.saveFile.push(target);
  await expect(app.call('diagnostics.save', { token })).rejects.toMatchObject({
    code: 'exports.cannot-write',
    details: { reason: 'disk-full' },
  });
  expect([existsSync(target), existsSync(`${target}.part`)]).toEqual([false, false]);
});

test('every code of an error can be told', () => {
  const codes = [...readFileSync('shared/errors.ts', 'utf8').matchAll(/^ {2}'?([a-z-]+\.[a-z-]+)'?:/gm)].map(([, code = '']) => code);
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => errorCode(code) !== code)).toEqual([]);
  expect(errorCode('clients.张素芬')).toBe('other');
});

test('of a backup folder only the kind of place is told', () => {
  expect(volumeOf('\\\\nas\\zhang', 'C:\\Users\\zhang')).toBe('network');
  expect(volumeOf('/media/zhang/stick', '/home/zhang')).toBe('another volume');
  expect(volumeOf('/home/zhang/copies', '/home/zhang')).toBe('beside the book');
});
