// Backups under a failing disk: the power fails while they are made, bits turn over in them, their end is missing. What is listed is whole, and what is not whole is never opened.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfFile, newFileSalt, openBackup, readHeader } from '../../electron/backups/backup-file';
import { sealBookKey } from '../../electron/backups/backup-key';
import { scanFolder } from '../../electron/backups/scan';
import { stageBook } from '../../electron/backups/stage';
import { writeToFolder } from '../../electron/backups/write';
import { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { anApp } from '../support/app';
import { aFolder, removeFolder } from '../support/book-file';
import { aClient, aVisit } from '../support/build';
import { recordChild } from './disk/recording';
import type { BackUpInput } from './child/back-up';
import { below, randomFrom } from './random';

export interface BackupCuts {
  /** Listed, and not a whole backup: must be none. */
  readonly false: number;
  /** Said to be made, and not listed: must be none. */
  readonly lost: number;
  readonly listed: number;
}

/** The first ones of a book, whose folder is made on the way. */
export async function cutBackup(cuts: number, seed: number): Promise<BackupCuts> {
  const count = { false: 0, lost: 0, listed: 0 };
  const { folder, fileKey, bookUid, ...keys } = await aShopFolder();
  const inputFor = (book: string): BackUpInput => ({
    ...{ ...keys, book: join(book, 'book.db'), work: book, folder: join(book, 'backups'), bookUid, from: 1, times: 4 },
    fileKey: fileKey.toString('hex'),
  });
  const recording = await recordChild('back-up', folder, inputFor);
  const random = randomFrom(seed);
  for (let cut = 0; cut < cuts; cut += 1) {
    await recording.cut(random, (left, said) => {
      const found = scanFolder(join(left, 'backups'), bookUid);
      count.listed += found.length;
      count.false += found.filter(({ fileName }) => outcomeOf(join(left, 'backups', fileName), fileKey) !== 'opened').length;
      count.lost += said.filter((sequence) => !found.some((one) => one.sequence === Number(sequence))).length;
    });
  }
  recording.remove();
  removeFolder(folder);
  return count;
}

export interface BackupFlips {
  readonly told: Readonly<Record<string, number>>;
  /** Opened all the same, whatever came out of it: must be none. */
  readonly silent: number;
  /** An error the product has no word for: must be none. */
  readonly unnamed: number;
}

/** Half of the bits in the header, which says what a backup is before any key is there. */
export async function flipBackupBits(flips: number, seed: number): Promise<BackupFlips> {
  const random = randomFrom(seed);
  return damageBackup(
    Array.from({ length: flips }, (_, flip) => (bytes: Buffer, header: number) => {
      const at = below(random, flip % 2 === 0 ? header : bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
      return bytes;
    }),
  );
}

const LENGTHS: readonly ((bytes: number, header: number) => number)[] = [
  ...[0, 1, 8, 11, 12, 13].map((length) => () => length),
  ...[-1, 0, 1, 4096].map((more) => (_bytes: number, header: number) => header + more),
  ...[1, 16, 17, 512, 4096].map((less) => (bytes: number) => bytes - less),
  (bytes) => Math.floor(bytes / 2),
];

export function cutBackupFiles(): Promise<BackupFlips> {
  return damageBackup(LENGTHS.map((length) => (bytes: Buffer, header: number) => bytes.subarray(0, length(bytes.length, header))));
}

type Damage = (bytes: Buffer, header: number) => Buffer;

async function damageBackup(damages: readonly Damage[]): Promise<BackupFlips> {
  const told: Record<string, number> = {};
  const count = { silent: 0, unnamed: 0 };
  const { folder, fileKey, bookUid, ...keys } = await aShopFolder();
  const whole = readFileSync(oneBackup({ ...keys, bookUid }, folder, fileKey));
  const header = 12 + whole.readUInt32BE(8);
  const file = join(folder, 'damaged.shukebackup');
  for (const damage of damages) {
    writeFileSync(file, damage(Buffer.from(whole), header));
    const outcome = outcomeOf(file, fileKey);
    if (outcome === 'opened') count.silent += 1;
    else if (outcome === 'unnamed') count.unnamed += 1;
    else told[outcome] = (told[outcome] ?? 0) + 1;
  }
  removeFolder(folder);
  return { told, ...count };
}

function outcomeOf(file: string, fileKey: Buffer): string {
  try {
    openBackup(file, fileKey, null);
    return 'opened';
  } catch (error) {
    return error instanceof AppError ? error.code : 'unnamed';
  }
}

type Keys = Pick<BackUpInput, 'key' | 'salt' | 'bookUid' | 'head'>;

/** A closed book in a folder of its own, and what it takes to back it up. */
async function aShopFolder(): Promise<Keys & { readonly folder: string; readonly fileKey: Buffer }> {
  const app = await anApp();
  for (const name of ['张素芬', '林若溪']) await aVisit(app, { clientId: await aClient(app, { name }) });
  const { vault } = app.house;
  const { file, key, salt } = vault.readerAccess();
  const bookUid = String(vault.database().prepare('SELECT uid FROM book').pluck().get());
  const fileSalt = newFileSalt();
  const fileKey = keyOfFile(vault.subKeys().audit, { bookUid, fileSalt });
  const bookKey = sealBookKey({ key, salt }, fileKey, { uid: bookUid, bookUid });
  app.house.lock('quit');
  const folder = aFolder();
  cpSync(file, join(folder, 'book.db'));
  app.close();
  return { folder, fileKey, key: key.toString('hex'), salt: salt.toString('hex'), bookUid, head: { fileSalt, bookKey } };
}

function oneBackup({ key, salt, bookUid, head }: Keys, folder: string, fileKey: Buffer): string {
  const now = IsoInstant.parse('2026-03-14T04:00:00.000Z');
  const [target, to] = [join(folder, 'staged.part'), join(folder, 'backups')];
  const room = { folder: to, bookUid, now };
  const access = { key: new Uint8Array(Buffer.from(key, 'hex')), salt: new Uint8Array(Buffer.from(salt, 'hex')) };
  const tools = { progress: () => undefined };
  const order = { book: join(folder, 'book.db'), ...access, nativeBinding: undefined, target, room };
  const { lastAct: _lastAct, ...staged } = stageBook(order, tools);
  const header = {
    ...({ format: 1, uid: bookUid, sequence: 1, at: now, kind: 'daily', appVersion: '0', keys: '{}' } as const),
    ...{ ...head, ...staged, erased: [...staged.erased] },
  };
  const { backups } = writeToFolder({ staged: target, folder: to, own: true, header, fileKey: Buffer.from(fileKey) }, tools);
  const file = join(to, backups[0]?.fileName ?? '');
  readHeader(file);
  return file;
}
