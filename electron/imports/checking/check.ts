// Checks a whole list: every row becomes a record or says why not, and nothing is written. Pure: a table and a plan in, findings out.

import type { IsoDate } from '../../../shared/core/date';
import type { Region } from '../../../shared/core/phone';
import type { ImportField, ImportKind } from '../../../shared/imports/fields';
import { isBlankCell, type Row, type Sheet } from '../reading/table';
import type { CheckedRow, ClientCandidate, VisitCandidate } from './candidates';
import type { Epoch } from './cell-text';
import { readClientRow } from './client-rows';
import { Columns } from './columns';
import { RowFindings, type Problem } from './findings';
import { findHabits, type Habits } from './habits';
import { findRepeatedClients, findRepeatedVisits, type Repeat, type Repeats } from './repeats';
import type { ShopWishes } from './own-cells';
import { passedOver } from './row-kinds';
import { readVisitRow } from './visit-rows';

export interface Plan {
  readonly kind: ImportKind;
  readonly headerRow: number;
  readonly titles: readonly string[];
  readonly fields: readonly { readonly column: number; readonly field: ImportField | null }[];
  readonly fixes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly skipRows: readonly number[];
  readonly region: Region;
  readonly today: IsoDate;
  readonly epoch: Epoch;
  readonly wishes?: ShopWishes;
}

interface Outcome<Record> {
  readonly rows: readonly CheckedRow<Record>[];
  readonly repeats: readonly Repeat[];
  /** Rows under the header, blank ones included. */
  readonly total: number;
  /** Blank rows, sums and the like, and rows the person left out. */
  readonly skipped: number;
}

export type CheckedList =
  (Outcome<ClientCandidate> & { readonly kind: 'clients' }) | (Outcome<VisitCandidate> & { readonly kind: 'visits' });

export function checkList(sheet: Sheet, plan: Plan): CheckedList {
  const columns = new Columns(plan.titles, plan.fields);
  const rows = withFixes(sheet.rows, plan).filter((row) => row.number > plan.headerRow);
  const habits = findHabits(rows, columns, plan.region, plan.epoch);
  if (plan.kind === 'visits') return { kind: 'visits', ...outcome(rows, plan, columns, habits, readVisitRow, findRepeatedVisits) };
  const readClient: typeof readClientRow = (found, habitsOf, today) => readClientRow(found, habitsOf, today, plan.wishes);
  return { kind: 'clients', ...outcome(rows, plan, columns, habits, readClient, findRepeatedClients) };
}

function outcome<Record>(
  rows: readonly Row[],
  plan: Plan,
  columns: Columns,
  habits: Habits,
  read: (found: RowFindings, habits: Habits, today: IsoDate) => Record | null,
  meet: (rows: readonly CheckedRow<Record>[], columns: Columns) => Repeats<Record>,
): Outcome<Record> {
  const left = new Set(plan.skipRows);
  const checked: CheckedRow<Record>[] = [];
  const passed: CheckedRow<Record>[] = [];
  for (const row of rows) {
    if (left.has(row.number) || row.cells.every(isBlankCell)) continue;
    const reason = passedOver(row, columns);
    if (reason !== null) passed.push({ row: row.number, record: null, problems: [passedProblem(row, reason)] });
    else {
      const found = new RowFindings(row, columns, plan.epoch);
      checked.push({ row: row.number, record: read(found, habits, plan.today), problems: found.problems });
    }
  }
  const met = meet(checked, columns);
  const total = (rows.at(-1)?.number ?? plan.headerRow) - plan.headerRow;
  const all = [...met.rows, ...passed].sort((a, b) => a.row - b.row);
  return { rows: all, repeats: met.repeats, total, skipped: total - checked.length };
}

function passedProblem(row: Row, code: Problem['code']): Problem {
  return { row: row.number, column: null, field: null, code, severity: 'notes', original: '', details: {} };
}

/** Cells the person corrected in the preview stand in for those of the file. */
function withFixes(rows: readonly Row[], { fixes }: Plan): readonly Row[] {
  if (fixes.length === 0) return rows;
  const byRow = new Map<number, typeof fixes>();
  for (const fix of fixes) byRow.set(fix.row, [...(byRow.get(fix.row) ?? []), fix]);
  return rows.map((row) => {
    const cells = [...row.cells];
    for (const { column, text } of byRow.get(row.number) ?? []) {
      while (cells.length < column) cells.push(null);
      cells[column] = text === '' ? null : text;
    }
    return { number: row.number, cells };
  });
}
