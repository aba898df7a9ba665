// Queries that must stay fast go along their index: SQLite itself says so.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { anApp, type TestApp } from '../../support/app';

let app: TestApp;
beforeAll(async () => {
  app = await anApp();
});
afterAll(() => app.close());

const plan = (sql: string) =>
  app.house.vault
    .database()
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...Array.from({ length: sql.split('?').length - 1 }, () => null))
    .map((row) => row.detail)
    .join('\n');

test.each([
  [
    'the first page of clients',
    'SELECT c.id FROM client_totals t CROSS JOIN client c ON c.id = t.client_id WHERE c.deleted_at IS NULL AND c.archived_at IS NULL ORDER BY t.last_visit_on DESC, t.client_id DESC LIMIT 50',
    'client_totals_last',
  ],
  ['a client by phone', 'SELECT client_id FROM client_phone WHERE e164 = ?', 'client_phone_e164'],
  [
    'the visits of a client',
    'SELECT id FROM visit WHERE client_id = ? AND deleted_at IS NULL ORDER BY visited_at DESC LIMIT 50',
    'visit_client',
  ],
  ['what is due', "SELECT id FROM follow_up WHERE state = 'open' AND due_on <= ? ORDER BY due_on", 'follow_up_due'],
  [
    'all visits for the loyal-client list',
    'SELECT client_id, visited_on, amount_cents FROM visit WHERE deleted_at IS NULL ORDER BY client_id, visited_on',
    'COVERING INDEX visit_loyalty',
  ],
  ['birthdays of a day', 'SELECT id FROM client WHERE birthday_key IN (?, ?)', 'client_birthday'],
  ['the clients assigned to somebody', 'SELECT id FROM client WHERE staff_id = ?', 'client_staff'],
  ['the clients somebody served', 'SELECT client_id FROM visit WHERE staff_id = ? AND deleted_at IS NULL', 'COVERING INDEX visit_staff'],
  ['what replaced a preference that goes', 'SELECT id FROM preference WHERE replaces_id = ?', 'preference_replaces'],
  ['the follow-ups of a visit that goes', 'SELECT id FROM follow_up WHERE visit_id = ?', 'follow_up_visit'],
  ['the journal of an act', 'SELECT id FROM journal WHERE act_id = ?', 'journal_act'],
  ['the history of a row', 'SELECT id FROM journal WHERE row_uid = ?', 'journal_row'],
])('%s', (_what, sql, index) => {
  const steps = plan(sql);
  expect(steps).toContain(index);
  expect(steps).not.toContain('TEMP B-TREE');
});
