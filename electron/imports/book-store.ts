// What an import asks the book before it writes: clients by number, phone and name, and receipt numbers it has already.

import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';
import { nameKey, type BookAnswer, type BookQuestion, type KnownClient } from './meet-book';

interface ClientRow extends KnownClient {
  readonly deleted: number;
}

export function askBook(db: Db, question: BookQuestion, named: readonly KnownClient[]): BookAnswer {
  const numbered = allRows<ClientRow>(
    db,
    'SELECT id, number, name, deleted_at IS NOT NULL AS deleted FROM client WHERE number IN (SELECT value FROM json_each(?))',
    [JSON.stringify(question.numbers)],
  );
  const phoned = allRows<KnownClient & { e164: string }>(
    db,
    `SELECT DISTINCT p.e164, c.id, c.number, c.name FROM client_phone p JOIN client c ON c.id = p.client_id
     WHERE p.e164 IN (SELECT value FROM json_each(?)) AND c.deleted_at IS NULL`,
    [JSON.stringify(question.phones)],
  );
  const visits = allRows<{ number: string }>(
    db,
    'SELECT DISTINCT number FROM visit WHERE number IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    [JSON.stringify(question.visitNumbers)],
  );
  return {
    byNumber: new Map(numbered.filter(({ deleted }) => deleted === 0).map((row) => [row.number, row])),
    byPhone: grouped(phoned, ({ e164 }) => e164),
    byName: grouped(named, ({ name }) => nameKey(name)),
    takenNumbers: new Set(numbered.map(({ number }) => number)),
    visitNumbers: new Set(visits.map(({ number }) => number)),
  };
}

/** A slice of all names, in row order: names are compared folded, which SQL cannot do. */
export function listNamesAfter(db: Db, id: number, limit: number): KnownClient[] {
  return allRows(db, 'SELECT id, number, name FROM client WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?', [id, limit]);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
