// The import in the threads the app really uses: refusals cross back by name, cancelling and locking stop the work.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { anApp, OWNER, type TestApp } from '../support/app';
import { dumpOf } from '../support/dump';
import { CLIENT_LIST } from '../support/salon-list';
import { readFile } from './lists';

let app: TestApp;
beforeEach(async () => {
  app = await anApp({ now: '2026-11-20T04:00:00.000Z' });
});
afterEach(() => app.close());

const dump = () => dumpOf(app.house.vault.database());

const STOPPED = /bridge.cancelled|session.locked/;
/** More than the thread writes between two words about how far it is. */
const LONG = 3000;

const EVERYTHING = {
  filter: { from: null, to: null, accountId: null, events: [], clientId: null },
  before: null,
  limit: 200,
};

function longList(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'long.csv');
  const rows = Array.from({ length: LONG }, (_, at) => `客人${at},1390000${String(at).padStart(4, '0')}`);
  writeFileSync(file, ['姓名,手机', ...rows].join('\n'));
  return file;
}

async function ownerOf({ call }: TestApp) {
  const [owner] = (await call('book.status', null)).accounts;
  if (!owner) throw new Error('the book has no owner');
  return owner.id;
}

test('stops when it is told to, and has written nothing', async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  const before = dump();
  app.listeners.add((event) => {
    if (event.type === 'job-progress') void app.house.cancel('import-1');
  });
  await expect(app.call('imports.commit', matching, 'import-1')).rejects.toMatchObject({ code: 'bridge.cancelled' });
  expect(dump()).toEqual(before);
});

test('stops when the book is locked in the middle, and forgets the file', async () => {
  const { matching } = await readFile(app, CLIENT_LIST);
  const running = app.call('imports.commit', matching, 'import-2');
  app.house.lock('key');
  await expect(running).rejects.toMatchObject({ code: expect.stringMatching(STOPPED) });
  await app.call('book.unlock', { accountId: await ownerOf(app), password: OWNER.password });
  expect((await app.call('clients.counts', null)).current).toBe(0);
  await expect(app.call('imports.check', matching)).rejects.toMatchObject({ code: 'files.unknown-token' });
});

describe('a list that was read', () => {
  const stagesOf = async (work: (callId: string) => Promise<unknown>): Promise<readonly string[]> => {
    const stages = new Set<string>();
    const listen = (event: (typeof app.events)[number]) => {
      if (event.type === 'job-progress') stages.add(event.stage);
    };
    app.listeners.add(listen);
    await work('stages').finally(() => app.listeners.delete(listen));
    return [...stages];
  };

  test('is not read again to be checked and stored, nor checked again as long as the same is asked', async () => {
    const { matching } = await readFile(app, CLIENT_LIST);
    const other = { ...matching, skipRows: [3] };
    expect(await stagesOf((id) => app.call('imports.check', matching, id))).toEqual(['checking', 'comparing']);
    expect(await stagesOf((id) => app.call('imports.check', matching, id))).toEqual(['comparing']);
    expect(await stagesOf((id) => app.call('imports.check', other, id))).toEqual(['checking', 'comparing']);
    expect(await stagesOf((id) => app.call('imports.commit', other, id))).toEqual(['comparing', 'writing']);
  });

  test('is read again after a check that was stopped, and says the same', async () => {
    const { matching } = await readFile(app, CLIENT_LIST);
    const checked = await app.call('imports.check', matching);
    const stopped = app.call('imports.check', { ...matching, skipRows: [3] }, 'import-5');
    app.house.cancel('import-5');
    await expect(stopped).rejects.toMatchObject({ code: 'bridge.cancelled' });
    expect(await stagesOf(async (id) => expect(await app.call('imports.check', matching, id)).toEqual(checked))).toContain('reading');
  });

  test('is read anew when another encoding is asked for, and when another list was read between', async () => {
    const { matching } = await readFile(app, CLIENT_LIST);
    await readFile(app, '老收银导出.csv');
    expect(await stagesOf((id) => app.call('imports.check', matching, id))).toContain('reading');
    const again = { token: matching.token, sheet: null, large: false };
    expect(await stagesOf((id) => app.call('imports.read', { ...again, encoding: null }, id))).toEqual([]);
    expect(await stagesOf((id) => app.call('imports.read', { ...again, encoding: 'gb18030' }, id))).toContain('reading');
  });
});

describe('while the thread is writing', () => {
  test.each(['cancelled', 'locked'] as const)('being %s rolls everything back, and the audit log still holds', async (how) => {
    const { matching } = await readFile(app, longList());
    app.listeners.add((event) => {
      if (event.type !== 'job-progress' || event.stage !== 'writing' || event.done === 0) return;
      if (how === 'cancelled') app.house.cancel('import-3');
      else app.house.lock('key');
    });
    await expect(app.call('imports.commit', matching, 'import-3')).rejects.toMatchObject({ code: expect.stringMatching(STOPPED) });
    if (how === 'locked') await app.call('book.unlock', { accountId: await ownerOf(app), password: OWNER.password });
    expect((await app.call('clients.counts', null)).current).toBe(0);
    expect(await app.call('imports.list', null)).toEqual([]);
    const events = (await app.call('audit.list', EVERYTHING)).entries.map(({ event }) => event);
    expect(events).not.toContain('imported');
    if (how === 'locked') expect(events).toContain('locked');
    expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
  });

  test('main answers questions about the book as it was, and what is to be written comes after', async () => {
    const { matching } = await readFile(app, longList());
    const seen: Promise<{ current: number }>[] = [];
    const written: Promise<unknown>[] = [];
    app.listeners.add((event) => {
      if (event.type !== 'job-progress' || event.stage !== 'writing' || event.done === 0 || seen.length > 0) return;
      seen.push(app.call('clients.counts', null));
      written.push(app.call('staff.create', { name: '周静', post: null, active: true }));
    });
    const { records } = await app.call('imports.commit', matching, 'import-4');
    expect(records).toBe(LONG);
    expect((await seen[0])?.current).toBe(0);
    await Promise.all(written);
    expect((await app.call('clients.counts', null)).current).toBe(LONG);
    const events = (await app.call('audit.list', EVERYTHING)).entries.map(({ operation }) => operation);
    expect(events.indexOf('staff.create')).toBeLessThan(events.indexOf('imports.commit'));
    expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
  });
});

test.each([
  ['refused-old-format.xls', 'file.xls-legacy'],
  ['refused-protected.xlsx', 'file.encrypted'],
  ['refused-bomb.xlsx', 'file.too-large'],
  ['refused-macros.xlsx', 'file.macros'],
])('refuses %s by name, in the worker, and the app goes on', async (file, code) => {
  await expect(readFile(app, file)).rejects.toMatchObject({ code });
  expect((await readFile(app, '老收银导出.csv')).read.rows).toBe(7);
});

test('writes all problems as a workbook, a row each, in the language of the interface', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-list-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { matching } = await readFile(app, CLIENT_LIST);
  app.answers.saveFile.push(join(folder, '问题.xlsx'));
  const saved = await app.call('imports.problemsToExcel', { ...matching, language: 'zh-CN' });
  expect(saved).toEqual({ cancelled: false, fileName: '问题.xlsx' });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, '问题.xlsx'));
  const sheet = workbook.worksheets[0]!;
  const { problemsTotal } = await app.call('imports.check', matching);
  expect(sheet.rowCount).toBe(problemsTotal + 1);
  expect(sheet.getRow(1).values).toEqual([undefined, '行', '列', '原来写的', '轻重', '问题']);
});
