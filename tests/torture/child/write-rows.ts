// Writes one row after another, each in a transaction of its own, and says each number only after its commit.

import { openBookFile } from '../../../electron/core/database/open';
import { prepareNotes } from '../../support/book-file';
import { readInput, say } from './input';

const { file, key, salt, from } = readInput<{ file: string; key: string; salt: string; from: number }>();
const db = openBookFile(file, { key: Buffer.from(key, 'hex'), salt: Buffer.from(salt, 'hex'), schemaVersion: 3, prepare: prepareNotes });
const insert = db.prepare('INSERT INTO note (id, words) VALUES (?, ?)');
for (let id = from; ; id += 1) {
  insert.run(id, `row ${id} ${'words '.repeat(60)}`);
  say(String(id));
}
