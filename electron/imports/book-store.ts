// What an import asks the book before it writes: clients by number, phone and name, and receipt numbers it has already.

import { ownClients, type Asker } from '../clients/own';
import { allRows } from '../core/database/rows';
import { nameKey, type BookAnswer, type BookQuestion, type KnownClient } from './meet-book';

interface ClientRow extends KnownClient {
  readonly deleted: number;
  readonly own: number;
}

export function askBook({ db, session }: Asker, question: BookQuestion, named: readonly KnownClient[]): BookAnswer {
  const own = ownClients(session);
  const numbered = allRows<ClientRow>(
    db,
    `SELECT c.id, c.number, c.name, c.deleted_at IS NOT NULL AS deleted, ${own.sql} AS own FROM client c
     WHERE c.number IN (SELECT value FROM json_each(?))`,
    [...own.parameters, JSON.stringify(question.numbers)],
  );
  const phoned = allRows<KnownClient & { e164: string }>(
    db,
    `SELECT DISTINCT p.e164, c.id, c.number, c.name FROM client_phone p JOIN client c ON c.id = p.client_id
     WHERE p.e164 IN (SELECT value FROM json_each(?)) AND c.deleted_at IS NULL AND ${own.sql}`,
    [JSON.stringify(question.phones), ...own.parameters],
  );
  const visits = allRows<{ number: string }>(
    db,
    'SELECT DISTINCT number FROM visit WHERE number IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    [JSON.stringify(question.visitNumbers)],
  );
  return {
    byNumber: new Map(numbered.filter(({ deleted, own: isOwn }) => deleted === 0 && isOwn === 1).map((row) => [row.number, row])),
    byPhone: grouped(phoned, ({ e164 }) => e164),
    byName: grouped(named, ({ name }) => nameKey(name)),
    takenNumbers: new Set(numbered.map(({ number }) => number)),
    visitNumbers: new Set(visits.map(({ number }) => number)),
  };
}

/** A slice of all names, in row order: names are compared folded, which SQL cannot do. */
export function listNamesAfter({ db, session }: Asker, id: number, limit: number): KnownClient[] {
  const own = ownClients(session);
  const sql = `SELECT c.id, c.number, c.name FROM client c WHERE c.id > ? AND c.deleted_at IS NULL AND ${own.sql} ORDER BY c.id LIMIT ?`;
  return allRows(db, sql, [id, ...own.parameters, limit]);
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
