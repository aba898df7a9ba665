// Rows of one list that meet each other: the same phone or number, the same person twice, a family on one phone.

import { fold } from '../../../shared/core/text';
import type { CheckedRow, ClientCandidate, VisitCandidate } from './candidates';
import type { Problem } from './findings';
import type { Columns } from './columns';

/** First row and later row of what looks like the same person or the same visit. */
export type Repeat = readonly [first: number, later: number];

export interface Repeats<Record> {
  readonly rows: readonly CheckedRow<Record>[];
  readonly repeats: readonly Repeat[];
}

export function sameName(a: string, b: string): boolean {
  return fold(a).replaceAll(' ', '') === fold(b).replaceAll(' ', '');
}

export function findRepeatedClients(rows: readonly CheckedRow<ClientCandidate>[], columns: Columns): Repeats<ClientCandidate> {
  const byPhone = new Map<string, ClientCandidate[]>();
  const byNumber = new Map<string, ClientCandidate>();
  const repeats: Repeat[] = [];
  const checked = rows.map((row): CheckedRow<ClientCandidate> => {
    const { record } = row;
    if (!record) return row;
    const problems = [...row.problems];
    const twin = meetByPhone(record, byPhone, columns, problems);
    if (twin !== null) repeats.push([twin, record.row]);
    const other = record.number === null ? undefined : byNumber.get(record.number);
    if (record.number !== null && !other) byNumber.set(record.number, record);
    return other ? withoutNumber({ ...row, problems }, record, other, columns) : { ...row, problems };
  });
  return { rows: checked, repeats };
}

export function findRepeatedVisits(rows: readonly CheckedRow<VisitCandidate>[], columns: Columns): Repeats<VisitCandidate> {
  const byNumber = new Map<string, number>();
  const repeats: Repeat[] = [];
  const checked = rows.map((row): CheckedRow<VisitCandidate> => {
    const number = row.record?.number ?? null;
    if (number === null) return row;
    const first = byNumber.get(number);
    if (first === undefined) {
      byNumber.set(number, row.row);
      return row;
    }
    repeats.push([first, row.row]);
    const column = columns.of('visitNumber')[0] ?? null;
    const problem: Problem = {
      row: row.row,
      column,
      field: 'visitNumber',
      code: 'duplicate.visit',
      severity: 'warns',
      original: number,
      details: { row: first },
    };
    return { ...row, problems: [...row.problems, problem] };
  });
  return { rows: checked, repeats };
}

function meetByPhone(
  record: ClientCandidate,
  byPhone: Map<string, ClientCandidate[]>,
  columns: Columns,
  problems: Problem[],
): number | null {
  const column = columns.of('phone')[0] ?? columns.of('phone2')[0] ?? null;
  const met = record.phones.flatMap(({ e164, typed }) => (byPhone.get(e164) ?? []).map((earlier) => ({ earlier, typed })));
  for (const { e164 } of record.phones) byPhone.set(e164, [...(byPhone.get(e164) ?? []), record]);
  const twin = met.find(({ earlier }) => sameName(earlier.name, record.name));
  const [meeting] = twin ? [twin] : met;
  if (!meeting) return null;
  const { earlier, typed } = meeting;
  const base = { row: record.row, column, field: 'phone', original: typed, details: { row: earlier.row } } as const;
  problems.push(twin ? { ...base, code: 'duplicate.phone', severity: 'warns' } : { ...base, code: 'phone.shared', severity: 'notes' });
  return twin ? earlier.row : null;
}

/**
 * A number can stand for one person only. A later one with it gets a new number and the old is kept as a remark; the same
 * person on a second row keeps it here, and is told apart when the rows are written.
 */
function withoutNumber(
  row: CheckedRow<ClientCandidate>,
  record: ClientCandidate,
  other: ClientCandidate,
  columns: Columns,
): CheckedRow<ClientCandidate> {
  const column = columns.of('number')[0] ?? null;
  const original = record.number ?? '';
  const same = sameName(record.name, other.name);
  const severity = same ? 'notes' : 'warns';
  const problem: Problem = {
    row: row.row,
    column,
    field: 'number',
    code: 'duplicate.number',
    severity,
    original,
    details: { row: other.row },
  };
  if (same) return { ...row, problems: [...row.problems, problem] };
  const remark = { column: column === null ? '' : columns.title(column), original, code: 'duplicate.number' } as const;
  return { ...row, problems: [...row.problems, problem], record: { ...record, number: null, remarks: [...record.remarks, remark] } };
}
