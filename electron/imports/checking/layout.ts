// Finds the list inside a file: which sheet, which row holds the titles, clients or visits, and which column is probably what.

import { refuse } from '../../../shared/errors';
import type { ImportField, ImportKind } from '../../../shared/imports/fields';
import type { Row, Sheet, Table } from '../reading/table';
import { textOf } from './cell-text';
import { guessField } from './headers';

export interface GuessedColumn {
  readonly index: number;
  readonly title: string;
  readonly field: ImportField | null;
  readonly sure: boolean;
}

export interface Layout {
  readonly kind: ImportKind;
  readonly sheet: Sheet;
  readonly headerRow: number;
  readonly columns: readonly GuessedColumn[];
}

interface Candidate extends Layout {
  readonly score: number;
}

/** Titles stand near the top: below that many rows nobody looks for them. */
const HEADER_WITHIN = 40;

/** `sheetName` is the person's choice. Without it the visible sheet that looks most like a list of clients or visits is taken. */
export function findLayout(table: Table, sheetName: string | null): Layout {
  const visible = table.sheets.filter((sheet) => !sheet.hidden);
  const eligible =
    sheetName === null ? (visible.length > 0 ? visible : table.sheets) : table.sheets.filter((sheet) => sheet.name === sheetName);
  const candidates = eligible.filter((sheet) => sheet.rows.length > 0).flatMap((sheet) => bestOf(sheet) ?? []);
  const best = candidates.reduce<Candidate | null>((found, next) => (found === null || next.score > found.score ? next : found), null);
  if (!best) throw refuse('file.empty');
  if ((best.sheet.rows.at(-1)?.number ?? 0) <= best.headerRow) throw refuse('file.no-rows');
  return best;
}

/** The same list with another kind in mind: the person said that these are visits. */
export function columnsFor(layout: Layout, kind: ImportKind): readonly GuessedColumn[] {
  const header = layout.sheet.rows.find((row) => row.number === layout.headerRow);
  return header ? guessColumns(layout.sheet, header, kind) : [];
}

function bestOf(sheet: Sheet): Candidate | null {
  let best: Candidate | null = null;
  const last = sheet.rows.at(-1)?.number ?? 0;
  for (const row of sheet.rows.filter(({ number }) => number <= HEADER_WITHIN)) {
    for (const kind of ['clients', 'visits'] as const) {
      const columns = guessColumns(sheet, row, kind);
      // among equals the longer list: a price list on another sheet has few rows
      const score = scoreOf(columns, kind) + Math.min(1, Math.log10(1 + last - row.number) / 6);
      if (best === null || score > best.score) best = { kind, sheet, headerRow: row.number, columns, score };
    }
  }
  return best;
}

function scoreOf(columns: readonly GuessedColumn[], kind: ImportKind): number {
  const known = columns.reduce((sum, { field, sure }) => sum + (field === null ? 0 : sure ? 3 : 1), 0);
  const fields = new Set(columns.map(({ field }) => field));
  const isVisits = (fields.has('date') || fields.has('dateTime')) && (fields.has('amount') || fields.has('service'));
  // a list with names, phones and a date column is one of clients as long as nothing says what was done
  return kind === 'visits' && !isVisits ? known / 4 : known;
}

function guessColumns(sheet: Sheet, header: Row, kind: ImportKind): readonly GuessedColumn[] {
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const titles = Array.from({ length: width }, (_, index) => textOf(header.cells[index] ?? null).trim());
  const guesses = titles.map((title) => guessField(title, kind));
  const sure = assign(
    guesses.map((guess) => (guess?.sure ? guess.field : null)),
    new Set(),
  );
  const taken = new Set(sure);
  const rest = assign(
    guesses.map((guess) => (guess && !guess.sure ? guess.field : null)),
    taken,
  );
  return titles.map((title, index) => ({ index, title, field: sure[index] ?? rest[index] ?? null, sure: (sure[index] ?? null) !== null }));
}

/** Each field once, the first column first; a second phone column is the second phone, an only one the first. */
function assign(fields: readonly (ImportField | null)[], taken: ReadonlySet<ImportField | null>): readonly (ImportField | null)[] {
  const used = new Set(taken);
  const hasPhone = fields.includes('phone') || used.has('phone');
  return fields.map((wanted) => {
    const field =
      wanted === 'phone' && used.has('phone') ? 'phone2' : wanted === 'phone2' && !hasPhone && !used.has('phone') ? 'phone' : wanted;
    if (field === null || used.has(field)) return null;
    used.add(field);
    return field;
  });
}
