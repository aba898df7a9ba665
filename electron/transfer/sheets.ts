// The whole book as sheets: what the file is and how it is read, then a table each, then the ends of texts that no cell can hold.

import type { Cell } from '../exports/cell';
import type { ColumnKind, Sheet } from '../exports/sheet';
import type { Language } from '../exports/words';
import { cellOf, cellsOf, numberCell } from './cell-text';
import type { BookContent, TableContent } from './content';
import { FILE_FORMAT, FILE_VERSION, placeOf, type TravelColumn, type Value } from './tables';
import { TRANSFER_WORDS } from './words';

export const MORE_TEXT = 'more_text';
export const MORE_COLUMNS = ['table', 'row', 'column', 'part', 'text'] as const;

type More = readonly [table: string, row: string, column: string, part: number, text: string];

export function sheetsOfBook(content: BookContent, language: Language): readonly Sheet[] {
  const more: More[] = [];
  return [aboutSheet(content, language), ...content.tables.map((table) => tableSheet(table, more)), moreSheet(more)];
}

function aboutSheet({ facts, takenAt, tables }: BookContent, language: Language): Sheet {
  const { about: words } = TRANSFER_WORDS[language];
  const rows: (readonly Cell[])[] = [
    ['format', FILE_FORMAT, words.format],
    ['version', FILE_VERSION, words.version],
    ['shop', cellOf(facts.shopName), words.shop],
    ['book', facts.uid, words.book],
    ['created_at', facts.createdAt, words.created],
    ['last_client_number', facts.lastClientNumber, words.number],
    ['taken_at', takenAt, words.taken],
    ...tables.map(({ table, total }): readonly Cell[] => [`rows:${table.name}`, total, words.rows]),
    ...[words.relations, words.money, words.empty, words.long, words.apart].map((line): readonly Cell[] => [null, null, line]),
  ];
  const [field, value, meaning] = words.titles;
  return {
    name: words.sheet,
    stage: 'about',
    total: rows.length,
    columns: [
      { title: field, kind: 'text', width: 24 },
      { title: value, kind: 'text', width: 40 },
      { title: meaning, kind: 'prose', width: 80 },
    ],
    rows: () => rows,
  };
}

function tableSheet({ table, total, rows }: TableContent, more: More[]): Sheet {
  const key = placeOf(table, table.key);
  return {
    name: table.name,
    stage: table.name,
    total,
    columns: table.columns.map((column) => ({ title: column.title, kind: kindOf(column), width: column.holds === 'text' ? 24 : 12 })),
    *rows() {
      for (const row of rows()) {
        const where = [table.name, String(row[key])] as const;
        yield row.map((value, index) => firstCell(value, [...where, table.columns[index]?.title ?? ''], more));
      }
    },
  };
}

/** Cells formatted as text show a row of hashes when they are long. */
function kindOf({ holds, name }: TravelColumn): ColumnKind {
  if (holds !== 'text') return 'plain';
  return PROSE.has(name) ? 'prose' : 'text';
}

const PROSE = new Set([
  'text',
  'detail',
  'note',
  'end_reason',
  'outcome_note',
  'original',
  'value',
  'follow_up_note',
  'ingredients',
  'sealed',
  'said',
  'formula',
  'choices',
]);

function firstCell(value: Value, [table, row, column]: readonly [string, string, string], more: More[]): Cell {
  if (typeof value === 'number') return numberCell(value);
  if (value === null) return null;
  const [first, ...rest] = cellsOf(value);
  rest.forEach((text, index) => more.push([table, row, column, index + 2, text]));
  return first ?? null;
}

/** Written last, when it is known what did not fit. */
function moreSheet(more: readonly More[]): Sheet {
  return {
    name: MORE_TEXT,
    stage: MORE_TEXT,
    total: 0,
    columns: MORE_COLUMNS.map((title) => ({ title, kind: title === 'part' ? 'plain' : title === 'text' ? 'prose' : 'text', width: 24 })),
    rows: () => more,
  };
}
