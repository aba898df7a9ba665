// Compares a checked list with the book: who is there already, which numbers are taken, whose visits these are.

import { fold } from '../../shared/core/text';
import type { CheckedRow, ClientCandidate, VisitCandidate } from './checking/candidates';
import { Columns } from './checking/columns';
import type { Problem } from './checking/findings';
import { placeVisits, type Directory, type PlacedVisit } from './checking/place-visits';
import { sameName } from './checking/repeats';

export interface KnownClient {
  readonly id: number;
  readonly number: string;
  readonly name: string;
}

/** What the book is asked for at once: everything a list mentions. */
export interface BookQuestion {
  readonly numbers: readonly string[];
  readonly phones: readonly string[];
  readonly names: readonly string[];
  readonly visitNumbers: readonly string[];
}

export interface BookAnswer {
  readonly byNumber: ReadonlyMap<string, KnownClient>;
  readonly byPhone: ReadonlyMap<string, readonly KnownClient[]>;
  /** By folded name without blanks. */
  readonly byName: ReadonlyMap<string, readonly KnownClient[]>;
  /** Numbers of clients anywhere in the book, the bin included. */
  readonly takenNumbers: ReadonlySet<string>;
  readonly visitNumbers: ReadonlySet<string>;
}

export function nameKey(name: string): string {
  return fold(name).replaceAll(' ', '');
}

export function questionOfClients(rows: readonly CheckedRow<ClientCandidate>[]): BookQuestion {
  const records = rows.flatMap(({ record }) => record ?? []);
  return {
    numbers: records.flatMap(({ number }) => number ?? []),
    phones: records.flatMap(({ phones }) => phones.map(({ e164 }) => e164)),
    names: [],
    visitNumbers: [],
  };
}

export function questionOfVisits(rows: readonly CheckedRow<VisitCandidate>[]): BookQuestion {
  const records = rows.flatMap(({ record }) => record ?? []);
  return {
    numbers: records.flatMap(({ client }) => client.number ?? []),
    phones: records.flatMap(({ client }) => client.phones),
    names: [...new Set(records.flatMap(({ client }) => (client.name === null ? [] : [nameKey(client.name)])))],
    visitNumbers: records.flatMap(({ number }) => number ?? []),
  };
}

/** Clients that are in the book already are said, never merged: that is the person's choice. */
export function meetClients(
  rows: readonly CheckedRow<ClientCandidate>[],
  book: BookAnswer,
  columns: Columns,
): readonly CheckedRow<ClientCandidate>[] {
  return rows.map((row) => {
    const { record } = row;
    if (!record) return row;
    const found = [...phoneProblems(record, book, columns), ...numberProblems(row, record, book, columns)];
    return found.length === 0 ? row : { ...row, problems: [...row.problems, ...found] };
  });
}

/** A receipt number the book has already is the same visit again: the list was imported before. */
export function meetVisits(
  rows: readonly CheckedRow<VisitCandidate>[],
  book: BookAnswer,
  columns: Columns,
): readonly PlacedVisit<number>[] {
  const fresh = rows.map((row): CheckedRow<VisitCandidate> => {
    const number = row.record?.number ?? null;
    if (number === null || !book.visitNumbers.has(number)) return row;
    const column = columns.of('visitNumber')[0] ?? null;
    const problem: Problem = {
      row: row.row,
      column,
      field: 'visitNumber',
      code: 'duplicate.visit',
      severity: 'rejects',
      original: number,
      details: { inBook: 1 },
    };
    return { ...row, record: null, problems: [...row.problems, problem] };
  });
  return placeVisits(fresh, directoryOf(book), columns);
}

function directoryOf(book: BookAnswer): Directory<number> {
  const ids = (clients: readonly KnownClient[] | undefined): readonly number[] => (clients ?? []).map(({ id }) => id);
  return {
    byNumber: (number) => book.byNumber.get(number)?.id ?? null,
    byPhone: (phone) => ids(book.byPhone.get(phone)),
    byName: (name) => ids(book.byName.get(nameKey(name))),
  };
}

function phoneProblems(record: ClientCandidate, book: BookAnswer, columns: Columns): readonly Problem[] {
  const met = record.phones.flatMap(({ e164, typed }) => (book.byPhone.get(e164) ?? []).map((client) => ({ client, typed })));
  const twin = met.find(({ client }) => sameName(client.name, record.name));
  const meeting = twin ?? met[0];
  if (!meeting) return [];
  const column = columns.of('phone')[0] ?? columns.of('phone2')[0] ?? null;
  const base = {
    row: record.row,
    column,
    field: 'phone',
    original: meeting.typed,
    details: { client: meeting.client.number, name: meeting.client.name },
  } as const;
  return [twin ? { ...base, code: 'duplicate.phone', severity: 'warns' } : { ...base, code: 'phone.shared', severity: 'notes' }];
}

function numberProblems(row: CheckedRow<ClientCandidate>, record: ClientCandidate, book: BookAnswer, columns: Columns): readonly Problem[] {
  const { number } = record;
  if (number === null || !book.takenNumbers.has(number) || row.problems.some(({ code }) => code === 'duplicate.number')) return [];
  const column = columns.of('number')[0] ?? null;
  return [
    { row: record.row, column, field: 'number', code: 'duplicate.number', severity: 'warns', original: number, details: { inBook: 1 } },
  ];
}
