// What two books have in common, table by table, row by row along their uids: memory does not grow with the book.

import type { RestorePreview, TableChange } from '../../shared/restore/contract';
import type { Db } from '../core/database/database';
import { allRows, eachRow, oneRow } from '../core/database/rows';

type Table = TableChange['table'];

export interface Comparison {
  readonly tables: RestorePreview['tables'];
  readonly lostClients: string[];
  readonly staysErased: number;
}

/** `erased`: by uid. They are in no count: a restore does not bring them back. */
export function compareBooks(now: Db, backup: Db, erased: readonly string[], progress: (done: number, total: number) => void): Comparison {
  const uids = JSON.stringify(erased);
  const lost: string[] = [];
  const tables = TABLES.map(([table, sql], index) => {
    const note = table === 'clients' ? (uid: string) => void lost.push(uid) : () => undefined;
    const line = { table, ...compareRows(rowsOf(now, sql, uids), rowsOf(backup, sql, uids), note) };
    progress(index + 1, TABLES.length);
    return line;
  });
  return { tables, lostClients: namesOf(now, lost), staysErased: erasedIn(backup, uids) };
}

export function listErased(db: Db): string[] {
  return allRows<{ uid: string }>(db, 'SELECT uid FROM erased_client').map(({ uid }) => uid);
}

const NOT_ERASED = 'uid NOT IN (SELECT value FROM json_each(:erased))';
const OF_NOT_ERASED = `client_id IN (SELECT id FROM client WHERE deleted_at IS NULL AND ${NOT_ERASED})`;

/** What the shop sees of it: no bins, no former versions. */
const TABLES: readonly (readonly [Table, string])[] = [
  ['clients', `SELECT * FROM client WHERE deleted_at IS NULL AND ${NOT_ERASED} ORDER BY uid`],
  ['visits', `SELECT * FROM visit WHERE deleted_at IS NULL AND ${OF_NOT_ERASED} ORDER BY uid`],
  ['follow-ups', `SELECT * FROM follow_up WHERE ${OF_NOT_ERASED} ORDER BY uid`],
  ['preferences', `SELECT * FROM preference WHERE kind <> 'alert' AND ended_at IS NULL AND ${OF_NOT_ERASED} ORDER BY uid`],
  ['alerts', `SELECT * FROM preference WHERE kind = 'alert' AND ended_at IS NULL AND ${OF_NOT_ERASED} ORDER BY uid`],
  ['services', `SELECT * FROM service WHERE ${NOT_ERASED} ORDER BY uid`],
  ['staff', `SELECT * FROM staff WHERE ${NOT_ERASED} ORDER BY uid`],
  ['tags', `SELECT * FROM tag WHERE ${NOT_ERASED} ORDER BY uid`],
  ['settings', 'SELECT key AS uid, value FROM setting WHERE key NOT IN (SELECT value FROM json_each(:erased)) ORDER BY key'],
];

type Row = Readonly<Record<string, string | number | null>> & { readonly uid: string };

function rowsOf(db: Db, sql: string, erased: string): Iterator<Row> {
  return eachRow<Row>(db, sql, { erased });
}

function compareRows(now: Iterator<Row>, backup: Iterator<Row>, lost: (uid: string) => void): Omit<TableChange, 'table'> {
  const line = { now: 0, backup: 0, gained: 0, lost: 0, changed: 0 };
  let one = next(now);
  let other = next(backup);
  while (one || other) {
    if (other === undefined || (one && one.uid < other.uid)) {
      line.now += 1;
      line.lost += 1;
      if (one) lost(one.uid);
      one = next(now);
    } else if (one === undefined || other.uid < one.uid) {
      line.backup += 1;
      line.gained += 1;
      other = next(backup);
    } else {
      line.now += 1;
      line.backup += 1;
      // Sealed text is compared as it stands: it is sealed anew only when somebody edits it, or when the book gets new keys.
      if (JSON.stringify(one) !== JSON.stringify(other)) line.changed += 1;
      one = next(now);
      other = next(backup);
    }
  }
  return line;
}

function next(rows: Iterator<Row>): Row | undefined {
  const { done, value } = rows.next();
  return done === true ? undefined : value;
}

const NAMES = 5;

function namesOf(db: Db, uids: readonly string[]): string[] {
  return allRows<{ name: string }>(
    db,
    'SELECT name FROM client WHERE uid IN (SELECT value FROM json_each(?)) ORDER BY created_at DESC, id DESC LIMIT ?',
    [JSON.stringify(uids), NAMES],
  ).map(({ name }) => name);
}

function erasedIn(db: Db, uids: string): number {
  return oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM client WHERE uid IN (SELECT value FROM json_each(?))', [uids])?.n ?? 0;
}
