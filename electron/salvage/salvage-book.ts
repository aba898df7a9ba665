// The work of a salvage in a thread of its own: a damaged book, which is only read, into a new one under the same keys.

import { closeSync, fsyncSync, openSync } from 'node:fs';
import { AppError, refuse } from '../../shared/errors';
import type { IsoInstant } from '../../shared/core/date';
import type { SalvagedTable } from '../../shared/salvage/contract';
import { appendEntry } from '../audit/audit-log';
import type { BookAccess, BookConnection } from '../core/database/connection';
import { findDamage } from '../core/database/copy';
import { wrapDatabase } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { migrate, MIGRATIONS, SCHEMA_VERSION } from '../core/database/migrate';
import { openBookFile } from '../core/database/open';
import { installTriggers } from '../core/database/triggers';
import type { WorkerTools } from '../core/worker-side';
import { isWhole, openDamaged, type DamagedFile } from './damaged-file';
import { fillBook } from './fill';
import type { LostWords } from './lost-rows';
import { mendBook, type BookFacts } from './mend';
import { linesOf } from './report';
import { readRoots, readSequences } from './roots';
import { describeTables } from './tables';
import { Trees } from './trees';

export interface SalvageOrder {
  readonly file: string;
  readonly next: string;
  /** This thread's own copies, wiped at the end. */
  readonly key: Uint8Array;
  readonly auditKey: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly now: IsoInstant;
  /** Whoever salvages; null with the recovery key. */
  readonly by: string | null;
  readonly book: BookFacts;
  readonly people: readonly { readonly uid: string; readonly name: string; readonly role: string }[];
  readonly words: { readonly client: string; readonly account: string };
}

export interface Salvaged {
  readonly pages: number;
  readonly unreadable: number;
  readonly logLost: boolean;
  readonly unlinked: number;
  readonly tables: readonly SalvagedTable[];
}

export async function salvageBook(order: SalvageOrder, tools: WorkerTools): Promise<Salvaged> {
  const key = bufferOf(order.key);
  const auditKey = bufferOf(order.auditKey);
  const access = { key, salt: Buffer.from(order.salt), nativeBinding: order.nativeBinding };
  try {
    const damaged = openDamaged(order.file, `${order.next}-from`, access);
    try {
      return salvage(order, damaged, access, auditKey, tools);
    } finally {
      damaged.close();
    }
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    key.fill(0);
    auditKey.fill(0);
  }
}

interface Built {
  readonly unlinked: number;
  readonly tables: readonly SalvagedTable[];
}

function salvage(order: SalvageOrder, damaged: DamagedFile, access: BookAccess, auditKey: Buffer, tools: WorkerTools): Salvaged {
  const { count, schemaVersion, logLost } = damaged;
  if (schemaVersion > SCHEMA_VERSION) throw new AppError('book.newer', { theirs: schemaVersion, ours: SCHEMA_VERSION });
  const unreadable = countUnreadable(damaged, tools);
  if (unreadable === 0 && !logLost && isWhole(order.file, access)) throw refuse('salvage.not-needed');
  const found: Salvaged[] = [];
  const prepare = (fresh: BookConnection) => {
    const built = build(fresh, order, damaged, tools);
    found.push({ pages: count, unreadable, logLost, ...built });
  };
  const db = openBookFile(order.next, { ...access, schemaVersion: SCHEMA_VERSION, create: true, prepare });
  try {
    const [salvaged] = found;
    if (!salvaged) throw new Error('nothing was built');
    tell(db, order, auditKey, salvaged);
    tools.progress('check', 0, null);
    refuseUnsound(db);
    return salvaged;
  } finally {
    // Moves everything into the one file.
    db.close();
    flush(order.next);
  }
}

function countUnreadable({ pages, count }: DamagedFile, tools: WorkerTools): number {
  let unreadable = 0;
  for (let number = 1; number <= count; number += 1) {
    if (!pages.isSound(number)) unreadable += 1;
    if (number % PAGES_A_REPORT === 0 || number === count) tools.progress('pages', number, count);
  }
  return unreadable;
}

const PAGES_A_REPORT = 500;

/** In the tables as the damaged book has them; an older one is brought up to date when it is full, as any other. */
function build(db: BookConnection, order: SalvageOrder, { pages, count, schemaVersion }: DamagedFile, tools: WorkerTools): Built {
  for (const { sql } of MIGRATIONS.slice(0, schemaVersion))
    for (const statement of sql.split('--> statement-breakpoint')) db.exec(statement);
  db.pragma(`user_version = ${schemaVersion}`);
  db.pragma('foreign_keys = OFF');
  try {
    const trees = new Trees(pages, count);
    const built = db.transaction(() => fill(db, order, trees, tools))();
    if (schemaVersion < SCHEMA_VERSION) migrate(db, () => undefined);
    else installTriggers(db);
    return built;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function fill(db: BookConnection, order: SalvageOrder, trees: Trees, tools: WorkerTools): Built {
  const roots = readRoots(trees);
  const sequences = readSequences(trees, roots);
  const words = wordsIn(order);
  const counts = fillBook(db, { trees, roots }, describeTables(db), { words, progress: (done) => tools.progress('rows', done, null) });
  const mended = mendBook(db, order.book, words, sequences);
  return { unlinked: mended.unlinked, tables: linesOf(counts, mended) };
}

function wordsIn({ words, people, now }: SalvageOrder): LostWords {
  return {
    now,
    client: (number) => words.client.replace('{number}', number),
    account: words.account,
    people: new Map(people.map((person) => [person.uid, person])),
  };
}

/** What the audit log says of it; that entries are missing it shows by itself. */
function tell(db: BookConnection, { by, now }: SalvageOrder, auditKey: Buffer, { unreadable, tables }: Salvaged): void {
  const account = by === null ? undefined : db.prepare<[string], { id: number }>('SELECT id FROM account WHERE uid = ?').get(by);
  const sum = (of: (line: SalvagedTable) => number) => tables.reduce((total, line) => total + of(line), 0);
  const details = { pages: unreadable, kept: sum(({ kept }) => kept), partly: sum(({ partly }) => partly), lost: sum(({ lost }) => lost) };
  const about = { event: 'salvaged', operation: 'salvage.run', clientUid: null, actId: null } as const;
  db.transaction(() => appendEntry(wrapDatabase(db), auditKey, { at: now, accountId: account?.id ?? null, ...about, details })).immediate();
}

function refuseUnsound(db: BookConnection): void {
  const found =
    findDamage(db) ?? (db.prepare('SELECT 1 FROM pragma_foreign_key_check').get() === undefined ? undefined : 'foreign_key_check');
  if (found !== undefined) throw new Error(`the new book is not sound: ${found}`);
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
