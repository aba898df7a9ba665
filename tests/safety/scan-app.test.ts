// The proof over everything the whole app writes: book, keys, drafts and appearance, while it is open, when it is locked, and after a restart.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wrapDatabase } from '../../electron/core/database/database';
import type { KnownValue } from '../../electron/safety/needles';
import { scanFiles } from '../../electron/safety/scan';
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
