// Writes notes in groups of three, each group in one transaction, changing and removing older ones on the way; says a group's number after its commit.

import { failureOf } from '../../../electron/core/database/failures';
import { openBookFile } from '../../../electron/core/database/open';
import { emptyLog } from '../../../electron/vault/opening';
import { prepareNotes } from '../../support/book-file';
import { GROUP_WORDS, groupRows } from '../groups';
import { readInput, say } from './input';

const { file, key, salt, groups, from, synchronous, emptyEvery } = readInput<{
  file: string;
  key: string;
  salt: string;
  from: number;
  groups: number;
  synchronous: 'FULL' | 'NORMAL';
  /** The log is moved into the book after so many groups, as the app does when it is quiet. */
  emptyEvery: number;
}>();

function write(): void {
  const db = openBookFile(file, { key: Buffer.from(key, 'hex'), salt: Buffer.from(salt, 'hex'), schemaVersion: 3, prepare: prepareNotes });
  db.pragma(`synchronous = ${synchronous}`);
  const insert = db.prepare('INSERT INTO note (id, words) VALUES (?, ?)');
  const change = db.prepare('UPDATE note SET words = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM note WHERE id = ?');
  const one = db.transaction((group: number) => {
    for (const id of groupRows(group)) insert.run(id, GROUP_WORDS(group));
    // Only rows that no group wrote: they keep the pages of the book moving.
    change.run(`changed ${group} ${'x'.repeat(300)}`, 1 + (group % 90));
    remove.run(100 + group);
  });
  try {
    say('open');
    for (let group = from; group < from + groups; group += 1) {
      one(group);
      say(String(group));
      if (group % emptyEvery === 0) emptyLog(db);
    }
  } finally {
    db.close();
  }
}

try {
  write();
  say('done');
} catch (error) {
  say(`refused ${failureOf(error)?.code ?? `without a word: ${String(error)}`}`);
}
