// Finds the client of each visit: by number, then phone, then a name only one client has.

import type { E164 } from '../../../shared/core/phone';
import type { ImportField } from '../../../shared/imports/fields';
import type { ProblemCode } from '../../../shared/imports/problem-codes';
import type { CheckedRow, ClientReference, VisitCandidate } from './candidates';
import type { Columns } from './columns';
import type { Problem } from './findings';

/** Who is in the book; `Key` is whatever stands for a client there. */
export interface Directory<Key> {
  readonly byNumber: (number: string) => Key | null;
  readonly byPhone: (phone: E164) => readonly Key[];
  readonly byName: (name: string) => readonly Key[];
}

export interface PlacedVisit<Key> {
  readonly row: number;
  readonly record: VisitCandidate | null;
  readonly client: Key | null;
  readonly problems: readonly Problem[];
}

type Found<Key> = { readonly client: Key } | { readonly code: ProblemCode; readonly field: ImportField };

export function placeVisits<Key>(
  rows: readonly CheckedRow<VisitCandidate>[],
  directory: Directory<Key>,
  columns: Columns,
): readonly PlacedVisit<Key>[] {
  return rows.map(({ row, record, problems }) => {
    if (!record) return { row, record, client: null, problems };
    const found = findClient(record.client, directory);
    if ('client' in found) return { row, record, client: found.client, problems };
    const column = columns.of(found.field)[0] ?? null;
    const problem: Problem = {
      row,
      column,
      field: found.field,
      code: found.code,
      severity: 'rejects',
      original: originalOf(record.client, found.field),
      details: {},
    };
    return { row, record: null, client: null, problems: [...problems, problem] };
  });
}

function findClient<Key>(who: ClientReference, directory: Directory<Key>): Found<Key> {
  const byNumber = who.number === null ? null : directory.byNumber(who.number);
  const byPhone = [...new Set(who.phones.flatMap((phone) => directory.byPhone(phone)))];
  const byName = who.name === null ? [] : directory.byName(who.name);
  if (byNumber !== null) {
    // money on the wrong account is worse than a row to look at: two witnesses against the number stop it
    const conflict = byPhone.length > 0 && !byPhone.includes(byNumber) && (who.name === null || !byName.includes(byNumber));
    return conflict ? { code: 'client.conflict', field: 'clientNumber' } : { client: byNumber };
  }
  const family = byPhone.length > 1 ? byPhone.filter((client) => byName.includes(client)) : byPhone;
  const candidates = byPhone.length > 0 ? (family.length > 0 ? family : byPhone) : byName;
  const [only, ...others] = candidates;
  const field: ImportField =
    byPhone.length > 0 ? 'clientPhone' : who.number !== null ? 'clientNumber' : who.phones.length > 0 ? 'clientPhone' : 'clientName';
  if (only === undefined) return { code: 'client.unknown', field };
  return others.length === 0 ? { client: only } : { code: 'client.ambiguous', field: byPhone.length > 0 ? 'clientPhone' : 'clientName' };
}

function originalOf(who: ClientReference, field: ImportField): string {
  if (field === 'clientNumber') return who.number ?? '';
  return field === 'clientPhone' ? (who.phones[0] ?? '') : (who.name ?? '');
}
