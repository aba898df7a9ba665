// The tables of the book as they travel: the same columns, but a row is named by its uid wherever another row names it, and what is sealed stands open.

import { BOOK_TABLES, type ColumnShape, type TableShape } from '../core/database/shape';

export type Value = string | number | null;

export interface TravelColumn extends ColumnShape {
  /** Its name in the file: `client` for `client_id`, `health` for what is sealed. */
  readonly title: string;
  /** It names a row of its own table, which may come later. */
  readonly namesItsOwn: boolean;
}

export interface TravelTable extends Omit<TableShape, 'columns'> {
  readonly columns: readonly TravelColumn[];
}

/** What is read and written: raised when an older program would misread a file. */
export const FILE_VERSION = 2;
export const FILE_FORMAT = 'shuke-book';

/** What a file of the first version does not have. */
const SINCE_2: ReadonlySet<string> = new Set([
  ...[
    'product',
    'client_field',
    'client_field_value',
    'client_relation',
    'photo',
    'photo_content',
    'patch_test',
    'contact',
    'visit_payment',
    'conflict_override',
  ],
  ...['staff.color', 'service.needs_patch_test', 'tag.group_name', 'client.referred_by_id', 'visit.formula', 'visit.void_reason'],
  ...['visit_item.product_id', 'visit_item.staff_id', 'visit_item.discount_cents'],
]);

export const PICTURES = 'photo_content';

/** Last, and by the uid of its photo: also of one whose adding was taken back. The bytes travel as text. */
const PICTURE_TABLE: TravelTable = {
  ...{ name: PICTURES, key: 'photo_uid', hasId: false, pairs: [] },
  columns: [pictureColumn('photo_uid'), pictureColumn('thumbnail'), pictureColumn('picture')],
};

/** Health travels in words; its seal is made anew where it arrives, under the key of that book. An alert has columns for its words, what else is sealed is JSON. */
export const TRAVEL_TABLES: readonly TravelTable[] = [
  ...BOOK_TABLES.map((table) => ({
    ...table,
    columns: table.columns
      .filter(({ name }) => !(table.name === 'preference' && name === 'sealed'))
      .map((column) => travelling(table.name, column)),
  })),
  PICTURE_TABLE,
];

export function isPictureTable({ name }: Pick<TravelTable, 'name'>): boolean {
  return name === PICTURES;
}

/** Where a column stands in a row of the table. */
export function placeOf(table: TravelTable, column: string): number {
  return table.columns.findIndex(({ name }) => name === column);
}

/** Whether a file of that version may go without this table, or this column of it. */
export function mayLack(version: number, table: string, column?: string): boolean {
  return version < 2 && SINCE_2.has(column === undefined ? table : `${table}.${column}`);
}

export function isSealedColumn({ name }: Pick<ColumnShape, 'name'>): boolean {
  return name === 'sealed';
}

function travelling(table: string, column: ColumnShape): TravelColumn {
  const title = column.names === null ? column.name : column.name.replace(/_id$/, '');
  return { ...column, title: isSealedColumn(column) ? 'health' : title, namesItsOwn: column.names === table };
}

function pictureColumn(name: string): TravelColumn {
  return { name, title: name, holds: 'text', required: true, initial: null, unique: name === 'photo_uid', names: null, namesItsOwn: false };
}
