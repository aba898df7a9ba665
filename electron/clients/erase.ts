// Erases clients for good: every row, every word of them in the journal, and what SQLite would leave behind. They stay erased.

import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import { vouchingAnew, type Vouches } from '../audit/vouching';
import type { Services } from '../core/context';
import { removeBackupsBefore } from '../core/database/backup-before';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import { forgetDraftsNaming } from '../drafts/forget';
import { emptyLog } from '../vault/opening';
import {
  deleteMarked,
  forgetMarks,
  insertTombstone,
  listActsOfMarked,
  listPresent,
  listTombstones,
  markRows,
  scrubJournal,
  type Tombstone,
} from './erase-store';
import { findNaming, forgetNaming, listActsNaming } from './referrer-store';
import { getClient } from './store';

/** What the log's entry of an erasure (event `erased`) says: how many clients it was, and what it vouches for from now on. */
export type Erasure = { readonly clients: number; readonly vouches: Vouches };

/** The tombstones of a book, for another that is about to take its place. */
export function tombstonesOf({ db }: { readonly db: Db }): readonly Tombstone[] {
  return listTombstones(db);
}

/**
 * Erases these clients where the book has them, and keeps their tombstones in any case: for an older book that is to take this one's place.
 * Call inside an act; an entry `erased` with what this answers goes into the log in the same transaction, or the log no longer fits the journal.
 */
export function replayErasures(db: Db, tombstones: readonly Tombstone[], health: Sealer | null = null): Erasure {
  const uids = tombstones.map(({ uid }) => uid);
  const present = listPresent(db, uids);
  const vouches = eraseRows(db, uids, { health, unreadable: present.length > 0 ? 'goes' : 'stays' });
  for (const tombstone of tombstones) insertTombstone(db, tombstone);
  return { clients: present.length, vouches };
}

/** Drafts are sealed: what opens them, and what becomes of one that does not open. */
export interface ErasedDrafts {
  readonly health: Sealer | null;
  readonly unreadable: 'stays' | 'goes';
}

/** Takes these rows and all that hangs on them out of the book and their words out of the journal. As above: inside an act, with an entry `erased`. */
export function eraseRows(db: Db, uids: readonly string[], { health, unreadable }: ErasedDrafts): Vouches {
  markRows(db, uids);
  const naming = findNaming(db);
  forgetDraftsNaming(db, naming.names, health, unreadable);
  const acts = new Set([...listActsOfMarked(db), ...listActsNaming(db, naming)]);
  const vouches = vouchingAnew(db, [...acts], () => {
    scrubJournal(db);
    forgetNaming(db, naming);
    deleteMarked(db);
  });
  forgetMarks(db);
  return vouches;
}

/** A copy of the book that was kept from before a migration would still hold them, and so would pages in the log. */
export const eraseClient: Services<AppContract>['clients']['erase'] = async ({ id, confirm }, { write, read }) => {
  write((context) => {
    const { uid, number, deletedAt } = getClient(context, id);
    if (deletedAt === null) throw refuse('clients.not-in-bin');
    if (confirm.trim().toUpperCase() !== number.toUpperCase()) throw refuse('clients.number-mistyped');
    const { db, now, session, trail, health } = context;
    trail.note(replayErasures(db, [{ uid, number, at: now, by: session.accountUid }], health), { client: uid });
  });
  read(({ db }) => {
    emptyLog(db.$client);
    removeBackupsBefore(db.$client.name);
  });
  return null;
};
