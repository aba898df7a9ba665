// A row whose own page is gone, from what the indexes still know of it: where that is enough to be of use.

import type { Value } from './record';
import type { BookTable } from './tables';

/** Column by column. */
export type Lacking = ReadonlyMap<string, Value> & { set(name: string, value: Value): unknown };

export interface LostWords {
  readonly now: string;
  client(number: string): string;
  readonly account: string;
  /** The people keys.json knows, by uid. */
  readonly people: ReadonlyMap<string, { readonly name: string; readonly role: string }>;
}

/** Undefined when something is missing that only the row itself held. */
export function rebuiltRow({ name, columns, alias }: BookTable, known: ReadonlyMap<string, Value>, words: LostWords): Lacking | undefined {
  const row = new Map([...known, ...Object.entries(FILLERS[name]?.(known, words) ?? {})]);
  const lacks = columns.some(
    (column) =>
      column.name !== alias && column.notNull && (row.get(column.name) ?? null) === null && (!column.hasDefault || row.has(column.name)),
  );
  return lacks ? undefined : row;
}

/** An act whose row is gone may not be taken back: nobody knows any more what belongs to it. */
export const LOST_OPERATION = 'salvage.lost';

type Filler = (known: ReadonlyMap<string, Value>, words: LostWords) => Record<string, Value>;

const FILLERS: Readonly<Record<string, Filler>> = {
  client: (known, { client, now }) => {
    const created = known.get('created_at') ?? now;
    return { name: client(String(known.get('number') ?? '')), created_at: created, updated_at: created };
  },
  client_phone: (known) => ({ typed: known.get('e164') ?? null }),
  visit: (known) => ({ created_at: known.get('visited_at') ?? null }),
  act: (known, { now }) => ({ at: known.get('at') ?? now, operation: LOST_OPERATION }),
  account: (known, { people, account, now }) => {
    const person = people.get(String(known.get('uid')));
    return { name: person?.name ?? account, role: person?.role ?? '', created_at: now, removed_at: person ? null : now };
  },
  erased_client: (_known, { now }) => ({ at: now, by: '' }),
};
