// A working day in a process of its own: writes, sorts, builds an index, updates and deletes, then waits to be killed.

import { ARGON_FLOOR } from '../../../electron/vault/derive';
import { createVault } from '../../../electron/vault/vault';
import { aClock, aProtector, prepareTables, writeFirstRows } from '../../vault/stand-ins';
import { readInput, say } from './input';

const { folder, accountId, password, marker } = readInput<{ folder: string; accountId: string; password: string; marker: string }>();
const vault = createVault({
  folder,
  clock: aClock(),
  protector: aProtector(),
  argon: ARGON_FLOOR,
  schemaVersion: 1,
  prepare: prepareTables,
  onCreated: writeFirstRows,
});

async function work(): Promise<void> {
  const { db } = await vault.unlock({ accountId, password });
  const insert = db.prepare('INSERT INTO note (words) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < 75_000; row += 1) insert.run(`${marker} ${Math.random()} ${'x'.repeat(200)}`);
  })();
  // 19 MB: large enough that SQLite would sort it in a temporary file.
  db.prepare('SELECT words FROM note ORDER BY substr(words, 10), id DESC').all();
  db.exec('CREATE INDEX note_tail ON note (substr(words, 5)); CREATE TEMP TABLE copied AS SELECT * FROM note');
  db.prepare('DELETE FROM note WHERE id % 3 = 0').run();
  say('done');
  // Open until it is killed, but not for ever.
  setTimeout(() => undefined, 60_000);
}

void work();
