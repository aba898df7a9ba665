// One act written by a thread over a connection of its own: the same transaction, journal and entry of the audit log as `write` gives a command in main.

import { todayAt } from '../../shared/core/date';
import type { CommandContext, Trail } from '../core/context';
import type { BookConnection } from '../core/database/connection';
import { wrapDatabase } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { beginAct, endAct } from '../core/database/journal';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openBeside } from '../core/database/open';
import type { Note } from '../core/dispatch-parts';
import { createSealer } from '../core/sealing';
import type { ThreadWritten, WriteOrder } from '../core/thread-write';
import { ThreadTurn } from '../core/write-gate';
import { entryOfAct } from './acted';
import { appendEntry } from './audit-log';

/** `goOn` refuses when the book is being locked or the job was cancelled; call it every row. */
export function writeInThread<T>(order: WriteOrder, work: (context: CommandContext, goOn: () => void) => T): ThreadWritten<T> {
  const turn = new ThreadTurn(order.memory);
  try {
    const sqlite = openWriter(order);
    try {
      // What does not fit is written to the log, and encrypted, each time it changes; of a small list little of it is used.
      sqlite.pragma(`cache_size=-${CACHE_KIB}`);
      turn.begin();
      const written = transact(sqlite, order, (context) => work(context, () => turn.goOn()));
      // Here and not in main, which would stand still for as long as it takes.
      sqlite.pragma('wal_checkpoint(PASSIVE)');
      return written;
    } finally {
      sqlite.close();
    }
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    for (const key of [order.key, order.healthKey, order.photosKey, order.auditKey]) key?.fill(0);
    turn.end();
  }
}

/** 128 MiB: of 100,000 clients some 160 MB of pages are written. */
const CACHE_KIB = 131_072;

function transact<T>(sqlite: BookConnection, order: WriteOrder, work: (context: CommandContext) => T): ThreadWritten<T> {
  const { session, operation, now } = order;
  const db = wrapDatabase(sqlite);
  const health = order.healthKey ? createSealer(Buffer.from(order.healthKey), 'health') : null;
  return sqlite
    .transaction(() => {
      const act = beginAct(db, now, session.accountId, operation);
      const noted: { note: Note | null } = { note: null };
      const value = work({ db, session, health, now, today: todayAt(new Date(now)), act, trail: trailInto(noted) });
      const tables = endAct(db, act);
      const entry = entryOfAct(db, { act: tables.length > 0 ? act : null, operation, tables, session, at: now, note: noted.note });
      appendEntry(db, Buffer.from(order.auditKey), entry);
      return { value, act, tables };
    })
    .immediate();
}

function trailInto(noted: { note: Note | null }): Trail {
  return {
    note(details, about) {
      noted.note = { details: { ...noted.note?.details, ...details }, client: about?.client ?? noted.note?.client ?? null };
    },
    read: () => {
      throw new Error('what is looked at is told in main');
    },
  };
}

function openWriter({ file, key, salt, nativeBinding }: WriteOrder): BookConnection {
  return openBeside(file, { key: Buffer.from(key), salt: Buffer.from(salt), nativeBinding, schemaVersion: SCHEMA_VERSION });
}
