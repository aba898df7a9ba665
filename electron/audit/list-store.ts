// Reads the audit log: by day, person, event and client, newest first.

import type { AuditEvent, AuditFilter } from '../../shared/audit/contract';
import { addDays, startOfDay, type IsoDate } from '../../shared/core/date';
import { ownOfStaff } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import type { ChainRow } from './chain';

/** Whose names may be shown beside an entry. */
export interface NameScope {
  readonly clients: boolean;
  /** Row id of the staff record for who sees only their own clients; undefined: all. */
  readonly staffId: number | null | undefined;
}

export interface ListedRow extends ChainRow {
  readonly previous: string | null;
  readonly account_uid: string | null;
  readonly account_name: string | null;
  readonly client_number: string | null;
  readonly client_name: string | null;
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

const COLUMNS = 'a.id, a.at, a.account_id, a.event, a.operation, a.client_uid, a.act_id, a.details, a.mac';

export function listEntries(db: Db, filter: AuditFilter, names: NameScope, before: number | null, limit: number): ListedRow[] {
  const { sql, parameters } = conditionOf(filter);
  const named = nameCondition(names);
  // The page is found first, from indexes alone where they hold all that is asked: only its own rows are read and joined.
  return allRows(
    db,
    `SELECT ${COLUMNS}, p.uid AS account_uid, p.name AS account_name,
       coalesce(c.number, (SELECT e.number FROM erased_client e WHERE e.uid = a.client_uid)) AS client_number, CASE WHEN ${named.sql} THEN c.name END AS client_name,
       (SELECT b.mac FROM audit b WHERE b.id = a.id - 1) AS previous
     FROM (SELECT a.id FROM audit a WHERE ${sql}${before === null ? '' : ' AND a.id < ?'} ORDER BY a.id DESC LIMIT ?) page
     CROSS JOIN audit a ON a.id = page.id LEFT JOIN account p ON p.id = a.account_id LEFT JOIN client c ON c.uid = a.client_uid
     ORDER BY a.id DESC`,
    [...named.parameters, ...parameters, ...(before === null ? [] : [before]), limit],
  );
}

export function countEntries(db: Db, filter: AuditFilter): number {
  const { sql, parameters } = conditionOf(filter);
  if (sql === EVERYTHING) return oneRow<{ n: number }>(db, 'SELECT coalesce(max(id), 0) AS n FROM audit')?.n ?? 0;
  return oneRow<{ n: number }>(db, `SELECT count(*) AS n FROM audit a WHERE ${sql}`, [...parameters])?.n ?? 0;
}

/** How many entries of the filter fall on one day. */
export function countOnDay(db: Db, filter: AuditFilter, on: IsoDate): number {
  return countEntries(db, { ...filter, from: on, to: on });
}

/** In the order in which they were written, for the workbook. */
export function* allEntries(db: Db, filter: AuditFilter, names: NameScope): Iterable<ListedRow> {
  let before: number | null = null;
  for (;;) {
    const slice = listEntries(db, filter, names, before, 500);
    yield* slice;
    const last = slice.at(-1);
    if (!last) return;
    before = last.id;
  }
}

export function findEntry(db: Db, id: number): ChainRow | undefined {
  return oneRow(db, `SELECT ${COLUMNS} FROM audit a WHERE a.id = ?`, [id]);
}

export function listAround(db: Db, id: number, reach: number): ChainRow[] {
  return allRows(db, `SELECT ${COLUMNS} FROM audit a WHERE a.id BETWEEN ? AND ? ORDER BY a.id`, [id - reach, id + reach]);
}

export function lastOf(db: Db, event: AuditEvent): ChainRow | undefined {
  // By its number: a clock that was set back must not bring an older one to the top.
  return oneRow(db, `SELECT ${COLUMNS} FROM audit a WHERE a.id = (SELECT max(id) FROM audit INDEXED BY audit_event WHERE event = ?)`, [
    event,
  ]);
}

export function findAccountName(db: Db, uid: string): { readonly id: number; readonly name: string } | undefined {
  return oneRow(db, 'SELECT id, name FROM account WHERE uid = ?', [uid]);
}

export interface ActivityRow {
  readonly account_id: number;
  readonly account_uid: string;
  readonly account_name: string;
  readonly at: string;
  readonly event: string;
}

export function listActivity(db: Db, from: IsoDate, to: IsoDate): ActivityRow[] {
  return allRows(
    db,
    `SELECT a.account_id, p.uid AS account_uid, p.name AS account_name, a.at, a.event FROM audit a JOIN account p ON p.id = a.account_id
     WHERE a.at >= ? AND a.at < ? ORDER BY a.account_id, a.at`,
    [startOfDay(from), startOfDay(addDays(to, 1))],
  );
}

export interface SeenClient {
  readonly uid: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly times: number;
  readonly last_at: string;
}

/** Clients somebody looked at between two days, the most often first. */
export function listSeenClients(db: Db, accountId: number, from: IsoDate, to: IsoDate, names: NameScope, limit: number): SeenClient[] {
  const named = nameCondition(names);
  return allRows(
    db,
    `SELECT a.client_uid AS uid, c.number, CASE WHEN ${named.sql} THEN c.name END AS name, count(*) AS times, max(a.at) AS last_at
     FROM audit a LEFT JOIN client c ON c.uid = a.client_uid
     WHERE a.account_id = ? AND a.at >= ? AND a.at < ? AND a.event = 'client-seen' AND a.client_uid IS NOT NULL
     GROUP BY a.client_uid ORDER BY times DESC, last_at DESC LIMIT ?`,
    [...named.parameters, accountId, startOfDay(from), startOfDay(addDays(to, 1)), limit],
  );
}

export function countSeenClients(db: Db, accountId: number, from: IsoDate, to: IsoDate): number {
  return (
    oneRow<{ n: number }>(
      db,
      "SELECT count(DISTINCT client_uid) AS n FROM audit WHERE account_id = ? AND at >= ? AND at < ? AND event = 'client-seen'",
      [accountId, startOfDay(from), startOfDay(addDays(to, 1))],
    )?.n ?? 0
  );
}

function nameCondition({ clients, staffId }: NameScope): Condition {
  if (!clients) return { sql: 'FALSE', parameters: [] };
  return staffId === undefined ? { sql: 'TRUE', parameters: [] } : ownOfStaff(staffId);
}

const EVERYTHING = 'TRUE';

function conditionOf({ from, to, accountId, events, clientId }: AuditFilter): Condition {
  const wheres: string[] = [];
  const parameters: (string | number)[] = [];
  const add = (where: string, ...values: string[]) => {
    wheres.push(where);
    parameters.push(...values);
  };
  if (from !== null) add('a.at >= ?', startOfDay(from));
  if (to !== null) add('a.at < ?', startOfDay(addDays(to, 1)));
  if (accountId !== null) add('a.account_id = (SELECT id FROM account WHERE uid = ?)', accountId);
  if (events.length > 0) add('a.event IN (SELECT value FROM json_each(?))', JSON.stringify(events));
  if (clientId !== null) add('a.client_uid = ?', clientId);
  return { sql: wheres.length === 0 ? EVERYTHING : wheres.join(' AND '), parameters };
}
