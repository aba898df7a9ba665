// The file of a backup. A header in the clear, then the book in chunks of a mebibyte, each sealed with AES-256-GCM under a key of this file alone.
//
//   "SHUKEBK1"   8 bytes
//   length       4 bytes, big endian, of the header
//   header       JSON (BackupHeader); every chunk is bound to its SHA-256
//   chunks       ciphertext followed by a tag of 16 bytes; the number of the chunk is its nonce, the last one is marked
//
// What is sealed is the book as SQLCipher keeps it, so that whoever has this file's key still has to have the book's own, which the header holds
// sealed under this file's key. Neither the book's key alone nor a stolen file opens a backup.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { BackupCounts, BackupKind } from '../../shared/backups/contract';
import { IsoInstant } from '../../shared/core/date';
import { refuse } from '../../shared/errors';
import { Base64, Sealed } from '../vault/box';
import { subKey } from '../vault/derive';

export const BACKUP_ENDING = '.shukebackup';

export const BackupHeader = z.strictObject({
  format: z.literal(1),
  uid: z.uuid(),
  bookUid: z.uuid(),
  /** Grows with every backup of a book: which is the newest does not hang on the PC's clock. */
  sequence: z.int().min(0),
  at: IsoInstant,
  kind: BackupKind,
  schemaVersion: z.int().min(1),
  appVersion: z.string().max(40),
  /** Of the book inside. */
  bytes: z.int().min(4096),
  sha256: z.string().length(64),
  counts: BackupCounts,
  /** How far the audit log had come. */
  auditEntries: z.int(),
  /** Clients erased for good until then, by uid: a restore of an older backup keeps them erased. */
  erased: z.array(z.string().max(64)),
  fileSalt: Base64(32),
  /** The book's own key and salt, under this file's key (backup-key.ts). */
  bookKey: Sealed,
  /** keys.json as it stood: on another PC it is what the recovery key opens. */
  keys: z.string().max(4 * 1024 * 1024),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** Everybody who may write the audit log holds the key this comes from; so do the owner and the recovery key. */
export function keyOfFile(audit: Buffer, header: Pick<BackupHeader, 'bookUid' | 'fileSalt'>): Buffer {
  return subKey(audit, { bookUid: header.bookUid, owner: `backup ${header.fileSalt}` });
}

export function newFileSalt(): string {
  return randomBytes(32).toString('base64');
}

/** Writes and flushes; `target` must not exist. The caller removes what a failure leaves, and reads it back before it counts. */
export function writeBackup(target: string, source: string, header: BackupHeader, key: Buffer, tools: CopyTools = SILENT): void {
  const head = Buffer.from(JSON.stringify(BackupHeader.parse(header)), 'utf8');
  const from = openSync(source, 'r');
  try {
    const to = openSync(target, 'wx', 0o600);
    try {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(head.length);
      writeAll(to, Buffer.concat([MAGIC, length, head]));
      copyChunks({ from, to, total: header.bytes, bound: sumOf(head), tools }, (chunk, place) => sealChunk(chunk, key, place));
      fsyncSync(to);
    } finally {
      closeSync(to);
    }
  } finally {
    closeSync(from);
  }
}

/** Without any key; refuses what is not a whole header, and a file of another length than it promises. What it says is authenticated only when the chunks are opened. */
export function readHeader(file: string): BackupHeader {
  return readHead(file).header;
}

/** `length`: what comes before the first chunk, all that is not sealed. */
export function readHead(file: string): { readonly header: BackupHeader; readonly length: number } {
  const handle = openSync(file, 'r');
  try {
    const { header, start } = headOf(handle);
    return { header, length: start };
  } finally {
    closeSync(handle);
  }
}

/**
 * Opens every chunk, compares length and SHA-256 with the header, and writes the book to `target` when there is one: without it this is the check.
 * Refuses with `backup.damaged` at the first chunk that is not as it was written.
 */
export function openBackup(file: string, key: Buffer, target: string | null, tools: CopyTools = SILENT): BackupHeader {
  const from = openSync(file, 'r');
  try {
    const { header, bound, start } = headOf(from);
    const to = target === null ? null : openSync(target, 'wx', 0o600);
    try {
      const sum = createHash('sha256');
      copyChunks({ from, to, start, total: header.bytes, bound, tools, sealed: true }, (chunk, place) => {
        const plain = openChunk(chunk, key, place);
        sum.update(plain);
        return plain;
      });
      if (sum.digest('hex') !== header.sha256) throw refuse('backup.damaged');
      if (to !== null) fsyncSync(to);
    } finally {
      if (to !== null) closeSync(to);
    }
    return header;
  } finally {
    closeSync(from);
  }
}

export interface CopyTools {
  /** Throws to stop. */
  progress(done: number, total: number): void;
}

interface Place {
  readonly number: number;
  readonly last: boolean;
  readonly bound: Buffer;
}

interface Copying {
  readonly from: number;
  readonly to: number | null;
  readonly start?: number;
  /** Bytes in the clear. */
  readonly total: number;
  readonly bound: Buffer;
  readonly tools: CopyTools;
  readonly sealed?: boolean;
}

const MAGIC = Buffer.from('SHUKEBK1', 'latin1');
const CHUNK = 1 << 20;
const TAG = 16;
const MOST_HEAD = 8 * 1024 * 1024;
const SILENT: CopyTools = { progress: () => undefined };

function copyChunks(
  { from, to, start = 0, total, bound, tools, sealed = false }: Copying,
  turn: (chunk: Buffer, place: Place) => Buffer,
): void {
  const count = chunksIn(total);
  const extra = sealed ? TAG : 0;
  for (let number = 0; number < count; number += 1) {
    const size = Math.min(CHUNK, total - number * CHUNK) + extra;
    const chunk = readExactly(from, size, start + number * (CHUNK + extra));
    const turned = turn(chunk, { number, last: number === count - 1, bound });
    if (to !== null) writeAll(to, turned);
    tools.progress(Math.min(total, (number + 1) * CHUNK), total);
  }
}

function sealChunk(chunk: Buffer, key: Buffer, place: Place): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place)).setAAD(boundTo(place));
  return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(chunk: Buffer, key: Buffer, place: Place): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: TAG }).setAAD(boundTo(place));
  decipher.setAuthTag(chunk.subarray(chunk.length - TAG));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - TAG)), decipher.final()]);
  } catch (error) {
    // GCM says in one way only that the key or the bytes are not the ones it was made with.
    throw Object.assign(refuse('backup.damaged'), { cause: error });
  }
}

function nonceOf({ number }: Place): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

function boundTo({ bound, last }: Place): Buffer {
  return Buffer.concat([bound, Buffer.of(last ? 1 : 0)]);
}

function headOf(handle: number): { readonly header: BackupHeader; readonly bound: Buffer; readonly start: number } {
  const lead = readExactly(handle, MAGIC.length + 4, 0);
  const length = lead.readUInt32BE(MAGIC.length);
  if (!lead.subarray(0, MAGIC.length).equals(MAGIC) || length > MOST_HEAD) throw refuse('backup.not-a-backup');
  const head = readExactly(handle, length, lead.length);
  const format = Formatted.safeParse(parsed(head));
  if (!format.success) throw refuse('backup.damaged');
  if (format.data.format > 1) throw refuse('backup.newer');
  const header = BackupHeader.safeParse(parsed(head));
  if (!header.success) throw refuse('backup.damaged');
  const start = lead.length + length;
  if (fstatSync(handle).size !== start + header.data.bytes + TAG * chunksIn(header.data.bytes)) throw refuse('backup.damaged');
  return { header: header.data, bound: sumOf(head), start };
}

const Formatted = z.looseObject({ format: z.int() });

function parsed(head: Buffer): unknown {
  try {
    return JSON.parse(head.toString('utf8'));
  } catch {
    // Not JSON: the schema refuses it by name.
    return undefined;
  }
}

function chunksIn(bytes: number): number {
  return Math.ceil(bytes / CHUNK);
}

function sumOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function readExactly(handle: number, length: number, position: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const read = readSync(handle, bytes, done, length - done, position + done);
    if (read === 0) throw refuse(position === 0 ? 'backup.not-a-backup' : 'backup.damaged');
    done += read;
  }
  return bytes;
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(handle, bytes, done);
}
