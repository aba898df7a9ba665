// A copy of a closed book under another key, believed only after it was opened with that key and compared. The book itself is never rekeyed:
// a process killed while it does that leaves a file which no key opens.

import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { AppError, refuse } from '../../../shared/errors';
import { connect, pragmaValue, settleReader, type BookAccess, type BookConnection } from './connection';
import { findDamage } from './copy';
import { refuseImpossible } from './open';
import { beginsWithSalt } from './pages';

export interface Rekeying {
  readonly file: string;
  readonly from: BookAccess;
  readonly to: BookAccess;
  /** Runs on the copy in one transaction and without triggers, as a migration does. */
  change(copy: BookConnection): void;
}

/** Writes the copy and flushes it. The caller removes what a failure leaves. */
export function copyRekeyed(target: string, rekeying: Rekeying): void {
  const { file, from, to } = rekeying;
  if (existsSync(target)) throw refuse('book.already-exists');
  refuseImpossible(file);
  const db = connect(file, from, { readonly: false, mustExist: true });
  try {
    db.prepare('VACUUM INTO ?').run(target);
    turnKey(target, rekeying);
    compare(db, target, to);
  } finally {
    db.close();
  }
  // What the log still held would be lost with the old file.
  if (existsSync(`${file}-wal`)) throw refuse('book.busy');
  flushFile(target);
}

function turnKey(target: string, { from, to, change }: Rekeying): void {
  const copy = connect(target, from, { readonly: false, mustExist: true });
  try {
    // Only then may a key be changed.
    if (pragmaValue(copy, 'journal_mode') !== 'delete') throw new Error('the copy keeps a log');
    copy.pragma('secure_delete = ON');
    copy.transaction(() => withoutTriggers(copy, () => change(copy)))();
    giveNewKey(copy, to);
  } finally {
    copy.close();
  }
}

function giveNewKey(copy: BookConnection, { key, salt }: BookAccess): void {
  if (key.length !== 32 || salt.length !== 16) throw new Error('a book key is 32 bytes and its salt 16');
  const raw = Buffer.concat([Buffer.from('raw:', 'latin1'), key, salt]);
  try {
    copy.rekey(raw);
  } finally {
    raw.fill(0);
  }
}

function withoutTriggers(copy: BookConnection, work: () => void): void {
  const triggers = copy.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) copy.exec(`DROP TRIGGER "${name}"`);
  work();
  for (const { sql } of triggers) copy.exec(sql);
}

function compare(db: BookConnection, target: string, to: BookAccess): void {
  if (!beginsWithSalt(target, to.salt)) throw new Error('the copy did not take the new key');
  const copy = connect(target, to, { readonly: true, mustExist: true });
  try {
    settleReader(copy);
    const found = findDamage(copy) ?? difference(db, copy);
    if (found !== undefined) throw new AppError('book.damaged', { found, aside: null });
  } finally {
    copy.close();
  }
}

/** The first thing that is not the same in both: the file's marks, what it is made of, or how many rows a table has. */
function difference(db: BookConnection, copy: BookConnection): string | undefined {
  const marks = ['application_id', 'user_version'].find((name) => pragmaValue(db, name) !== pragmaValue(copy, name));
  if (marks !== undefined) return marks;
  const parts = partsOf(db);
  const others = new Map(partsOf(copy).map((part) => [`${part.type} ${part.name}`, part.sql]));
  if (others.size !== parts.length) return 'schema';
  const part = parts.find(({ type, name, sql }) => others.get(`${type} ${name}`) !== sql);
  if (part) return part.name;
  return tablesOf(parts).find((name) => countRows(db, name) !== countRows(copy, name));
}

interface Part {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

function partsOf(db: BookConnection): Part[] {
  return db.prepare<[], Part>('SELECT type, name, sql FROM sqlite_master').all();
}

// A virtual table counts what its own tables hold, which are compared.
function tablesOf(parts: readonly Part[]): string[] {
  return parts.filter(({ type, sql }) => type === 'table' && !sql?.startsWith('CREATE VIRTUAL')).map(({ name }) => name);
}

function countRows(db: BookConnection, table: string): number {
  return Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
}

function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
