// Where each table and index begins in the damaged file, as far as its list of them can be read.

import { Trees } from './trees';

export interface Roots {
  readonly byName: ReadonlyMap<string, number>;
  /** False when a part of the list cannot be read: what it named is known by its rows only. */
  readonly isWhole: boolean;
}

const FIRST_PAGE = 1;

/** The file's own list of what is in it: type, name, table, root, SQL. */
export function readRoots(trees: Trees): Roots {
  const byName = new Map<string, number>();
  let isWhole = true;
  const rows = trees.table(FIRST_PAGE, () => {
    isWhole = false;
  });
  for (const { values } of rows) {
    const [, name, , root] = values;
    if (typeof name === 'string' && typeof root === 'number' && root > 0) byName.set(name, root);
  }
  return { byName, isWhole };
}

/** The last id that each table gave out; null when not all of it can be read. */
export function readSequences(trees: Trees, { byName, isWhole }: Roots): ReadonlyMap<string, number> | null {
  const root = byName.get('sqlite_sequence');
  if (root === undefined) return isWhole ? new Map() : null;
  let hasGap = false;
  const rows = trees.table(root, () => {
    hasGap = true;
  });
  const found = new Map<string, number>();
  for (const { values } of rows) {
    const [name, last] = values;
    if (typeof name === 'string' && typeof last === 'number') found.set(name, last);
  }
  return hasGap ? null : found;
}
