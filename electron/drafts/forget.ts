// What people left unfinished may name who is erased, and so may what they were looking for: then it goes with them.

import { z } from 'zod';
import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';
import { isSealed, type Sealer } from '../core/sealing';
import { deleteDraft } from './store';

/** About no record of the book. What is left unfinished about another client is words of theirs, as their notes are. */
const OF_NO_RECORD = "key IN ('client-new', 'import', 'place') OR key LIKE 'place:%'";

/** Shorter than this, a name, or that of an account, is found in all sorts of words. */
const [SHORTEST_NAME, SHORTEST_ACCOUNT] = [2, 4];

interface Draft {
  readonly account_id: number;
  readonly key: string;
  readonly value: string;
}

/**
 * Of those whose rows are marked; `names` are theirs alone. What `health` does not open stays, unless `unreadable` says otherwise.
 * Call while their rows are still there.
 */
export function forgetDraftsNaming(db: Db, names: readonly string[], health: Sealer | null, unreadable: 'stays' | 'goes'): void {
  const drafts = allRows<Draft>(db, `SELECT account_id, key, value FROM draft WHERE ${OF_NO_RECORD}`);
  if (drafts.length === 0) return;
  const isNamed = naming(names, allRows<Account>(db, ACCOUNTS), allRows<{ digits: string }>(db, PHONES));
  for (const { account_id: account, key, value } of drafts) {
    const text = textOf(value, health);
    if (text === null ? unreadable === 'goes' : isNamed(text)) deleteDraft(db, account, key);
  }
}

interface Account {
  readonly wechat: string | null;
  readonly email: string | null;
}

const MARKED = 'SELECT row_uid FROM erasing_row';
const ACCOUNTS = `SELECT wechat, email FROM client WHERE uid IN (${MARKED})`;
const PHONES = `SELECT coalesce(replace(e164, '+86', ''), typed) AS digits FROM client_phone WHERE uid IN (${MARKED})`;

function naming(names: readonly string[], accounts: readonly Account[], phones: readonly { readonly digits: string }[]) {
  const told = accounts.flatMap(({ wechat, email }) => [wechat ?? '', email ?? '']).filter((word) => word.length >= SHORTEST_ACCOUNT);
  const words = [...names.filter((name) => name.length >= SHORTEST_NAME), ...told];
  const numbers = phones.map(({ digits }) => digitsOf(digits)).filter((digits) => digits.length >= SHORTEST_ACCOUNT);
  return (text: string): boolean => words.some((word) => text.includes(word)) || numbers.some((digits) => digitsOf(text).includes(digits));
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** Every text and number in it; null when it cannot be opened. */
function textOf(value: string, health: Sealer | null): string | null {
  if (!isSealed(value)) return leavesOf(JSON.parse(value));
  try {
    return health === null ? null : leavesOf(health.open(value));
  } catch {
    // a damaged one must not keep anybody in the book
    return null;
  }
}

/** As they were typed, which JSON would escape. */
function leavesOf(value: unknown): string {
  const known = z.json().parse(value);
  if (known !== null && typeof known === 'object') return Object.values(known).map(leavesOf).join('\n');
  return String(known ?? '');
}
