// Some values of the open book, of people and notes taken at random, for the proof that they lie nowhere in the open.

import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';
import type { KnownValue } from './needles';

export function listKnownValues(db: Db, ofEachKind: number): KnownValue[] {
  return [
    ...valuesOf(db, 'name', `SELECT name AS text FROM client WHERE name NOT IN (${IN_THE_CLEAR})`, ofEachKind),
    ...valuesOf(db, 'phone', 'SELECT coalesce(e164, typed) AS text FROM client_phone', ofEachKind),
    ...valuesOf(db, 'note', "SELECT text FROM preference WHERE text <> ''", ofEachKind),
  ];
}

/** What the lock screen shows stands in keys.json as it is. */
const IN_THE_CLEAR = 'SELECT name FROM account UNION SELECT shop_name FROM book';

function valuesOf(db: Db, kind: KnownValue['kind'], sql: string, most: number): KnownValue[] {
  return allRows<{ text: string }>(db, `SELECT text FROM (${sql}) ORDER BY random() LIMIT ?`, [most]).map(({ text }) => ({ kind, text }));
}
