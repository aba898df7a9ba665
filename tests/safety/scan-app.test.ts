// The proof over everything the whole app writes: book, keys, drafts and appearance, while it is open, when it is locked, and after a restart.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { wrapDatabase } from '../../electron/core/database/database';
import type { KnownValue } from '../../electron/safety/needles';
import { scanFiles } from '../../electron/safety/scan';
import type { Input } from '../../shared/contract';
import { anApp, OWNER, type TestApp } from '../support/app';
import { aClient, inAct } from '../support/shop-book';

const KNOWN: readonly KnownValue[] = [
  { kind: 'name', text: '司徒若溪' },
  { kind: 'name', text: 'Nguyễn Thị Hà' },
  { kind: 'phone', text: '+8613800138000' },
  { kind: 'note', text: '染膏过敏，起过红疹，要先做皮试' },
];

let app: TestApp;
let temporary: string;
beforeEach(async () => {
  temporary = mkdtempSync(path.join(tmpdir(), 'shuke-temporary-'));
  app = await anApp();
  const db = wrapDatabase(app.house.vault.database());
  inAct(db, () => {
    aClient(db, { name: '司徒若溪', source: '染膏过敏，起过红疹，要先做皮试' });
    aClient(db, { name: 'Nguyễn Thị Hà', source: '+8613800138000' });
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  app.close();
  rmSync(temporary, { recursive: true, force: true });
});

const scan = (known: readonly KnownValue[] = KNOWN) => scanFiles({ places: [app.folder, temporary], known }, { progress: () => undefined });

test('nothing of the clients can be read in any file of the app, open or locked', async () => {
  const nothing = { hits: [], unread: 0, values: KNOWN.length, selfCheck: true };
  expect(await scan()).toMatchObject(nothing);
  app.house.lock('quit');
  expect(await scan()).toMatchObject(nothing);
});

test('the same search does find what lies there in the open: the owner’s name beside the keys, and a list somebody left', async () => {
  writeFileSync(path.join(app.folder, '客户.csv'), 'name,phone\n司徒若溪,138 0013 8000\n');
  const { hits } = await scan([...KNOWN, { kind: 'name', text: OWNER.ownerName }]);
  const files = (kind: string) => hits.filter((hit) => hit.kind === kind).map(({ fileName }) => fileName);
  expect(files('phone')).toEqual(['客户.csv']);
  expect(files('name')).toContain('客户.csv');
  expect(files('name').filter((name) => name !== '客户.csv').length).toBeGreaterThan(0);
  expect(files('name').filter((name) => !/^keys\b|客户\.csv$/.test(name))).toEqual([]);
});

test('the button of the security page proves it with values of the book itself', async () => {
  // what other programs' tests leave there meanwhile is not this test's
  vi.stubEnv('TMPDIR', temporary);
  await app.call('clients.create', aDraft());
  const proof = await app.call('safety.prove', { full: false });
  expect(proof).toMatchObject({ hits: [], selfCheck: true });
  expect(proof.values).toBeGreaterThan(2);
  expect(proof.files).toBeGreaterThan(1);
  writeFileSync(path.join(app.folder, 'list.csv'), 'name\n司徒若溪\n');
  mkdirSync(path.join(temporary, 'shuke-left-over'));
  writeFileSync(path.join(temporary, 'shuke-left-over', 'phones.txt'), '139 0013 8001');
  const { hits } = await app.call('safety.prove', { full: false });
  expect(hits.map(({ fileName, kind }) => `${kind} in ${fileName}`).sort()).toEqual(['name in list.csv', 'phone in phones.txt']);
});

test('of backups before the newest it reads the beginning only, unless all is asked for; a name in the open is found there too', async () => {
  vi.stubEnv('TMPDIR', temporary);
  for (let made = 0; made < 3; made += 1) await app.call('backups.make', null);
  const quick = await app.call('safety.prove', { full: false });
  const full = await app.call('safety.prove', { full: true });
  expect(quick).toMatchObject({ heads: 2, hits: [], selfCheck: true, files: full.files });
  expect(full).toMatchObject({ heads: 0, hits: [] });
  expect(full.bytes - quick.bytes).toBeGreaterThan(400_000);
  const own = path.join(app.folder, 'book', 'backups');
  writeFileSync(path.join(own, 'not-a-backup.shukebackup'), `${'x'.repeat(100_000)}司徒若溪`);
  const { hits } = await app.call('safety.prove', { full: false });
  expect(hits).toEqual([{ fileName: 'not-a-backup.shukebackup', kind: 'name' }]);
});

function aDraft(): Input<'clients.create'> {
  return {
    ...{ name: '欧阳听澜', nickname: null, gender: null, birthday: null, wechat: null, email: null, address: null, source: null },
    ...{ phones: [{ typed: '13900138001', label: null }], referrer: null, occupation: null, staffId: null, tierId: null },
    ...{ firstSeenOn: null, tags: [], alerts: [], askedNoAlerts: false },
  };
}
