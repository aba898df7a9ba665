// A book from before alerts were sealed: nothing of them stays readable, and what was done can still be taken back.

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../electron/core/database/database';
import { beginAct, endAct, undoAct } from '../../electron/core/database/journal';
import { allRows, oneRow, runSql } from '../../electron/core/database/rows';
import { createSealer } from '../../electron/core/sealing';
import { insertDefaultRoles } from '../../electron/people/rights';
import { openAlert } from '../../electron/preferences/alerts';
import { hasPlainAlerts, sealOldAlerts } from '../../electron/preferences/seal-old';
import { aClient, addRow, aShopBook, inAct, NOW, type ShopBook } from '../support/shop-book';

const sealer = createSealer(randomBytes(32), 'health');
const SECRETS = ['青霉素', '休克', '孕早期', '医生说可以', '银屑病', '停药后'];

let book: ShopBook;
let db: Db;
beforeEach(() => {
  book = aShopBook();
  ({ db } = book);
});
afterEach(() => book.close());

const act = (write: () => void) => inAct(db, (running) => (write(), running.uid));
const undo = (uid: string) => inAct(db, (running) => (undoAct(db, uid, running), running.uid));
const read = (id: number) =>
  oneRow<Record<string, string | null>>(db, 'SELECT kind, text, detail, sealed, ended_at, end_reason FROM preference WHERE id = ?', [id]);
const opened = (id: number) => openAlert(sealer, { kind: '', text: '', detail: null, ...read(id), sealed: read(id)?.['sealed'] ?? null });

function alert(client: number, kind: string, text: string, detail: string | null = null): number {
  return addRow(db, 'preference', { client_id: client, kind, text, detail, author: '苏敏', at: NOW });
}

function end(id: number, reason: string | null): void {
  runSql(db, 'UPDATE preference SET ended_at = ?, end_reason = ? WHERE id = ?', [NOW, reason, id]);
}

/** What the tables say, in whichever column. */
const everything = () => JSON.stringify([allRows(db, 'SELECT * FROM preference'), allRows(db, 'SELECT * FROM journal')]);

test('seals rows and what the journal remembers of them, and leaves everything else as it was', () => {
  let like = 0;
  act(() => {
    const client = aClient(db);
    alert(client, 'allergy', '青霉素', '休克');
    like = alert(client, 'like', '靠窗');
  });
  const wrong = act(() => alert(1, 'condition', '银屑病'));
  undo(wrong);
  const plain = read(like);
  expect(hasPlainAlerts(db)).toBe(true);
  expect(sealOldAlerts(db, sealer)).toEqual({ alerts: 2 });
  expect(hasPlainAlerts(db)).toBe(false);
  for (const secret of [...SECRETS, 'allergy', 'condition']) expect(everything()).not.toContain(secret);
  expect(read(like)).toEqual(plain);
  expect(read(1)).toMatchObject({ kind: 'alert', text: '', detail: null });
  expect(opened(1)).toEqual({ kind: 'allergy', text: '青霉素', detail: '休克', endReason: null });
});

test('looks through the preferences of no book that had its roles, and with them sealed alerts, from the day it was made', () => {
  act(() => void alert(aClient(db), 'allergy', '青霉素'));
  expect(hasPlainAlerts(db)).toBe(true);
  const made = beginAct(db, NOW, null, 'book.create');
  insertDefaultRoles(db, Date.parse(NOW));
  endAct(db, made);
  expect(hasPlainAlerts(db)).toBe(false);
});

test('acts on alerts can be taken back and done again afterwards, with the same words', () => {
  let id = 0;
  act(() => {
    id = alert(aClient(db), 'pregnancy', '孕早期');
  });
  const ended = act(() => end(id, '医生说可以'));
  sealOldAlerts(db, sealer);
  expect(opened(id)).toMatchObject({ text: '孕早期', endReason: '医生说可以' });
  const undone = undo(ended);
  expect(read(id)).toMatchObject({ ended_at: null, end_reason: null });
  expect(opened(id)).toMatchObject({ text: '孕早期', endReason: null });
  undo(undone);
  expect(read(id)).toMatchObject({ ended_at: NOW, end_reason: null });
  expect(opened(id)).toMatchObject({ text: '孕早期', endReason: '医生说可以' });
});

test('a chain of undo and redo made before the sealing goes on after it', () => {
  let id = 0;
  act(() => {
    id = alert(aClient(db), 'medication', '停药后');
  });
  const redone = undo(undo(act(() => end(id, '医生说可以'))));
  const gone = act(() => runSql(db, 'DELETE FROM preference WHERE id = ?', [id]));
  sealOldAlerts(db, sealer);
  for (const secret of SECRETS) expect(everything()).not.toContain(secret);
  undo(gone);
  expect(opened(id)).toMatchObject({ kind: 'medication', text: '停药后', endReason: '医生说可以' });
  undo(redone);
  expect(opened(id)).toMatchObject({ text: '停药后', endReason: null });
});

test('half-filled forms are sealed with it', () => {
  act(() => alert(aClient(db), 'allergy', '青霉素'));
  runSql(db, 'INSERT INTO draft (account_id, key, value, at) VALUES (1, ?, ?, ?)', ['client', '{"alerts":["银屑病"]}', NOW]);
  sealOldAlerts(db, sealer);
  const { value } = oneRow<{ value: string }>(db, 'SELECT value FROM draft') ?? { value: '' };
  expect(value).not.toContain('银屑病');
  expect(sealer.open(value)).toEqual({ alerts: ['银屑病'] });
});

test('the journal and its rows are as well guarded after it as before', () => {
  act(() => alert(aClient(db), 'allergy', '青霉素'));
  const triggers = () => allRows(db, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name");
  const before = triggers();
  sealOldAlerts(db, sealer);
  expect(triggers()).toEqual(before);
  expect(() => runSql(db, "UPDATE journal SET before = '{}'")).toThrow('append-only');
  expect(() => runSql(db, "UPDATE preference SET text = 'x'")).toThrow('a write outside an act');
});

test('a failure in the middle leaves the book as it was', () => {
  act(() => alert(aClient(db), 'allergy', '青霉素'));
  const before = everything();
  const broken = {
    ...sealer,
    seal: () => {
      throw new Error('no key');
    },
  };
  expect(() => sealOldAlerts(db, broken)).toThrow('no key');
  expect(everything()).toBe(before);
  expect(() => runSql(db, "UPDATE journal SET before = '{}'")).toThrow('append-only');
});
