// Opening the book: what is opened, what is refused and by which name, and that a refusal changes nothing.

import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { pragmaValue } from '../../../electron/core/database/connection';
import { copyVerified } from '../../../electron/core/database/copy';
import { failureOf } from '../../../electron/core/database/failures';
import { endedUncleanly, openBookFile, openReadOnly } from '../../../electron/core/database/open';
import { AppError, type ErrorCode } from '../../../shared/errors';
import { aBookFile, addNotes, aFolder, fingerprint, prepareNotes, removeFolder, type BookFile } from '../../support/book-file';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach(removeFolder));

function book(rows?: number): BookFile {
  const made = aBookFile(rows);
  folders.push(made.folder);
  return made;
}

function refusal(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

function refusedUntouched(made: BookFile, code: ErrorCode, options = made.options): AppError {
  const before = fingerprint(made.folder);
  const error = refusal(() => openBookFile(made.file, options));
  expect(error.code).toBe(code);
  expect(fingerprint(made.folder)).toMatchObject(before);
  return error;
}

function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at]! ^= 0b100;
  writeFileSync(file, bytes);
}

// A process that commits and is killed before it can close: the rows are in the log only.
function crash(made: BookFile, sql: string): void {
  const script = `
    const Database = require('better-sqlite3');
    const db = new Database(process.argv[1]);
    db.pragma("cipher='sqlcipher'"); db.pragma('legacy=4'); db.key(Buffer.from(process.argv[2], 'hex'));
    db.pragma('journal_mode=WAL'); db.pragma('synchronous=FULL'); db.exec(process.argv[3]);
    process.kill(process.pid, 'SIGKILL');`;
  const key = Buffer.concat([Buffer.from('raw:'), made.options.key, made.options.salt]).toString('hex');
  const child = spawnSync(process.execPath, ['-e', script, made.file, key, sql]);
  expect(child.signal).toBe('SIGKILL');
  expect(endedUncleanly(made.file)).toBe(true);
}

describe('a book that is whole', () => {
  test('opens with every setting as asked', () => {
    const made = book();
    const db = openBookFile(made.file, made.options);
    const settings = [
      'cipher',
      'legacy',
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'secure_delete',
      'temp_store',
      'trusted_schema',
      'cell_size_check',
    ];
    expect(settings.map((name) => pragmaValue(db, name))).toEqual(['sqlcipher', '4', 'wal', '2', '1', '1', '2', '0', '1']);
    expect(pragmaValue(db, 'user_version')).toBe('3');
    expect(db.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 2000 });
    db.close();
  });

  test('keeps the rows of a log that a killed process left behind', () => {
    const made = book();
    crash(made, "INSERT INTO note (words) VALUES ('from the log')");
    const db = openBookFile(made.file, made.options);
    expect(db.prepare("SELECT count(*) AS n FROM note WHERE words = 'from the log'").get()).toEqual({ n: 1 });
    db.close();
  });

  test('takes from the log the page that a power cut tore at the end of the book, and refuses when more is missing than the log has', () => {
    const made = book(500);
    crash(made, "INSERT INTO note (words) VALUES ('only in the log')");
    const whole = readFileSync(made.file);
    writeFileSync(made.file, Buffer.concat([whole, Buffer.alloc(1536, 7)]));
    const db = openBookFile(made.file, made.options);
    expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(501);
    db.close();
    expect(statSync(made.file).size % 4096).toBe(0);
    crash(made, "INSERT INTO note (words) VALUES ('once more')");
    truncateSync(made.file, whole.length - 8192 + 512);
    refusedUntouched(made, 'book.cut-short');
  });

  test('leaves the caller’s key as it was', () => {
    const made = book();
    const before = Buffer.from(made.options.key);
    openBookFile(made.file, made.options).close();
    expect(made.options.key.equals(before)).toBe(true);
  });

  test('can be read by a second connection that cannot write', () => {
    const made = book();
    const writer = openBookFile(made.file, made.options);
    const reader = openReadOnly(made.file, made.options);
    addNotes(writer, 1);
    expect(reader.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 2001 });
    expect(failureOf(thrown(() => addNotes(reader, 1)))?.code).toBe('book.read-only');
    reader.close();
    writer.close();
  });

  test('is not written to by opening and closing it', () => {
    const made = book();
    const before = fingerprint(made.folder);
    openBookFile(made.file, made.options).close();
    expect(fingerprint(made.folder)).toEqual(before);
  });
});

describe('a new book', () => {
  test('is never made over a file, however small', () => {
    const folder = aFolder();
    folders.push(folder);
    const file = join(folder, 'book.db');
    writeFileSync(file, '');
    const options = { key: randomBytes(32), salt: randomBytes(16), schemaVersion: 1, prepare: prepareNotes };
    expect(refusal(() => openBookFile(file, { ...options, create: true })).code).toBe('book.already-exists');
    expect(readFileSync(file)).toHaveLength(0);
  });

  test('leaves nothing behind when it cannot be finished', () => {
    const folder = aFolder();
    folders.push(folder);
    const prepare = () => {
      throw new Error('half-way');
    };
    const options = { key: randomBytes(32), salt: randomBytes(16), schemaVersion: 1, create: true, prepare };
    expect(() => openBookFile(join(folder, 'book.db'), options)).toThrow('half-way');
    expect(fingerprint(folder)).toEqual({});
  });

  test('refuses a key or a salt of another length, which SQLite would take for a passphrase', () => {
    const folder = aFolder();
    folders.push(folder);
    const options = { key: randomBytes(31), salt: randomBytes(16), schemaVersion: 1, create: true, prepare: prepareNotes };
    expect(() => openBookFile(join(folder, 'book.db'), options)).toThrow('32 bytes');
  });
});

describe('what is not the whole book is refused by name and left as it was', () => {
  test('a file that is not there', () => {
    const made = book(1);
    expect(refusal(() => openBookFile(join(made.folder, 'other.db'), made.options)).code).toBe('book.missing');
    expect(existsSync(join(made.folder, 'other.db'))).toBe(false);
  });

  test('a folder of that name', () => {
    const made = book(1);
    mkdirSync(join(made.folder, 'folder.db'));
    expect(refusal(() => openBookFile(join(made.folder, 'folder.db'), made.options)).code).toBe('book.missing');
  });

  test.each([0, 1, 4095, 4096, 4097, 'half'])('a book cut to %s bytes', (length) => {
    const made = book();
    const whole = readFileSync(made.file).length;
    truncateSync(made.file, typeof length === 'number' ? length : Math.floor(whole / 8192) * 4096);
    const error = refusedUntouched(made, 'book.cut-short');
    expect(error.details).toEqual({ bytes: readFileSync(made.file).length });
  });

  test('a wrong key', () => {
    const made = book();
    refusedUntouched(made, 'book.damaged', { ...made.options, key: randomBytes(32) });
  });

  test('a wrong key while a log waits', () => {
    const made = book();
    crash(made, "INSERT INTO note (words) VALUES ('waiting')");
    refusedUntouched(made, 'book.damaged', { ...made.options, key: randomBytes(32) });
    const db = openBookFile(made.file, made.options);
    expect(db.prepare("SELECT count(*) AS n FROM note WHERE words = 'waiting'").get()).toEqual({ n: 1 });
    db.close();
  });

  test.each([3, 20, 100, 4095])('one flipped bit in the first page, at byte %i', (at) => {
    const made = book();
    flipBit(made.file, at);
    refusedUntouched(made, 'book.damaged');
  });

  test('an unencrypted SQLite file', () => {
    const made = book(1);
    const file = join(made.folder, 'plain.db');
    const plain = new Database(file);
    plain.exec('CREATE TABLE t (a); CREATE TABLE u (a)');
    plain.close();
    refusedUntouched({ ...made, file }, 'book.foreign');
  });

  test('a book of somebody else', () => {
    const mine = book(1);
    const other = book();
    refusedUntouched(other, 'book.foreign', mine.options);
  });

  test('an encrypted file that is no book', () => {
    const made = book();
    crash(made, 'PRAGMA application_id=7');
    refusedUntouched(made, 'book.foreign');
  });

  test('a book of a newer version, also when only the log says so', () => {
    const made = book();
    crash(made, 'PRAGMA user_version=4');
    const error = refusedUntouched(made, 'book.newer');
    expect(error.details).toEqual({ theirs: 4, ours: 3 });
    openBookFile(made.file, { ...made.options, schemaVersion: 4 }).close();
    refusedUntouched(made, 'book.newer');
  });

  test('a book the caller does not recognise', () => {
    const made = book();
    const verify = () => {
      throw new AppError('keys.other-book', {});
    };
    refusedUntouched(made, 'keys.other-book', { ...made.options, verify });
  });

  test('a page damaged somewhere, found after an unclean end before anything is written', () => {
    const made = book();
    const length = readFileSync(made.file).length;
    crash(made, "INSERT INTO note (words) VALUES ('waiting')");
    flipBit(made.file, length - 4096 * 5 + 17);
    const error = refusedUntouched(made, 'book.damaged');
    const aside = 'aside' in error.details ? String(error.details.aside) : '';
    expect(readFileSync(join(made.folder, aside, 'book.db')).equals(readFileSync(made.file))).toBe(true);
    expect(readFileSync(join(made.folder, aside, 'book.db-wal')).equals(readFileSync(`${made.file}-wal`))).toBe(true);
  });

  test('a damaged book is copied aside once, not at every attempt', () => {
    const made = book();
    flipBit(made.file, 100);
    refusedUntouched(made, 'book.damaged');
    const after = fingerprint(made.folder);
    refusedUntouched(made, 'book.damaged');
    expect(fingerprint(made.folder)).toEqual(after);
  });

  test('a book that another connection is writing', () => {
    const made = book();
    const writer = openBookFile(made.file, made.options);
    writer.exec('BEGIN IMMEDIATE');
    expect(refusal(() => openBookFile(made.file, made.options)).code).toBe('book.busy');
    writer.close();
  });
});

describe('a copy before a migration', () => {
  test('is the same book, encrypted, and opens', () => {
    const made = book();
    const target = join(made.folder, 'before.db');
    openBookFile(made.file, { ...made.options, prepare: (_db, tools) => tools.copyVerified(target) }).close();
    expect(readFileSync(target).includes('words words')).toBe(false);
    const copy = openReadOnly(target, made.options);
    expect(copy.prepare('SELECT count(*) AS n FROM note').get()).toEqual({ n: 2000 });
    copy.close();
  });

  test('never replaces a file', () => {
    const made = book();
    const db = openBookFile(made.file, made.options);
    expect(refusal(() => copyVerified(db, made.file, made.options)).code).toBe('book.already-exists');
    db.close();
  });

  test('is removed when it cannot be finished', () => {
    const made = book();
    const db = openBookFile(made.file, made.options);
    const target = join(made.folder, 'copy.db');
    expect(() => copyVerified(db, target, { ...made.options, salt: randomBytes(16) })).toThrow();
    expect(existsSync(target)).toBe(false);
    db.close();
  });
});

test('a full book file says that the disk is full', () => {
  const made = book();
  const db = openBookFile(made.file, made.options);
  db.pragma(`max_page_count=${pragmaValue(db, 'page_count')}`);
  expect(failureOf(thrown(() => addNotes(db, 5000)))?.code).toBe('book.disk-full');
  db.close();
});

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
