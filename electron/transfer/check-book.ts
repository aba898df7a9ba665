// Checks a file of a whole book cell by cell and relation by relation; what comes out fits the tables as they are.

import { isBirthday } from '../../shared/core/birthday';
import { isIsoDate } from '../../shared/core/date';
import { ALERT_KINDS } from '../../shared/preferences/contract';
import type { FileProblem, PlacedProblem } from '../../shared/transfer/contract';
import { isPictureText } from './picture-rows';
import type { RawBook, RawRow, RawTable } from './raw-book';
import { MORE_TEXT } from './sheets';
import { isSealedColumn, mayLack, placeOf, TRAVEL_TABLES, type TravelColumn, type TravelTable, type Value } from './tables';

interface CheckedTable {
  readonly table: TravelTable;
  readonly rows: readonly (readonly Value[])[];
}

export interface CheckedBook {
  readonly tables: readonly CheckedTable[];
  readonly problems: readonly PlacedProblem[];
  readonly problemsTotal: number;
}

const MOST_PROBLEMS = 200;

export function checkBook(book: RawBook, progress: (table: string, done: number, total: number) => void): CheckedBook {
  const findings = new Findings();
  const known = new Map(TRAVEL_TABLES.map(({ name }) => [name, new Set<string>()]));
  const tables: CheckedTable[] = [];
  for (const table of TRAVEL_TABLES) {
    const raw = book.tables.get(table.name);
    if (raw === undefined && mayLack(book.version, table.name)) tables.push({ table, rows: [] });
    else if (raw === undefined) findings.add(table.name, null, null, 'sheet-missing');
    else {
      progress(table.name, 0, raw.rows.length);
      if (book.counts.get(table.name) !== raw.rows.length) findings.add(table.name, null, null, 'count');
      tables.push({ table, rows: checkTable(table, raw, known, { findings, version: book.version }) });
    }
  }
  for (const place of book.lost) findings.add(MORE_TEXT, place, null, 'lost-text');
  return { tables, problems: findings.first, problemsTotal: findings.total };
}

class Findings {
  readonly first: PlacedProblem[] = [];
  total = 0;

  add(sheet: string, row: number | null, column: string | null, problem: FileProblem): void {
    this.total += 1;
    if (this.first.length < MOST_PROBLEMS) this.first.push({ sheet, row, column, problem });
  }
}

interface Check {
  readonly findings: Findings;
  readonly version: number;
}

function checkTable(table: TravelTable, raw: RawTable, known: ReadonlyMap<string, Set<string>>, { findings, version }: Check): Value[][] {
  const { name, columns } = table;
  const titles = new Set(columns.map(({ title }) => title));
  raw.columns.filter((title) => title !== '' && !titles.has(title)).forEach((title) => findings.add(name, null, title, 'column-unknown'));
  const lacking = columns.filter(({ title }) => !raw.columns.includes(title));
  const missing = lacking.filter((column) => !mayLack(version, name, column.name));
  missing.forEach(({ title }) => findings.add(name, null, title, 'column-missing'));
  if (missing.length > 0) return [];
  const places = columns.map(({ title }) => raw.columns.indexOf(title));
  const repeats = repeatsOf(table);
  const key = places[placeOf(table, table.key)] ?? -1;
  // Before any row is looked at: a row may name one of its own table that comes later.
  for (const row of raw.rows) known.get(name)?.add(String(valueOf(row, key)));
  return raw.rows.map((row) => {
    const values = columns.map((column, index): Value => {
      const value = lacking.includes(column) ? column.initial : valueOf(row, places[index] ?? -1);
      const problem = problemOf(table, column, value, known);
      if (problem === null) return isValue(value) ? value : null;
      findings.add(name, row.place, column.title, problem);
      return null;
    });
    for (const title of repeats(values)) findings.add(name, row.place, title, 'repeated');
    return values;
  });
}

function valueOf({ cells }: RawRow, place: number): unknown {
  return cells[place] ?? null;
}

function isValue(value: unknown): value is Value {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function problemOf(
  table: TravelTable,
  column: TravelColumn,
  value: unknown,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): FileProblem | null {
  if (value === null) return column.required ? 'blank' : null;
  if (column.names !== null) return typeof value === 'string' && known.get(column.names)?.has(value) === true ? null : 'nowhere';
  if (column.holds !== 'text') return isNumber(column, value) ? null : 'not-number';
  if (typeof value !== 'string') return 'not-text';
  if (column.name === table.key && value === '') return 'blank';
  return textProblem(table.name, column.name, value);
}

function isNumber({ holds }: TravelColumn, value: unknown): boolean {
  if (holds === 'flag') return value === 0 || value === 1;
  return holds === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
}

/** What the app itself relies on when it reads the book. */
function textProblem(table: string, column: string, value: string): FileProblem | null {
  if (column.endsWith('_on')) return isIsoDate(value) ? null : 'not-day';
  if (column.endsWith('_at') || column === 'at') return Number.isNaN(Date.parse(value)) ? 'not-instant' : null;
  if (column === 'birthday') return isBirthday(value) ? null : 'not-day';
  if ((table === 'setting' && column === 'value') || isSealedColumn({ name: column }) || LISTS.has(`${table}.${column}`))
    return isJson(value) ? null : 'not-known';
  if (!isPictureText(table, column, value)) return 'not-known';
  const known = KNOWN[`${table}.${column}`];
  return known === undefined || known.includes(value) ? null : 'not-known';
}

const LISTS: ReadonlySet<string> = new Set(['service.ingredients', 'product.ingredients', 'client_field.choices']);

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'preference.kind': [...ALERT_KINDS, 'like', 'dislike', 'note'],
  'client.gender': ['female', 'male'],
  'tier.mark': ['diamond', 'gold', 'silver', 'regular'],
  'follow_up.state': ['open', 'done', 'dropped'],
  'import_batch.kind': ['clients', 'visits'],
  'client_field.kind': ['text', 'number', 'date', 'choice', 'choices', 'yes-no'],
  'photo.kind': ['portrait', 'before', 'after', 'other'],
  'conflict_override.kind': ['alert', 'patch-test'],
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Which columns of a row say what an earlier row said, though no two may. */
function repeatsOf(table: TravelTable): (values: readonly Value[]) => readonly string[] {
  const groups = [...table.columns.filter(({ unique }) => unique).map(({ name }) => [name]), ...table.pairs].map((names) => ({
    places: names.map((name) => placeOf(table, name)),
    title: table.columns[placeOf(table, names.at(-1) ?? '')]?.title ?? '',
    seen: new Set<string>(),
  }));
  return (values) =>
    groups.flatMap(({ places, title, seen }) => {
      const own = places.map((place) => values[place] ?? null);
      if (own.includes(null)) return [];
      const key = JSON.stringify(own);
      if (seen.has(key)) return [title];
      seen.add(key);
      return [];
    });
}
