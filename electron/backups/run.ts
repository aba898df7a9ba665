// One backup from beginning to end: a checked copy beside the book, then into every folder that can be written to.

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BackupKind } from '../../shared/backups/contract';
import type { IsoInstant } from '../../shared/core/date';
import { refuse } from '../../shared/errors';
import type { Workers } from '../core/workers';
import type { Vault } from '../vault/vault';
import { keyOfFile, newFileSalt, type BackupHeader } from './backup-file';
import { sealBookKey } from './backup-key';
import { backupName, partOf } from './names';
import { removeStaged, stagedName, type Staged } from './stage';
import type { BackupTask } from './tasks';
import type { Written } from './write';

export interface RunParts {
  readonly vault: Pick<Vault, 'readerAccess' | 'subKeys' | 'keysText' | 'status'>;
  readonly workers: Workers;
  /** Where the book is. */
  readonly folder: string;
  readonly appVersion: string;
}

export interface Run {
  readonly kind: BackupKind;
  readonly at: IsoInstant;
  readonly bookUid: string;
  readonly sequence: number;
  readonly targets: readonly Target[];
  /** A copy under the book's own key that is backed up in its place; null for the book itself. */
  readonly copy: string | null;
  readonly signal: AbortSignal;
  progress(stage: string, done: number, total: number | null): void;
}

export interface Target {
  readonly id: string;
  readonly path: string;
  readonly own: boolean;
}

export interface Outcome {
  readonly staged: Staged;
  readonly results: readonly FolderResult[];
}

export interface FolderResult {
  readonly id: string;
  readonly written: Written | null;
  /** Why nothing was written. */
  readonly error: unknown;
}

/** Rejects when it is cancelled or no copy could be made; a folder that fails is in the results. */
export async function runBackup(parts: RunParts, run: Run): Promise<Outcome> {
  removeStaged(parts.folder);
  const { fileKey, ...begun } = beginBackup(parts, run);
  const staging = stagedName(parts.folder, begun.head.uid);
  try {
    const staged = await stage(parts, run, begun.reader, staging);
    if (staged.bookUid !== run.bookUid) throw refuse('backup.other-book');
    const { counts, auditEntries, bytes, sha256, schemaVersion, erased } = staged;
    const header = { ...begun.head, counts, auditEntries, bytes, sha256, schemaVersion, erased: [...erased] };
    const results: FolderResult[] = [];
    // One after the other, the app's own first: a stick that hangs holds up nothing but itself.
    for (const target of run.targets) results.push(await writeTo(parts, run, target, { staging, header, fileKey }));
    return { staged, results };
  } finally {
    fileKey.fill(0);
    await removed(staging);
  }
}

type Head = Omit<BackupHeader, 'bytes' | 'sha256' | 'counts' | 'auditEntries' | 'schemaVersion' | 'erased'>;

/** All that needs the vault, at once: it may be locked before the copy is made. */
function beginBackup({ vault, appVersion }: RunParts, { kind, at, bookUid, sequence, copy }: Run) {
  const uid = randomUUID();
  const fileSalt = newFileSalt();
  const fileKey = keyOfFile(vault.subKeys().audit, { bookUid, fileSalt });
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  const bookKey = sealBookKey({ key, salt }, fileKey, { uid, bookUid });
  // A buffer of its own is moved to the thread; the one that was lent is wiped.
  const moved = new Uint8Array(key);
  key.fill(0);
  const head: Head = { format: 1, uid, bookUid, sequence, at, kind, appVersion, fileSalt, bookKey, keys: vault.keysText() };
  return { head, fileKey, reader: { book: copy ?? file, key: moved, salt: new Uint8Array(salt), nativeBinding } };
}

type Reader = ReturnType<typeof beginBackup>['reader'];

async function stage({ workers }: RunParts, run: Run, reader: Reader, target: string): Promise<Staged> {
  const { signal, bookUid, at, targets } = run;
  const room = { folder: targets.find(({ own }) => own)?.path ?? '', bookUid, now: at };
  const task: BackupTask = { task: 'stage', ...reader, target, room };
  const transfer = [reader.key.buffer];
  return workers.run<Staged>('backups', task, { signal, transfer, onProgress: run.progress, milliseconds: LONGEST_COPY });
}

interface Parcel {
  readonly staging: string;
  readonly header: BackupHeader;
  readonly fileKey: Buffer;
}

async function writeTo({ workers }: RunParts, run: Run, target: Target, { staging, header, fileKey }: Parcel): Promise<FolderResult> {
  const { id, path: folder, own } = target;
  const moved = new Uint8Array(fileKey);
  const task: BackupTask = { task: 'write', staged: staging, folder, own, header, fileKey: moved };
  try {
    const written = await workers.run<Written>('backups', task, {
      signal: run.signal,
      transfer: [moved.buffer],
      onProgress: run.progress,
      milliseconds: longestWrite(header.bytes),
    });
    return { id, written, error: null };
  } catch (error) {
    // Its thread may have been ended in the middle.
    await removed(path.join(folder, partOf(backupName(header))));
    if (run.signal.aborted) throw refuse('bridge.cancelled');
    return { id, written: null, error };
  }
}

const LONGEST_COPY = 30 * 60_000;
const MEBIBYTE = 1 << 20;

/** Slower than 30 seconds for 100 MB is slow. */
export function isSlow(bytes: number, milliseconds: number): boolean {
  return milliseconds > Math.max(30_000, (bytes / (100 * MEBIBYTE)) * 30_000);
}

/** Ten times as long as it should: whoever takes longer does not answer. */
function longestWrite(bytes: number): number {
  return Math.max(2 * 60_000, (bytes / (100 * MEBIBYTE)) * 300_000);
}

/** Nobody waits for a disk that does not answer; what cannot be removed now is removed at the next run. */
async function removed(file: string): Promise<void> {
  const gone = Promise.all([file, `${file}-journal`].map((part) => rm(part, { force: true }).catch(() => undefined)));
  await Promise.race([gone, wait(PATIENCE_MS, undefined, { ref: false })]);
}

const PATIENCE_MS = 300;
