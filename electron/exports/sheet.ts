// A sheet before it is written: titled columns over rows of one kind, read as they are needed.

import { maskPhonesIn } from '../../shared/core/marks';
import { textCell, type Cell } from './cell';
import type { ExportView } from './view';
import { TITLES, VALUES, type Language, type Title } from './words';

/** `code` is text that looks like a number, `prose` text of several lines, `plain` a number as it is. */
export type ColumnKind = 'text' | 'code' | 'prose' | 'plain' | 'day' | 'time' | 'instant' | 'money' | 'count';

export interface Column<Row> {
  /** `own`: the name of one of the shop's own fields. */
  readonly title: Title | { readonly own: string };
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  value(row: Row): Cell;
}

export interface Sheet {
  readonly name: string;
  /** For progress: what is being written. */
  readonly stage: string;
  readonly total: number;
  readonly columns: readonly { readonly title: string; readonly kind: ColumnKind; readonly width: number }[];
  rows(): Iterable<readonly Cell[]>;
}

export interface SheetParts<Row> {
  readonly name: string;
  readonly stage: string;
  readonly total: number;
  readonly columns: readonly Column<Row>[];
  rows(): Iterable<Row>;
}

/** Of who sees no phones, none leaves by way of a note either. */
export function sheetOf<Row>({ name, stage, total, columns, rows }: SheetParts<Row>, language: Language, { contact }: ExportView): Sheet {
  const { cut } = VALUES[language];
  const readable = contact ? (text: string) => text : maskPhonesIn;
  return {
    name,
    stage,
    total,
    columns: columns.map(({ title, kind, width }) => ({
      title: typeof title === 'string' ? TITLES[language][title] : title.own,
      kind,
      width,
    })),
    *rows() {
      for (const row of rows()) {
        yield columns.map((column) => {
          const value = column.value(row);
          return typeof value === 'string' ? textCell(readable(value), cut) : value;
        });
      }
    },
  };
}

export function column<Row>(title: Title, kind: ColumnKind, width: number, value: (row: Row) => Cell): Column<Row> {
  return { title, kind, width, value };
}

/** Some ids at a time, so that memory does not grow with the book. */
export function* inSlices<Row>(ids: readonly number[], read: (ids: readonly number[]) => readonly Row[], size = 500): Iterable<Row> {
  for (let from = 0; from < ids.length; from += size) yield* read(ids.slice(from, from + size));
}
