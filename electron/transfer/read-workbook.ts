// Reads the whole book from the workbook that carries it: the sheet about it, every table, and the ends of texts that did not fit into a cell.

import { refuse } from '../../shared/errors';
import { LARGE_LIMITS } from '../imports/reading/limits';
import type { Row, Sheet } from '../imports/reading/table';
import { readWorkbook } from '../imports/reading/workbook';
import { numberIn, textIn } from './cell-text';
import { checkHead, type RawBook, type RawRow, type RawTable } from './raw-book';
import { MORE_COLUMNS, MORE_TEXT } from './sheets';
import { TRAVEL_TABLES, type TravelTable } from './tables';

export function readBookWorkbook(bytes: Uint8Array): RawBook {
  const { sheets } = readWorkbook(bytes, LARGE_LIMITS);
  const about = factsIn(sheets[0]);
  const version = checkHead(about.get('format'), about.get('version'));
  const more = moreIn(joined(sheets, MORE_TEXT));
  const tables = TRAVEL_TABLES.flatMap((table): [string, RawTable][] => {
    const rows = joined(sheets, table.name);
    return rows === null ? [] : [[table.name, tableOf(table, rows, more)]];
  });
  const [shop, takenAt, lastClientNumber] = [about.get('shop'), about.get('taken_at'), about.get('last_client_number')];
  if (typeof shop !== 'string' || typeof takenAt !== 'string' || typeof lastClientNumber !== 'number') throw refuse('file.damaged');
  return {
    version,
    shop,
    takenAt,
    lastClientNumber,
    counts: new Map(
      [...about].flatMap(([field, value]) => (field.startsWith('rows:') && typeof value === 'number' ? [[field.slice(5), value]] : [])),
    ),
    tables: new Map(tables),
    lost: [...more.values()].flatMap((pieces) => (pieces.asked ? [] : pieces.places)),
  };
}

function factsIn(sheet: Sheet | undefined): ReadonlyMap<string, unknown> {
  const pairs = (sheet?.rows ?? []).map(({ cells }) => [cells[0], open(cells[1] ?? null)] as const);
  return new Map(pairs.flatMap(([field, value]) => (typeof field === 'string' ? [[field, value] as const] : [])));
}

/** A table with more rows than a sheet can hold goes on in `name 2` and so on, each under its own titles. Null when there is no such sheet. */
function joined(sheets: readonly Sheet[], name: string): readonly Row[] | null {
  const parts = sheets.filter((sheet) => sheet.name === name || sheet.name.replace(/ \d+$/, '') === name);
  const [first] = parts;
  return first === undefined ? null : parts.flatMap(({ rows }, index) => (index === 0 ? rows : rows.slice(1)));
}

interface Pieces {
  readonly texts: Map<number, string>;
  readonly places: number[];
  asked: boolean;
}

const keyOf = (table: string, row: string, column: string) => JSON.stringify([table, row, column]);

function moreIn(rows: readonly Row[] | null): ReadonlyMap<string, Pieces> {
  const found = new Map<string, Pieces>();
  for (const { number, cells } of (rows ?? []).slice(1)) {
    const [table, row, column, part, text] = MORE_COLUMNS.map((_, index) => open(cells[index] ?? null));
    if (typeof part !== 'number' || typeof text !== 'string') throw refuse('file.damaged');
    const key = keyOf(String(table), String(row), String(column));
    const pieces = found.get(key) ?? { texts: new Map<number, string>(), places: [], asked: false };
    pieces.texts.set(part, text);
    pieces.places.push(number);
    found.set(key, pieces);
  }
  return found;
}

function tableOf({ name, key, columns: known }: TravelTable, [head, ...rows]: readonly Row[], more: ReadonlyMap<string, Pieces>): RawTable {
  const columns = (head?.cells ?? []).map((cell) => (typeof cell === 'string' ? cell : ''));
  const keyAt = columns.indexOf(key);
  const reals = new Set(known.filter(({ holds }) => holds === 'real').map(({ title }) => columns.indexOf(title)));
  const row = ({ number, cells }: Row): RawRow => {
    const own = columns.map((_, index) => (reals.has(index) ? numberIn(cells[index] ?? null) : open(cells[index] ?? null)));
    if (more.size === 0) return { place: number, cells: own };
    const uid = String(own[keyAt]);
    return { place: number, cells: own.map((cell, index) => continued(cell, more.get(keyOf(name, uid, columns[index] ?? '')))) };
  };
  return { columns, rows: rows.map(row) };
}

function continued(cell: unknown, pieces: Pieces | undefined): unknown {
  if (!pieces || typeof cell !== 'string') return cell;
  pieces.asked = true;
  let text = cell;
  for (let part = 2; part <= pieces.texts.size + 1; part += 1) {
    const piece = pieces.texts.get(part);
    // A part that is missing leaves a text with a hole in it.
    if (piece === undefined) throw refuse('file.damaged');
    text += piece;
  }
  return text;
}

function open(cell: Row['cells'][number]): unknown {
  return typeof cell === 'string' ? textIn(cell) : cell;
}
