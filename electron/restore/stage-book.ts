// The next book, made from a backup: under the present keys, up to date, with the people of now, without those who were erased since.

import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import type { IsoInstant } from '../../shared/core/date';
import { entryOfAct } from '../audit/acted';
import { appendEntry } from '../audit/audit-log';
import { mirrorOf } from '../audit/mirror';
import type { BackupHeader } from '../backups/backup-file';
import { replayErasures } from '../clients/erase';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { wrapDatabase, type Db } from '../core/database/database';
import { beginAct, endAct } from '../core/database/journal';
import { copyRekeyed } from '../core/database/rekey';
import type { WorkerTools } from '../core/worker-side';
import type { NextBook } from '../vault/replacement';
import { keepNumbersGiven } from './client-number-store';
import { erasedHere } from './erased-store';
import { accountIdOf, keepPeople, peopleOf, type Holder } from './people-store';
import { readPresent, type Present, type PresentOrder } from './present';
import { refuseDifferent, refuseUnsound } from './sound';
import { bufferOf, extract, openExtracted, type SourceOrder } from './source';
import { rekeyedName, removeStaged } from './staged';

export interface StageOrder extends SourceOrder {
  /** The keys the next book gets; this thread's own copies. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly auditKey: Uint8Array;
  readonly keysEpoch: number;
  readonly holders: readonly Holder[];
  readonly present: Omit<PresentOrder, 'bookUid'> | null;
  /** By uid, as other backups know them. */
  readonly erased: readonly string[];
  readonly operation: 'restore.run' | 'restore.runClosed';
  readonly now: IsoInstant;
  /** Whoever restores. */
  readonly by: string;
}

export interface StagedBook extends NextBook {
  /** How far the acts of the present book had come when its people were read; null when it could not be. */
  readonly lastAct: number | null;
}

export async function stageBook(order: StageOrder, tools: WorkerTools): Promise<StagedBook> {
  const to: BookAccess = { key: bufferOf(order.key), salt: Buffer.from(order.salt), nativeBinding: order.nativeBinding };
  const auditKey = bufferOf(order.auditKey);
  try {
    const { header, access } = extract(order, tools);
    const file = underKeys(order, access, to, tools);
    const db = openExtracted(file, to, order.bookUid);
    try {
      return settle(db, { order, header, to, auditKey, file }, tools);
    } finally {
      // Moves everything into the one file.
      db.close();
      flush(file);
    }
  } catch (error) {
    removeStaged(order.staged);
    throw error;
  } finally {
    to.key.fill(0);
    auditKey.fill(0);
  }
}

interface Making {
  readonly order: StageOrder;
  readonly header: BackupHeader;
  readonly to: BookAccess;
  readonly auditKey: Buffer;
  readonly file: string;
}

/** The keys are others only after a rotation. */
function underKeys({ staged: file }: StageOrder, from: BookAccess, to: BookAccess, tools: WorkerTools): string {
  tools.progress('open', 0, null);
  try {
    if (from.key.equals(to.key) && from.salt.equals(to.salt)) return file;
    copyRekeyed(rekeyedName(file), { file, from, to, change: () => undefined });
    renameSync(rekeyedName(file), file);
    return file;
  } finally {
    from.key.fill(0);
  }
}

function settle(sqlite: BookConnection, making: Making, tools: WorkerTools): StagedBook {
  const { order, header, to, auditKey, file } = making;
  const db = wrapDatabase(sqlite);
  refuseDifferent(sqlite, header);
  const present = order.present && readPresent({ ...order.present, bookUid: order.bookUid }, to, db);
  sqlite.transaction(() => bringUpToNow(db, making, present)).immediate();
  tools.progress('check', 0, null);
  refuseUnsound(sqlite);
  return { file, mirror: mirrorOf(db, auditKey, order.now), lastAct: present?.lastAct ?? null };
}

function bringUpToNow(db: Db, { order, header, auditKey }: Making, present: Present | null): void {
  const { operation, now, by, holders, erased, keysEpoch } = order;
  const act = beginAct(db, now, accountIdOf(db, by), operation);
  keepPeople(db, present?.people ?? peopleOf(db, holders, now), now);
  const known = new Set(present?.tombstones.map(({ uid }) => uid));
  const elsewhere = erasedHere(
    db,
    erased.filter((uid) => !known.has(uid)),
  );
  const erasure = replayErasures(db, [...(present?.tombstones ?? []), ...elsewhere.map((one) => ({ ...one, at: now, by }))]);
  db.$client.prepare('UPDATE book SET keys_epoch = ?').run(keysEpoch);
  if (present) keepNumbersGiven(db, present.lastClientNumber);
  const tables = endAct(db, act);
  const session = { accountId: accountIdOf(db, by) ?? 0 };
  const { at, kind, counts } = header;
  const details = { backup: at, kind, ...counts, entriesLeft: present?.entriesLeft ?? null, erased: erasure.clients };
  const acted = { act: tables.length > 0 ? act : null, operation, tables, session, at: now, note: { details, client: null } };
  appendEntry(db, auditKey, { ...entryOfAct(db, acted), clientUid: null });
  if (Object.keys(erasure.vouches).length === 0) return;
  const about = { at: now, accountId: session.accountId, operation, clientUid: null, actId: null };
  appendEntry(db, auditKey, { ...about, event: 'erased', details: erasure });
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
