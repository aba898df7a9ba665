// Which table a leaf belongs to that no page leads to any more: told from the shape of its rows.

import type { Value } from './record';
import type { BookTable, Column } from './tables';
import type { FoundRow } from './trees';

/** Undefined when no table fits, or more than one. */
export function tableOf(rows: readonly FoundRow[], candidates: readonly BookTable[]): BookTable | undefined {
  if (rows.length === 0) return undefined;
  const all = candidates.filter((table) => rows.every(({ values }) => fits(values, table)));
  // A short row fits the longer ones of its kind too: the table it fills is its own.
  const filled = all.filter(({ columns }) => rows.some(({ values }) => values.length === columns.length));
  const [fitting, another] = filled.length > 0 ? filled : all;
  return another ? undefined : fitting;
}

// A row from before a column was added ends before it.
function fits(values: readonly Value[], { columns, alias }: BookTable): boolean {
  if (values.length > columns.length) return false;
  return columns.every((column, index) => {
    const value = values[index];
    return value === undefined ? !column.notNull || column.hasDefault : suits(value, column, alias);
  });
}

function suits(value: Value, { name, type, notNull }: Column, alias: string | null): boolean {
  if (name === alias) return value === null;
  if (value === null) return !notNull;
  if (name === 'uid') return typeof value === 'string' && UUID.test(value);
  if (type === 'TEXT') return typeof value === 'string';
  return type === 'INTEGER' || type === 'REAL' ? typeof value === 'number' : true;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
