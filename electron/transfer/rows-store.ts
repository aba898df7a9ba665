// Reads the rows of the book as they travel: relations by uid, what is sealed opened, in the order they were written.

import type { Db } from '../core/database/database';
import { eachRow, oneRow } from '../core/database/rows';
import type { Sealer } from '../core/sealing';
import { isAlertRow, openAlert } from '../preferences/alerts';
import { openedPictures, type StoredPictures } from './picture-rows';
import { isPictureTable, isSealedColumn, TRAVEL_TABLES, type TravelTable, type Value } from './tables';

export interface BookFacts {
  readonly uid: string;
  readonly shopName: string;
  readonly createdAt: string;
  readonly lastClientNumber: number;
}

export function factsOf(db: Db): BookFacts {
  const sql = 'SELECT uid, shop_name AS shopName, created_at AS createdAt, last_client_number AS lastClientNumber FROM book';
  const facts = oneRow<BookFacts>(db, sql);
  if (!facts) throw new Error('a book without its own row');
  return facts;
}

export function countRows(db: Db): ReadonlyMap<string, number> {
  return new Map(TRAVEL_TABLES.map(({ name }) => [name, oneRow<{ n: number }>(db, `SELECT count(*) AS n FROM "${name}"`)?.n ?? 0]));
}

type Stored = Readonly<Record<string, Value>>;

/** What opens the sealed and seals it anew. */
export interface SealKeys {
  readonly health: Sealer;
  readonly photos: Buffer;
}

export function* rowsOf(db: Db, table: TravelTable, { health, photos }: SealKeys): Iterable<readonly Value[]> {
  if (isPictureTable(table)) {
    for (const row of eachRow<StoredPictures>(db, selectFrom(table))) yield openedPictures(row, photos);
    return;
  }
  for (const row of eachRow<Stored>(db, selectFrom(table))) {
    const open = table.name === 'preference' ? opened(row, health) : row;
    yield table.columns.map((column) => {
      const value = open[column.name] ?? null;
      return isSealedColumn(column) && value !== null ? JSON.stringify(health.open(String(value))) : value;
    });
  }
}

interface VisitLine {
  readonly uid: string;
  readonly number: string | null;
  readonly visited_on: string;
  readonly visited_time: string | null;
  readonly client_number: string;
  readonly client_name: string;
  readonly service: string | null;
  readonly quantity: number | null;
  readonly price_cents: number | null;
  readonly discount_cents: number | null;
  readonly amount_cents: number;
  readonly payment: string | null;
  /** JSON of the ways it was paid, when there were several. */
  readonly payments: string | null;
  readonly staff: string | null;
  readonly note: string | null;
}

/** A line for each service of each visit; without what is in the bin. */
export function visitLines(db: Db): Iterable<VisitLine> {
  return eachRow(
    db,
    `SELECT v.uid, v.number, v.visited_on, v.visited_time, c.number AS client_number, c.name AS client_name, i.name AS service, i.quantity,
       i.price_cents, i.discount_cents, v.amount_cents, v.payment, s.name AS staff, v.note,
       CASE WHEN v.payment IS NULL THEN (SELECT json_group_array(json_object('payment', p.payment, 'amountCents', p.amount_cents) ORDER BY p.sort)
         FROM visit_payment p WHERE p.visit_id = v.id) END AS payments
     FROM visit v JOIN client c ON c.id = v.client_id LEFT JOIN visit_item i ON i.visit_id = v.id
     LEFT JOIN staff s ON s.id = coalesce(i.staff_id, v.staff_id)
     WHERE v.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY v.id, i.sort, i.id`,
  );
}

function selectFrom({ name, key, hasId, columns }: TravelTable): string {
  const list = columns.map((column) =>
    column.names === null
      ? `t."${column.name}"`
      : `(SELECT n.uid FROM "${column.names}" n WHERE n.id = t."${column.name}") AS "${column.name}"`,
  );
  if (name === 'preference') list.push('t.sealed');
  return `SELECT ${list.join(', ')} FROM "${name}" t ORDER BY t."${hasId ? 'id' : key}"`;
}

function opened(row: Stored, health: Sealer): Stored {
  const stored = { kind: text(row['kind']), text: text(row['text']), detail: textOrNull(row['detail']), sealed: textOrNull(row['sealed']) };
  if (!isAlertRow(stored)) return row;
  const { endReason, ...alert } = openAlert(health, stored, textOrNull(row['end_reason']));
  return { ...row, ...alert, end_reason: endReason };
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: Value | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
