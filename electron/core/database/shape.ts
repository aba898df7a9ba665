// What the tables of the shop's own work look like: columns, what they hold, and which rows they name. Derived from schema.ts, so that no column can be forgotten.

import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as schema from './schema';

export interface ColumnShape {
  readonly name: string;
  readonly holds: 'text' | 'integer' | 'real' | 'flag';
  readonly required: boolean;
  /** What stands in it when nothing is said. */
  readonly initial: string | number | null;
  readonly unique: boolean;
  /** The table whose row it names by its local id. */
  readonly names: string | null;
}

export interface TableShape {
  readonly name: string;
  /** What a row is known by: its uid, or the key of a setting. */
  readonly key: string;
  /** Rows of most tables also have a local id, in whose order they were written. */
  readonly hasId: boolean;
  /** Without the local id and without what is computed. */
  readonly columns: readonly ColumnShape[];
  /** Columns that are unique together. */
  readonly pairs: readonly (readonly string[])[];
}

/** All that the shop wrote about its work, rows that are named before those that name them; without accounts, roles, the journal and the audit log. */
export const BOOK_TABLES: readonly TableShape[] = [
  schema.setting,
  schema.staff,
  schema.service,
  schema.product,
  schema.tier,
  schema.tag,
  schema.clientField,
  schema.importBatch,
  schema.client,
  schema.clientPhone,
  schema.clientTag,
  schema.clientFieldValue,
  schema.clientRelation,
  schema.preference,
  schema.patchTest,
  schema.broughtOver,
  schema.visit,
  schema.visitItem,
  schema.visitPayment,
  schema.conflictOverride,
  schema.followUp,
  schema.contact,
  schema.photo,
  schema.importRemark,
  schema.erasedClient,
].map(shapeOf);

/** Every table of the book by name, those of the app's own included. */
export const TABLE_NAMES: readonly string[] = Object.values(schema).map((table) => getTableConfig(table).name);

function shapeOf(table: SQLiteTable): TableShape {
  const { name, columns, foreignKeys, indexes } = getTableConfig(table);
  const named = new Map(
    foreignKeys.map((key) => {
      const { columns: from, foreignTable } = key.reference();
      return [from[0]?.name ?? '', getTableConfig(foreignTable).name] as const;
    }),
  );
  const kept = columns.filter((column) => column.generated === undefined && column.name !== 'id');
  return {
    name,
    key: kept.some((column) => column.name === 'uid') ? 'uid' : 'key',
    hasId: columns.some((column) => column.name === 'id'),
    columns: kept.map((column) => ({
      name: column.name,
      holds: holdingOf(column),
      required: column.notNull || column.primary,
      initial: initialOf(column),
      unique: column.isUnique || column.primary,
      names: named.get(column.name) ?? null,
    })),
    pairs: indexes.flatMap(({ config }) =>
      config.unique ? [config.columns.flatMap((column) => ('name' in column && typeof column.name === 'string' ? [column.name] : []))] : [],
    ),
  };
}

function initialOf({ default: value }: SQLiteColumn): ColumnShape['initial'] {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function holdingOf(column: SQLiteColumn): ColumnShape['holds'] {
  if (column.dataType === 'boolean') return 'flag';
  if (column.columnType === 'SQLiteReal') return 'real';
  return column.dataType === 'number' ? 'integer' : 'text';
}
