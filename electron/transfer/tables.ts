// The tables of the book as they travel: the same columns, but a row is named by its uid wherever another row names it, and alerts stand open.

import { BOOK_TABLES, type ColumnShape, type TableShape } from '../core/database/shape';

export type Value = string | number | null;

export interface TravelColumn extends ColumnShape {
  /** Its name in the file: `client` for `client_id`. */
  readonly title: string;
}

export interface TravelTable extends Omit<TableShape, 'columns'> {
  readonly columns: readonly TravelColumn[];
}

/** What is read and written: raised when an older program would misread a file. */
export const FILE_VERSION = 1;
export const FILE_FORMAT = 'shuke-book';

/** An alert travels in words; its seal is made anew where it arrives, under the key of that book. */
export const TRAVEL_TABLES: readonly TravelTable[] = BOOK_TABLES.map((table) => ({
  ...table,
  columns: table.columns.filter(({ name }) => !(table.name === 'preference' && name === 'sealed')).map(titled),
}));

/** Where a column stands in a row of the table. */
export function placeOf(table: TravelTable, column: string): number {
  return table.columns.findIndex(({ name }) => name === column);
}

function titled(column: ColumnShape): TravelColumn {
  return { ...column, title: column.names === null ? column.name : column.name.replace(/_id$/, '') };
}
