// A PC that sleeps in the middle of a write, and a second program on the same book: nothing acknowledged is lost, and only one gets in.

import { join } from 'node:path';
import { findDamage } from '../../electron/core/database/copy';
import { failureOf } from '../../electron/core/database/failures';
import { openBookFile } from '../../electron/core/database/open';
import { AppError } from '../../shared/errors';
import { aBookFile, aFolder, removeFolder } from '../support/book-file';
import { startChild } from '../support/child';
import { PASSWORD } from '../vault/stand-ins';
import { countGroups } from './groups';
import { openedBy, pause } from './kills';
import { below, randomFrom } from './random';
import { makeBookIn, vaultIn } from './vault-folder';

const child = (name: string) => join(import.meta.dirname, 'child', `${name}.ts`);

export interface SleepResult {
  readonly acknowledged: number;
  readonly lost: number;
  readonly half: number;
  /** Books that did not open or were not sound: must be none. */
  readonly shut: number;
}

/** Stopped and woken again and again while it writes; every other one does not wake up. */
export async function sleepOften(sleeps: number, seed: number): Promise<SleepResult> {
  const random = randomFrom(seed);
  const count = { acknowledged: 0, lost: 0, half: 0, shut: 0 };
  for (let sleep = 0; sleep < sleeps; sleep += 1) {
    const { folder, file, options } = aBookFile(150);
    const { key, salt } = options;
    const keys = { key: key.toString('hex'), salt: salt.toString('hex') };
    const writer = startChild(child('write-groups'), { file, ...keys, from: 0, groups: 400, synchronous: 'FULL', emptyEvery: 7 });
    await writer.said(2 + below(random, 20));
    for (let nap = 0; nap < 3; nap += 1) {
      writer.process.kill('SIGSTOP');
      await pause(random() * 20);
      if (nap < 2 || sleep % 2 === 0) writer.process.kill('SIGCONT');
      await pause(random() * 5);
    }
    await writer.kill();
    const said = writer.lines.filter((line) => /^\d+$/.test(line)).map(Number);
    count.acknowledged += said.length;
    const db = openBookFile(file, options);
    const { lost, half } = countGroups(db, said);
    if (findDamage(db) !== undefined) count.shut += 1;
    count.lost += lost;
    count.half += half;
    db.close();
    removeFolder(folder);
  }
  return count;
}

export interface SecondResult {
  /** What the second was told, by code. */
  readonly told: Readonly<Record<string, number>>;
  /** Got in while the first had the book: must be none. */
  readonly letIn: number;
  readonly unnamed: number;
  /** Could not get in when the first was gone: must be none. */
  readonly lockedOut: number;
}

/** While the first works, while it sleeps, and after it was killed. */
export async function openTwice(times: number, seed: number): Promise<SecondResult> {
  const random = randomFrom(seed);
  const passwords: [string, string] = [PASSWORD, '桃花开在三月里呀'];
  const told: Record<string, number> = {};
  const count = { letIn: 0, unnamed: 0, lockedOut: 0 };
  const folder = aFolder();
  const accountId = await makeBookIn(folder);
  for (let time = 0; time < times; time += 1) {
    const first = startChild(child('change-password'), { folder, accountId, passwords, times: 1_000_000 });
    await first.said(1 + below(random, 3));
    if (time % 2 === 1) first.process.kill('SIGSTOP');
    const code = await refusalOf(folder, accountId, passwords[time % 2] ?? PASSWORD);
    if (code === 'in') count.letIn += 1;
    else if (code === 'unnamed') count.unnamed += 1;
    else told[code] = (told[code] ?? 0) + 1;
    await first.kill();
    const opened = await openedBy(folder, accountId, passwords);
    if (opened === undefined) count.lockedOut += 1;
    else if (opened !== passwords[0]) passwords.reverse();
  }
  removeFolder(folder);
  return { told, ...count };
}

async function refusalOf(folder: string, accountId: string, password: string): Promise<string> {
  const vault = vaultIn(folder);
  try {
    await vault.unlock({ accountId, password });
    vault.lock('quit');
    return 'in';
  } catch (error) {
    const failure = error instanceof AppError ? error : failureOf(error);
    return failure?.code ?? 'unnamed';
  }
}
