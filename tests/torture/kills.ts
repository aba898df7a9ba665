// Processes killed without warning, again and again on the same book: what was acknowledged must be there, and nothing may be half done.

import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBookFile } from '../../electron/core/database/open';
import { vaultFiles } from '../../electron/vault/files';
import { readKeys } from '../../electron/vault/keys-file';
import { aBookFile, addNotes, aFolder, removeFolder, type BookFile } from '../support/book-file';
import { startChild } from '../support/child';
import { PASSWORD } from '../vault/stand-ins';
import { makeBookIn, vaultIn } from './vault-folder';

export interface KillResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
}

const child = (name: string) => join(import.meta.dirname, 'child', `${name}.ts`);

/** Kills the writer until that many rows were acknowledged; counts those that are missing or changed. */
export async function killWriter(rows: number, leastRowsEach: number): Promise<KillResult> {
  const made = aBookFile(0);
  const { folder, file, options } = made;
  const acknowledged = new Set<number>();
  let kills = 0;
  let from = 1;
  try {
    while (acknowledged.size < rows) {
      const writer = startChild(child('write-rows'), inputFor(made, from));
      await writer.said(leastRowsEach + Math.floor(Math.random() * leastRowsEach));
      await writer.kill();
      kills += 1;
      for (const line of writer.lines) acknowledged.add(Number(line));
      // The row that was being written when the kill came may be there: no harm, but its number is used up.
      from = Math.max(...acknowledged) + 2;
    }
    const db = openBookFile(file, options);
    const found = new Map(
      db
        .prepare<[], { id: number; words: string }>('SELECT id, words FROM note')
        .all()
        .map((row) => [row.id, row.words]),
    );
    db.close();
    const lost = [...acknowledged].filter((id) => found.get(id) !== `row ${id} ${'words '.repeat(60)}`).length;
    return { kills, acknowledged: acknowledged.size, lost };
  } finally {
    removeFolder(folder);
  }
}

/** A book whose writer was killed: at least that many rows stand in its log only. */
export async function aCrashedBook(rows: number): Promise<BookFile> {
  const made = aBookFile(100);
  const writer = startChild(child('write-rows'), inputFor(made, 1000));
  await writer.said(rows);
  await writer.kill();
  return made;
}

/** Kills somebody who is changing the password; counts the times that neither the old nor the new one opened the book. */
export async function killPasswordChange(kills: number): Promise<{ readonly lockedOut: number; readonly changes: number }> {
  const passwords: [string, string] = [PASSWORD, '桃花开在三月里呀'];
  const folder = aFolder();
  let changes = 0;
  let lockedOut = 0;
  try {
    const accountId = await makeBookIn(folder);
    for (let kill = 0; kill < kills; kill += 1) {
      const changer = startChild(child('change-password'), { folder, accountId, passwords, times: 1_000_000 });
      await changer.said(1 + (kill % 3));
      await pause(Math.random() * 60);
      await changer.kill();
      changes += changer.lines.length - 1;
      const opened = await openedBy(folder, accountId, passwords);
      if (opened === undefined) lockedOut += 1;
      else if (opened !== passwords[0]) passwords.reverse();
    }
    return { lockedOut, changes };
  } finally {
    removeFolder(folder);
  }
}

/** Kills somebody who is making a book, at moments spread over as long as that takes here; counts the times it was neither absent nor whole. */
export async function killCreation(kills: number): Promise<{ readonly halfMade: number; readonly absent: number; readonly whole: number }> {
  const count = { halfMade: 0, absent: 0, whole: 0 };
  const takes = await timeToMake();
  for (let kill = 0; kill < kills; kill += 1) {
    const folder = join(aFolder(), 'book');
    mkdirSync(folder);
    const maker = startChild(child('make-book'), { folder, password: PASSWORD });
    await maker.said(1);
    await pause((kill / kills) * takes * 1.5);
    await maker.kill();
    count[await stateAfterKill(folder)] += 1;
    removeFolder(join(folder, '..'));
  }
  return count;
}

/** Kills somebody who is giving the book new keys, at moments spread over as long as that takes here; counts the times it was not whole, as old or as new. */
export async function killRotation(kills: number): Promise<{ readonly broken: number; readonly old: number; readonly renewed: number }> {
  const count = { broken: 0, old: 0, renewed: 0 };
  const parent = aFolder();
  const original = join(parent, 'original');
  mkdirSync(original);
  try {
    const accountId = await makeBookIn(original, (db) => addNotes(db, ROTATED_ROWS));
    let takes = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const folder = join(parent, String(kill));
      // How long it takes changes with what else the PC does.
      if (kill % 10 === 0) takes = await rotate(folder, original, accountId, null);
      removeFolder(folder);
      await rotate(folder, original, accountId, (kill / kills) * takes * 1.2);
      count[await stateAfterRotation(folder, accountId, ROTATED_ROWS)] += 1;
      removeFolder(folder);
    }
    return count;
  } finally {
    removeFolder(parent);
  }
}

const ROTATED_ROWS = 20_000;

/** Milliseconds it took, when nobody killed it. */
async function rotate(folder: string, original: string, accountId: string, killAfter: number | null): Promise<number> {
  const book = killAfter === null ? join(folder, 'timed') : folder;
  cpSync(original, book, { recursive: true });
  const rotating = startChild(child('rotate-keys'), { folder: book, accountId, password: PASSWORD, dieAt: null });
  await rotating.said(1);
  const started = performance.now();
  if (killAfter === null) {
    await rotating.said(2);
    return performance.now() - started;
  }
  await pause(killAfter);
  await rotating.kill();
  return killAfter;
}

export async function stateAfterRotation(folder: string, accountId: string, kept: number): Promise<'broken' | 'old' | 'renewed'> {
  const vault = vaultIn(folder);
  try {
    const { db } = await vault.unlock({ accountId, password: PASSWORD });
    const rows = db.prepare('SELECT count(*) FROM note').pluck().get();
    vault.lock('quit');
    if (rows !== kept) return 'broken';
  } catch {
    return 'broken';
  }
  const { keys, healthy } = readKeys(vaultFiles(folder));
  if (!healthy) return 'broken';
  return keys.firstSalt === null ? 'old' : 'renewed';
}

async function timeToMake(): Promise<number> {
  const folder = aFolder();
  const maker = startChild(child('make-book'), { folder, password: PASSWORD });
  await maker.said(1);
  const started = performance.now();
  await maker.said(2);
  const takes = performance.now() - started;
  await maker.kill();
  removeFolder(folder);
  return takes;
}

export async function stateAfterKill(folder: string): Promise<'halfMade' | 'absent' | 'whole'> {
  const { state, accounts } = vaultIn(folder).status();
  if (state === 'none') return 'absent';
  const [account] = accounts;
  if (state !== 'locked' || account === undefined) return 'halfMade';
  return (await openedBy(folder, account.id, [PASSWORD])) === undefined ? 'halfMade' : 'whole';
}

function inputFor({ file, options }: BookFile, from: number) {
  return { file, key: options.key.toString('hex'), salt: options.salt.toString('hex'), from };
}

export async function openedBy(folder: string, accountId: string, passwords: readonly string[]): Promise<string | undefined> {
  const vault = vaultIn(folder);
  for (const password of passwords) {
    try {
      await vault.unlock({ accountId, password });
      vault.lock('quit');
      return password;
    } catch {
      // The other one, then.
    }
  }
  return undefined;
}

// A kill must come at a moment nobody chose; this is the only place where time passes.
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
