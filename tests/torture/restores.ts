// A backup put in the place of the book while the power fails: the book is the one it was or the one of the backup, whole, and opens.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mirrorFile } from '../../electron/audit/mirror';
import { findDamage } from '../../electron/core/database/copy';
import { vaultFiles } from '../../electron/vault/files';
import { readKeys } from '../../electron/vault/keys-file';
import { addNotes, aFolder, removeFolder } from '../support/book-file';
import { recordChild } from './disk/recording';
import { randomFrom } from './random';
import { SHOP, vaultIn } from './vault-folder';

export interface RestoreCuts {
  /** Neither the one nor the other, or the old one after the restore was said to be done: must be none. */
  readonly broken: number;
  readonly old: number;
  readonly restored: number;
}

/** Over an open book, and onto a PC that has none. What keeps a damaged book aside is copied by the system itself, which no recording sees. */
export async function cutRestore(cuts: number, seed: number): Promise<RestoreCuts> {
  const count = { broken: 0, old: 0, restored: 0 };
  for (const [turn, way] of (['open', 'new PC'] as const).entries()) {
    const staged = await stagedIn(way);
    const inputFor = (folder: string) => ({ ...staged.input, folder, staged: join(folder, STAGED) });
    const recording = await recordChild('restore-book', staged.folder, inputFor);
    const random = randomFrom(seed + turn);
    for (let cut = turn; cut < cuts; cut += 2) {
      const state = await recording.cut(random, async (folder, said) => {
        const found = await stateAfter(folder, staged.input, way);
        return found === 'old' && said.some((line) => line.startsWith('restored')) ? 'broken' : found;
      });
      count[state] += 1;
    }
    recording.remove();
    removeFolder(staged.folder);
  }
  return count;
}

const STAGED = 'restore-0199aaaa-0000-7000-8000-000000000001.part';
const MIRROR = 'the end of the restored log';
const NEW_PASSWORD = 'xin-mima-lai-le-8';
const ROWS = 300;

type Way = 'open' | 'new PC';
type Input = Awaited<ReturnType<typeof stagedIn>>['input'];

/** The backup has its rows; the present book has one more. */
async function stagedIn(way: Way) {
  const folder = aFolder();
  const vault = vaultIn(folder);
  const sheet = vault.prepareRecovery();
  const { accountId, db } = await vault.create({ ...SHOP, answers: sheet.ask.map((number) => sheet.groups[number - 1] ?? '') });
  addNotes(db, ROWS);
  db.prepare('VACUUM INTO ?').run(join(folder, STAGED));
  addNotes(db, 1);
  vault.lock('quit');
  const files = vaultFiles(folder);
  const keys = readFileSync(files.keys, 'utf8');
  const closed = { bookUid: readKeys(files).keys.bookUid, keys, recoveryKey: sheet.groups.join('-'), newPassword: NEW_PASSWORD };
  if (way === 'new PC') for (const file of [files.book, files.keys, files.keysBackup, files.pepper]) rmSync(file, { force: true });
  const person = { accountId, password: SHOP.password };
  return { folder, input: { mirror: MIRROR, person, closed: way === 'open' ? null : closed, dieAt: null } };
}

async function stateAfter(folder: string, { person }: Input, way: Way): Promise<keyof RestoreCuts> {
  const vault = vaultIn(folder);
  try {
    if (way === 'new PC' && vault.status().state === 'none') return 'old';
    const password = way === 'open' ? person.password : NEW_PASSWORD;
    const { db } = await vault.unlock({ ...person, password });
    const rows = db.prepare('SELECT count(*) FROM note').pluck().get();
    const sound = findDamage(db) === undefined && readKeys(vaultFiles(folder)).healthy;
    if (!sound || existsSync(vaultFiles(folder).rotation)) return 'broken';
    if (rows === ROWS) return readFileSync(mirrorFile(folder), 'utf8') === MIRROR ? 'restored' : 'broken';
    return rows === ROWS + 1 && way === 'open' ? 'old' : 'broken';
  } catch {
    return 'broken';
  } finally {
    vault.lock('quit');
  }
}
