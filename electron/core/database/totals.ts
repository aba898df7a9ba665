// Sums per client, kept by triggers on every write of a visit, so that lists need not add up a million visits.
// A refund is money, not a visit. What an older system brought over counts in only where it cannot overlap: it ended before the book's own first visit.

import type { Database as Sqlite } from 'better-sqlite3';

export const TOTALS_TRIGGERS: readonly string[] = [
  `CREATE TRIGGER client_gets_totals AFTER INSERT ON client BEGIN INSERT INTO client_totals (client_id, visits, spent_cents) VALUES (NEW.id, 0, 0); END`,
  `CREATE TRIGGER visit_inserted_totals AFTER INSERT ON visit BEGIN ${recompute('NEW.client_id')} END`,
  `CREATE TRIGGER visit_deleted_totals AFTER DELETE ON visit BEGIN ${recompute('OLD.client_id')} END`,
  `CREATE TRIGGER visit_updated_totals AFTER UPDATE OF client_id, visited_on, amount_cents, deleted_at ON visit
   BEGIN ${recompute('OLD.client_id')} ${recompute('NEW.client_id')} END`,
  `CREATE TRIGGER brought_over_inserted_totals AFTER INSERT ON brought_over BEGIN ${recompute('NEW.client_id')} END`,
  `CREATE TRIGGER brought_over_updated_totals AFTER UPDATE ON brought_over
   BEGIN ${recompute('OLD.client_id')} ${recompute('NEW.client_id')} END`,
  `CREATE TRIGGER brought_over_deleted_totals AFTER DELETE ON brought_over BEGIN ${recompute('OLD.client_id')} END`,
  `CREATE TRIGGER client_inserted_count AFTER INSERT ON client BEGIN ${count('NEW', 1)} END`,
  `CREATE TRIGGER client_deleted_count AFTER DELETE ON client BEGIN ${count('OLD', -1)} END`,
  `CREATE TRIGGER client_moved_count AFTER UPDATE OF archived_at, deleted_at ON client BEGIN ${count('OLD', -1)} ${count('NEW', 1)} END`,
];

export const SHELVES = ['current', 'archived', 'bin'] as const;

/** From the rows themselves, for a book that was filled without its triggers. */
export function rebuildTotals(sqlite: Sqlite): void {
  sqlite.exec('DELETE FROM client_totals; INSERT INTO client_totals (client_id, visits, spent_cents) SELECT id, 0, 0 FROM client');
  sqlite.exec(recompute('client_totals.client_id'));
  sqlite.exec('DELETE FROM shelf_count');
  for (const shelf of SHELVES)
    sqlite
      .prepare(`INSERT INTO shelf_count (shelf, clients) SELECT ?, count(*) FROM client WHERE ${shelfOf('client')} = ?`)
      .run(shelf, shelf);
}

function count(row: 'NEW' | 'OLD', by: 1 | -1): string {
  return `UPDATE shelf_count SET clients = clients + ${by} WHERE shelf = ${shelfOf(row)};`;
}

function shelfOf(row: string): string {
  return `CASE WHEN ${row}.deleted_at IS NOT NULL THEN 'bin' WHEN ${row}.archived_at IS NOT NULL THEN 'archived' ELSE 'current' END`;
}

function recompute(client: string): string {
  const apart = '(own.first_on IS NULL OR b.last_visit_on < own.first_on)';
  return `
  UPDATE client_totals SET (visits, spent_cents, first_visit_on, last_visit_on) = (
    SELECT
      own.n + CASE WHEN ${apart} THEN coalesce(b.visits, 0) ELSE 0 END,
      own.spent + CASE WHEN ${apart} THEN coalesce(b.spent_cents, 0) ELSE 0 END,
      coalesce(min(b.first_visit_on, own.first_on), own.first_on, b.first_visit_on),
      coalesce(max(b.last_visit_on, own.last_on), own.last_on, b.last_visit_on)
    FROM (SELECT count(*) FILTER (WHERE amount_cents >= 0) AS n, coalesce(sum(amount_cents), 0) AS spent,
            min(visited_on) FILTER (WHERE amount_cents >= 0) AS first_on, max(visited_on) FILTER (WHERE amount_cents >= 0) AS last_on
          FROM visit WHERE client_id = ${client} AND deleted_at IS NULL) AS own
    LEFT JOIN brought_over AS b ON b.client_id = ${client}
  ) WHERE client_id = ${client};`;
}
