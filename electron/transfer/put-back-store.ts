// Writes a whole book into one without clients: what the new book began with makes room, every row keeps its uid, what was sealed is sealed anew.

import { AlertKind } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import type { Sealer } from '../core/sealing';
import { isAlertRow, sealedColumns } from '../preferences/alerts';
import { sealedPictures } from './picture-rows';
import type { ReadBook } from './read-book';
import type { SealKeys } from './rows-store';
import { isPictureTable, isSealedColumn, placeOf, TRAVEL_TABLES, type TravelTable, type Value } from './tables';

/** Nobody is in it, nobody is in its bin, and nobody was ever erased from it who might come back with a file. */
export function hasNobody(db: Db): boolean {
  return oneRow(db, 'SELECT 1 FROM client UNION ALL SELECT 1 FROM erased_client LIMIT 1') === undefined;
}

/** Inside one act. `step` is called for every row. */
export function putBack(
  db: Db,
  { tables, lastClientNumber }: Pick<ReadBook, 'tables' | 'lastClientNumber'>,
  keys: SealKeys,
  step: () => void,
): void {
  const people = staffOfAccounts(db);
  makeRoom(db);
  for (const content of tables) putTable(db, content, keys, step);
  for (const { accountId, name } of people)
    runSql(db, 'UPDATE account SET staff_id = (SELECT id FROM staff WHERE name = ?) WHERE id = ?', [name, accountId]);
  runSql(db, 'UPDATE book SET last_client_number = max(last_client_number, ?)', [lastClientNumber]);
}

function putTable(db: Db, { table, rows }: ReadBook['tables'][number], { health, photos }: SealKeys, step: () => void): void {
  const sql = insertInto(table);
  const key = placeOf(table, table.key);
  for (const row of rows) {
    step();
    if (isPictureTable(table)) {
      runSql(db, sql, [...sealedPictures(row, photos)]);
      continue;
    }
    const values = table.name === 'preference' ? sealedAlert(table, row, health) : sealedAnew(table, row, health);
    runSql(db, sql, [...values]);
  }
  for (const [place, { name, namesItsOwn }] of table.columns.entries()) if (namesItsOwn) nameLater(db, table, rows, { name, place, key });
}

/** A row that named one of its own table which was not there yet. */
function nameLater(
  db: Db,
  { name: table }: TravelTable,
  rows: readonly (readonly Value[])[],
  { name, place, key }: { readonly name: string; readonly place: number; readonly key: number },
): void {
  const sql = `UPDATE "${table}" SET "${name}" = (SELECT id FROM "${table}" WHERE uid = ?) WHERE uid = ? AND "${name}" IS NULL`;
  for (const row of rows) if ((row[place] ?? null) !== null) runSql(db, sql, [row[place] ?? null, row[key] ?? null]);
}

interface AccountStaff {
  readonly accountId: number;
  readonly name: string;
}

/** Accounts stay those of this book; their staff record is found again by its name. */
function staffOfAccounts(db: Db): AccountStaff[] {
  return allRows(db, 'SELECT a.id AS accountId, s.name FROM account a JOIN staff s ON s.id = a.staff_id');
}

function makeRoom(db: Db): void {
  runSql(db, 'UPDATE account SET staff_id = NULL WHERE staff_id IS NOT NULL');
  for (const { name } of TRAVEL_TABLES.toReversed()) runSql(db, `DELETE FROM "${name}"`);
}

/** A row that is named is found by its uid when it was written before. */
function insertInto({ name, columns }: TravelTable): string {
  const names = [...columns.map((column) => column.name), ...(name === 'preference' ? ['sealed'] : [])];
  const values = columns.map((column) => (column.names === null ? '?' : `(SELECT id FROM "${column.names}" WHERE uid = ?)`));
  if (name === 'preference') values.push('?');
  return `INSERT INTO "${name}" (${names.map((one) => `"${one}"`).join(', ')}) VALUES (${values.join(', ')})`;
}

function sealedAnew(table: TravelTable, row: readonly Value[], health: Sealer): readonly Value[] {
  const place = table.columns.findIndex(isSealedColumn);
  return row.map((value, index) => (index === place && value !== null ? health.seal(JSON.parse(String(value))) : value));
}

function sealedAlert(table: TravelTable, row: readonly Value[], health: Sealer): readonly Value[] {
  const at = (column: string) => placeOf(table, column);
  const kind = String(row[at('kind')]);
  if (!isAlertRow({ kind })) return [...row, null];
  const text = (column: string) => {
    const value = row[at(column)];
    return typeof value === 'string' ? value : null;
  };
  const alert = { kind: AlertKind.parse(kind), text: text('text') ?? '', detail: text('detail'), endReason: text('end_reason') };
  const columns = sealedColumns(health, alert);
  const stored = new Map<number, Value>([
    [at('kind'), columns.kind],
    [at('text'), columns.text],
    [at('detail'), columns.detail],
    [at('end_reason'), null],
  ]);
  return [...row.map((value, index) => (stored.has(index) ? (stored.get(index) ?? null) : value)), columns.sealed];
}
