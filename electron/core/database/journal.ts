// The one journal: every act, every row it touched, before and after. Undo is built on it.

import type { IsoInstant } from '../../../shared/core/date';
import { AppError, refuse, type RecordKind } from '../../../shared/errors';
import type { Db } from './database';
import { allRows, oneRow, runSql } from './rows';
import { JOURNALED_TABLES } from './triggers';
import { newUid } from './uid';

export interface RunningAct {
  readonly id: number;
  readonly uid: string;
}

interface Entry {
  readonly id: number;
  readonly table_name: string;
  readonly row_uid: string;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly before: string | null;
  readonly after: string | null;
}

type Values = Record<string, string | number | null>;

/** Opens an act; from here until `endAct` the triggers write its entries. Call inside the command's transaction. */
export function beginAct(db: Db, at: IsoInstant, accountId: number | null, operation: string): RunningAct {
  const uid = newUid(Date.parse(at));
  const { lastId } = runSql(db, 'INSERT INTO act (uid, at, account_id, operation) VALUES (?, ?, ?, ?)', [uid, at, accountId, operation]);
  runSql(db, 'INSERT INTO journal_state (id, act_id) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET act_id = excluded.act_id', [lastId]);
  return { id: lastId, uid };
}

/** Closes the act and says which tables it touched; an act that touched nothing leaves no trace. */
export function endAct(db: Db, act: RunningAct): readonly string[] {
  runSql(db, 'UPDATE journal_state SET act_id = NULL WHERE id = 1');
  const tables = allRows<{ table_name: string; n: number }>(
    db,
    'SELECT table_name, count(*) AS n FROM journal WHERE act_id = ? GROUP BY table_name',
    [act.id],
  );
  const rows = tables.reduce((sum, table) => sum + table.n, 0);
  if (rows === 0) runSql(db, 'DELETE FROM act WHERE id = ?', [act.id]);
  else runSql(db, 'UPDATE act SET rows = ? WHERE id = ?', [rows, act.id]);
  return tables.map((table) => table.table_name);
}

/** Whether an erasure took something out of what this act wrote down: what is not known any more cannot be put back. */
export function isScrubbed(db: Db, actId: number): boolean {
  return oneRow(db, "SELECT 1 FROM journal WHERE act_id = ? AND before = '{}' LIMIT 1", [actId]) !== undefined;
}

/**
 * The integer ids of the clients whose own rows or child rows an act touched; null when it wrote more rows than `limit`. What an erasure took out of
 * the journal tells no ids: then they are those of `known`, the clients as whoever asks knows them, that are no longer there.
 */
export function touchedClients(db: Db, actId: number, limit: number, known: () => Iterable<number>): number[] | null {
  if (rowsOf(db, actId) > limit) return null;
  const tables = allRows<{ name: string }>(db, 'SELECT DISTINCT table_name AS name FROM journal WHERE act_id = ?', [actId]);
  const touched = clientsIn(
    db,
    actId,
    tables.map(({ name }) => name),
  );
  return isScrubbed(db, actId) ? [...new Set([...touched, ...goneOf(db, known())])] : touched;
}

function goneOf(db: Db, known: Iterable<number>): number[] {
  const there = new Set(db.$client.prepare<[], number>('SELECT id FROM client').pluck().all());
  return [...known].filter((id) => !there.has(id));
}

/** As `touchedClients`, of an act that is known to be small, to have erased nothing and to have written to these tables. */
export function clientsIn(db: Db, actId: number, tables: readonly string[]): number[] {
  return allRows<{ id: number | null }>(db, touchedIn(tables), { act: actId }).flatMap((row) => (row.id === null ? [] : [row.id]));
}

/** As `endAct` counted them. */
export function rowsOf(db: Db, actId: number): number {
  return oneRow<{ n: number }>(db, 'SELECT rows AS n FROM act WHERE id = ?', [actId])?.n ?? 0;
}

const CHILDREN = [
  ...['client_phone', 'client_tag', 'client_field_value', 'client_relation', 'preference', 'patch_test', 'visit', 'brought_over'],
  ...['follow_up', 'contact', 'photo'],
];
const OWN_ROWS = `
    UNION ALL SELECT c.id FROM journal j JOIN client c ON c.uid = j.row_uid WHERE j.act_id = :act AND j.table_name = 'client'
    UNION ALL SELECT json_extract(j.before, '$.id') FROM journal j WHERE j.act_id = :act AND j.table_name = 'client' AND j.kind = 'delete'`;

/** Looks only into the tables the act wrote to: most acts wrote to one or two of them. */
function touchedIn(tables: readonly string[]): string {
  const children = CHILDREN.filter((table) => tables.includes(table)).map(
    (table) =>
      `UNION ALL SELECT x.client_id FROM journal j JOIN ${table} x ON x.uid = j.row_uid WHERE j.act_id = :act AND j.table_name = '${table}'`,
  );
  return `
  SELECT DISTINCT id FROM (
    SELECT json_extract(j.before, '$.client_id') AS id FROM journal j WHERE j.act_id = :act AND j.before IS NOT NULL AND j.table_name <> 'client'
    ${tables.includes('client') ? OWN_ROWS : ''}
    ${children.join('\n    ')})`;
}

/**
 * Takes back everything an act did, as part of the act that is running now.
 * Refused when a row it wrote has been changed by a later act that still stands, or when later rows hang on it.
 */
export function undoAct(db: Db, actUid: string, running: RunningAct): number {
  const target = oneRow<{ id: number; undoes_id: number | null; undone_by_id: number | null; rows: number }>(
    db,
    'SELECT id, undoes_id, undone_by_id, rows FROM act WHERE uid = ?',
    [actUid],
  );
  if (!target || target.id === running.id) throw refuse('history.nothing-to-undo');
  if (target.undone_by_id !== null) throw refuse('history.already-undone');
  if (isScrubbed(db, target.id)) throw refuse('history.final');
  refuseIfChangedLater(db, target.id, running.id);
  const entries = allRows<Entry>(db, 'SELECT id, table_name, row_uid, kind, before, after FROM journal WHERE act_id = ? ORDER BY id DESC', [
    target.id,
  ]);
  // Of a book that was salvaged, a part may be missing: half an act is not taken back.
  if (entries.length !== target.rows) throw refuse('history.final');
  for (const entry of entries) takeBack(db, entry);
  markUndone(db, target, running.id);
  return entries.length;
}

interface ChainedAct {
  readonly id: number;
  readonly undoes_id: number | null;
}

/** Undoing an undo brings the act before it back to life, which takes back the one before that again, and so on down the chain. */
function markUndone(db: Db, target: ChainedAct, runningId: number): void {
  runSql(db, 'UPDATE act SET undone_by_id = ? WHERE id = ?', [runningId, target.id]);
  runSql(db, 'UPDATE act SET undoes_id = ? WHERE id = ?', [target.id, runningId]);
  let stands = false;
  for (let act: ChainedAct | undefined = target; act && act.undoes_id !== null; stands = !stands) {
    runSql(db, 'UPDATE act SET undone_by_id = ? WHERE id = ?', [stands ? act.id : null, act.undoes_id]);
    act = oneRow<ChainedAct>(db, 'SELECT id, undoes_id FROM act WHERE id = ?', [act.undoes_id]);
  }
}

function refuseIfChangedLater(db: Db, actId: number, runningId: number): void {
  const later = oneRow<{ n: number; table_name: string | null }>(
    db,
    `SELECT count(DISTINCT j.row_uid) AS n, min(j.table_name) AS table_name FROM journal mine
     JOIN journal j ON j.row_uid = mine.row_uid AND j.table_name = mine.table_name AND j.act_id > :act AND j.act_id < :running
     JOIN act a ON a.id = j.act_id AND a.undone_by_id IS NULL AND a.undoes_id IS NOT :act
     LEFT JOIN act undone ON undone.id = a.undoes_id
     WHERE mine.act_id = :act AND (a.undoes_id IS NULL OR undone.id < :act)`,
    { act: actId, running: runningId },
  );
  if (later && later.n > 0) throw new AppError('history.changed-later', { kind: kindOf(later.table_name ?? ''), rows: later.n });
}

function takeBack(db: Db, entry: Entry): void {
  const table = JOURNALED_TABLES.find((known) => known.name === entry.table_name);
  if (!table) throw refuse('history.nothing-to-undo');
  try {
    if (entry.kind === 'insert')
      expectOne(entry, runSql(db, `DELETE FROM "${table.name}" WHERE "${table.key}" = ?`, [entry.row_uid]).changes);
    else if (entry.kind === 'delete') insertAgain(db, table.name, valuesOf(entry.before));
    else expectOne(entry, setBack(db, table.name, table.key, entry));
  } catch (error) {
    if (isConstraint(error)) throw new AppError('history.changed-later', { kind: kindOf(entry.table_name), rows: 1 }, { cause: error });
    throw error;
  }
}

/** Puts the old values back, only where the row still holds the new ones. */
function setBack(db: Db, table: string, key: string, entry: Entry): number {
  const before = valuesOf(entry.before);
  const after = valuesOf(entry.after);
  const sets = Object.keys(before).map((column) => `"${column}" = ?`);
  const still = Object.keys(after).map((column) => `"${column}" IS ?`);
  return runSql(db, `UPDATE "${table}" SET ${sets.join(', ')} WHERE "${key}" = ? AND ${still.join(' AND ')}`, [
    ...Object.values(before),
    entry.row_uid,
    ...Object.values(after),
  ]).changes;
}

function insertAgain(db: Db, table: string, values: Values): void {
  const columns = Object.keys(values);
  runSql(
    db,
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    Object.values(values),
  );
}

function expectOne(entry: Entry, changes: number): void {
  if (changes !== 1) throw new AppError('history.changed-later', { kind: kindOf(entry.table_name), rows: 1 });
}

function valuesOf(json: string | null): Values {
  // Written by our own trigger with json_object: flat, scalars only.
  return JSON.parse(json ?? '{}') as Values;
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_CONSTRAINT');
}

const KINDS: Readonly<Record<string, RecordKind>> = {
  client: 'client',
  client_phone: 'client',
  client_tag: 'client',
  client_field_value: 'client',
  client_relation: 'relation',
  brought_over: 'client',
  preference: 'preference',
  patch_test: 'patch-test',
  photo: 'photo',
  visit: 'visit',
  visit_item: 'visit',
  visit_payment: 'visit',
  conflict_override: 'visit',
  follow_up: 'follow-up',
  contact: 'contact',
  tag: 'tag',
  tier: 'tier',
  staff: 'staff',
  service: 'service',
  product: 'product',
  client_field: 'field',
  import_batch: 'import',
  import_remark: 'import',
  account: 'account',
};

function kindOf(table: string): RecordKind {
  return KINDS[table] ?? 'other';
}
