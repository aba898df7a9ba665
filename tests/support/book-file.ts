// A small real book file with a schema of its own, for tests of what lies under the product's tables.

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BookConnection } from '../../electron/core/database/connection';
import { openBookFile, type OpenOptions } from '../../electron/core/database/open';

export interface BookFile {
  readonly folder: string;
  readonly file: string;
  readonly options: OpenOptions;
}

export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'shuke-test-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Some hundred pages: a table and an index. */
export function prepareNotes(db: BookConnection): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, words TEXT NOT NULL); CREATE INDEX IF NOT EXISTS note_words ON note(words)',
  );
}

export function aBookFile(rows = 2000): BookFile {
  const folder = aFolder();
  const file = join(folder, 'book.db');
  const options: OpenOptions = { key: randomBytes(32), salt: randomBytes(16), schemaVersion: 3, prepare: prepareNotes };
  const db = openBookFile(file, { ...options, create: true });
  addNotes(db, rows);
  db.close();
  return { folder, file, options };
}

export function addNotes(db: BookConnection, rows: number): void {
  const insert = db.prepare('INSERT INTO note (words) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(`note ${row} ${'words '.repeat(20)}`);
  })();
}

/** A hash of every file in the folder but SQLite's shared memory, which is not data. */
export function fingerprint(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(folder.length), createHash('sha256').update(readFileSync(name)).digest('hex')]),
  );
}
