// A sheet before it is written: titled columns over rows of one kind, read as they are needed.

import { maskPhonesIn } from '../../shared/core/marks';
import { textCell, type Cell } from './cell';
import type { ExportView } from './view';
import { TITLES, VALUES, type Language, type Title } from './words';

/** `code` is text that looks like a number, `prose` text of several lines, `plain` a number as it is. */
export type ColumnKind = 'text' | 'code' | 'prose' | 'plain' | 'day' | 'time' | 'instant' | 'money' | 'count';

/** `own`: the name of one of the shop's own fields, `field` which one. */
export type ColumnTitle = Title | { readonly own: string; readonly field: string };

export interface Column<Row> {
  readonly title: ColumnTitle;
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
  /** Its rows come when all have been read; how many have been is told meanwhile. */
  readonly readAhead?: boolean;
  rows(onRead?: (rows: number) => void): Iterable<readonly Cell[]>;
}

export interface SheetParts<Row> {
  readonly name: string;
  readonly stage: string;
  readonly total: number;
  readonly columns: readonly Column<Row>[];
  /** In the order of the sheet, or, with `placeOf`, in the order that is cheap to read. */
  rows(): Iterable<Row>;
  /** Where in the sheet a row belongs, from 0. */
  placeOf?(row: Row): number;
}

/** Of who sees no phones, none leaves by way of a note either. */
export function sheetOf<Row>(
  { name, stage, total, columns, rows, placeOf }: SheetParts<Row>,
  language: Language,
  { contact }: ExportView,
): Sheet {
  const { cut } = VALUES[language];
  const readable = contact ? (text: string) => text : maskPhonesIn;
  const cellsOf = (row: Row) =>
    columns.map((column) => {
      const value = column.value(row);
      return typeof value === 'string' ? textCell(readable(value), cut) : value;
    });
  return {
    name,
    stage,
    total,
    columns: columns.map(({ title, kind, width }) => ({
      title: titleOf(title, language),
      kind,
      width,
    })),
    readAhead: placeOf !== undefined,
    *rows(onRead) {
      if (!placeOf) {
        for (const row of rows()) yield cellsOf(row);
        return;
      }
      const sorted: (readonly Cell[])[] = [];
      let read = 0;
      for (const row of rows()) {
        sorted[placeOf(row)] = cellsOf(row);
        read += 1;
        onRead?.(read);
      }
      // Holes are of who is no longer there.
      yield* sorted.filter(() => true);
    },
  };
}

export function titleOf(title: ColumnTitle, language: Language): string {
  return typeof title === 'string' ? TITLES[language][title] : title.own;
}

/** What a column is left out by. */
export function keyOf(title: ColumnTitle): string {
  return typeof title === 'string' ? title : `own:${title.field}`;
}

export function isAlways(title: ColumnTitle): boolean {
  return title === 'number' || title === 'name';
}

export function lessColumns<Row>(columns: readonly Column<Row>[], without: readonly string[]): readonly Column<Row>[] {
  return columns.filter(({ title }) => isAlways(title) || !without.includes(keyOf(title)));
}

export function column<Row>(title: Title, kind: ColumnKind, width: number, value: (row: Row) => Cell): Column<Row> {
  return { title, kind, width, value };
}

/** Some ids at a time, so that memory does not grow with the book. */
export function* inSlices<Row>(ids: readonly number[], read: (ids: readonly number[]) => readonly Row[], size = 500): Iterable<Row> {
  for (let from = 0; from < ids.length; from += size) yield* read(ids.slice(from, from + size));
}

/**
 * Rows for `ids` in their order. In the order of the book each of its pages is decrypted once; in any other, most would be again when their turn comes.
 * So they are read as they lie there and wait, about a kilobyte each, for their place.
 */
export function inSheetOrder<Row extends { readonly id: number }>(
  ids: readonly number[],
  read: (ids: readonly number[]) => readonly Row[],
): Pick<SheetParts<Row>, 'rows' | 'placeOf'> {
  const asEntered = [...ids].sort((a, b) => a - b);
  if (ids.length > MOST_WAITING || asEntered.every((id, place) => id === ids[place])) return { rows: () => inSlices(ids, read) };
  const places = new Map(ids.map((id, place) => [id, place]));
  return { rows: () => inSlices(asEntered, read), placeOf: ({ id }) => places.get(id) ?? 0 };
}

const MOST_WAITING = 150_000;
