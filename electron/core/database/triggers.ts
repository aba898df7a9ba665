// Writes the triggers of the book from schema.ts: the journal's, so that no store can forget it, and the totals'.

import type { Database as Sqlite } from 'better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from './schema';
import { TOTALS_TRIGGERS } from './totals';

/** What the shop wrote. The journal itself, derived sums and per-person drafts are not journaled. */
export const JOURNALED: readonly SQLiteTable[] = [
  schema.role,
  schema.account,
  schema.setting,
  schema.staff,
  schema.service,
  schema.product,
  schema.tier,
  schema.tag,
  schema.clientField,
  schema.client,
  schema.clientPhone,
  schema.clientTag,
  schema.clientFieldValue,
  schema.clientRelation,
  schema.photo,
  schema.patchTest,
  schema.contact,
  schema.preference,
  schema.broughtOver,
  schema.visit,
  schema.visitItem,
  schema.visitPayment,
  schema.conflictOverride,
  schema.followUp,
  schema.importBatch,
  schema.importRemark,
  schema.permissionReview,
];

export interface JournaledTable {
  readonly name: string;
  /** The column that names a row in the journal. */
  readonly key: string;
  readonly columns: readonly string[];
}

export const JOURNALED_TABLES: readonly JournaledTable[] = JOURNALED.map(describe);

/** Replaces all triggers of the book by those this version generates. */
export function installTriggers(sqlite: Sqlite): void {
  dropTriggers(sqlite);
  for (const sql of [...JOURNALED_TABLES.flatMap(journalTriggers), ...APPEND_ONLY, ...TOTALS_TRIGGERS]) sqlite.exec(sql);
}

/** Before a migration: triggers would refuse its writes, and one that names a table being rebuilt keeps SQLite from renaming the new one. */
export function dropTriggers(sqlite: Sqlite): void {
  const existing = sqlite.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of existing) sqlite.exec(`DROP TRIGGER "${name}"`);
}

function describe(table: SQLiteTable): JournaledTable {
  const config = getTableConfig(table);
  const columns = config.columns.filter((column) => column.generated === undefined).map((column) => column.name);
  return { name: config.name, key: columns.includes('uid') ? 'uid' : 'key', columns };
}

const WRITING = `(SELECT act_id FROM journal_state WHERE id = 1)`;

function journalTriggers({ name, key, columns }: JournaledTable): string[] {
  const guard = (event: string) => `
    CREATE TRIGGER "${name}_${event}_needs_act" BEFORE ${event.toUpperCase()} ON "${name}" WHEN ${WRITING} IS NULL
    BEGIN SELECT RAISE(ABORT, 'a write outside an act'); END`;
  const entry = (kind: string, row: string, before: string, after: string) =>
    `INSERT INTO journal (act_id, table_name, row_uid, kind, before, after) SELECT ${WRITING}, '${name}', ${row}."${key}", '${kind}', ${before}, ${after}`;
  const whole = `json_object(${columns.map((column) => `'${column}', OLD."${column}"`).join(', ')})`;
  const erased = `OLD."${key}" IN (SELECT row_uid FROM erasing_row)`;
  return [
    guard('insert'),
    guard('update'),
    guard('delete'),
    `CREATE TRIGGER "${name}_inserted" AFTER INSERT ON "${name}" BEGIN ${entry('insert', 'NEW', 'NULL', 'NULL')}; END`,
    `CREATE TRIGGER "${name}_updated" AFTER UPDATE ON "${name}" WHEN ${columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')}
     BEGIN ${entry('update', 'NEW', changed('OLD', columns), changed('NEW', columns))}; END`,
    `CREATE TRIGGER "${name}_deleted" AFTER DELETE ON "${name}" BEGIN ${entry('delete', 'OLD', `iif(${erased}, '{}', ${whole})`, `iif(${erased}, '{}', NULL)`)}; END`,
  ];
}

/** JSON of only those columns that differ, as they stand on one side. */
function changed(side: 'OLD' | 'NEW', columns: readonly string[]): string {
  const rows = columns.map((column) => `SELECT '${column}' AS k, ${side}."${column}" AS v WHERE OLD."${column}" IS NOT NEW."${column}"`);
  return `(SELECT json_group_object(k, v) FROM (${rows.join(' UNION ALL ')}))`;
}

const APPEND_ONLY = [
  // All it may ever forget is what stood in the rows of a client who is being erased, and that it did stays to be seen.
  `CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
   WHEN NOT (${WRITING} IS NOT NULL AND OLD.row_uid IN (SELECT row_uid FROM erasing_row) AND NEW.before IS '{}' AND NEW.after IS '{}'
     AND (NEW.id, NEW.act_id, NEW.table_name, NEW.row_uid, NEW.kind) IS (OLD.id, OLD.act_id, OLD.table_name, OLD.row_uid, OLD.kind))
   BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  `CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END`,
  `CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,
  `CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,
  // INSERT OR REPLACE takes a row away without asking the trigger above.
  `CREATE TRIGGER audit_never_replaced BEFORE INSERT ON audit WHEN NEW.id IN (SELECT id FROM audit)
   BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`,
];
