// Looks at the bytes of an encrypted file without SQLite: is it ours, is all of it there, and what stands on a page? For naming a refusal, and for salvage.
//
// SQLCipher 4: pages of 4096 bytes; the last 80 are IV (16) and HMAC-SHA512 (64) over the rest, the IV and the page number.
// The first 16 bytes of page 1 are the salt, in the clear.

import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export const PAGE_BYTES = 4096;
export const SALT_BYTES = 16;

export interface FileLook {
  readonly bytes: number;
  /** Ours by its salt or by a page that authenticates under our key; `plain` is an unencrypted SQLite file. */
  readonly origin: 'ours' | 'plain' | 'other';
  /** How long page 1 says the file is; null when page 1 cannot be believed. */
  readonly promisedBytes: number | null;
}

export function lookAtFile(file: string, key: Buffer, salt: Buffer): FileLook {
  const handle = openSync(file, 'r');
  try {
    const bytes = fstatSync(handle).size;
    const first = readPage(handle, 1);
    if (first.subarray(0, SALT_BYTES).equals(PLAIN_HEADER)) return { bytes, origin: 'plain', promisedBytes: null };
    const macKey = macKeyOf(key, salt);
    const sample = samplePages(Math.floor(bytes / PAGE_BYTES));
    const authentic = sample.some((number) => isAuthentic(readPage(handle, number), number, macKey));
    const ours = authentic || first.subarray(0, SALT_BYTES).equals(salt);
    const promisedBytes = ours && isAuthentic(first, 1, macKey) ? promisedLength(first, key) : null;
    return { bytes, origin: ours ? 'ours' : 'other', promisedBytes };
  } finally {
    closeSync(handle);
  }
}

/** Whether the file begins with exactly this salt: what a file keyed by us always does, and a plain one never. */
export function beginsWithSalt(file: string, salt: Buffer): boolean {
  const handle = openSync(file, 'r');
  try {
    return readPage(handle, 1).subarray(0, SALT_BYTES).equals(salt);
  } finally {
    closeSync(handle);
  }
}

export function macKeyOf(key: Buffer, salt: Buffer): Buffer {
  return pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
}

export function readPage(handle: number, number: number): Buffer {
  const page = Buffer.alloc(PAGE_BYTES);
  readSync(handle, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
  return page;
}

export function isAuthentic(page: Buffer, number: number, macKey: Buffer): boolean {
  const place = Buffer.alloc(4);
  place.writeUInt32LE(number);
  const mac = createHmac('sha512', macKey).update(sealedPart(page, number)).update(place).digest();
  return timingSafeEqual(mac, page.subarray(PAGE_BYTES - MAC_BYTES));
}

/** A page without its seal. */
export function decryptPage(page: Buffer, number: number, key: Buffer): Buffer {
  const start = number === 1 ? SALT_BYTES : 0;
  const iv = page.subarray(PAGE_BYTES - RESERVED_BYTES, PAGE_BYTES - RESERVED_BYTES + IV_BYTES);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([Buffer.alloc(start), decipher.update(page.subarray(start, PAGE_BYTES - RESERVED_BYTES)), decipher.final()]);
}

const PLAIN_HEADER = Buffer.from('SQLite format 3\0', 'latin1');
const RESERVED_BYTES = 80;
const MAC_BYTES = 64;
const IV_BYTES = 16;
const MOST_PAGES_SAMPLED = 64;

function samplePages(count: number): number[] {
  const step = Math.max(1, Math.ceil(count / MOST_PAGES_SAMPLED));
  return Array.from({ length: Math.min(count, MOST_PAGES_SAMPLED) }, (_, index) => 1 + index * step).filter((number) => number <= count);
}

function sealedPart(page: Buffer, number: number): Buffer {
  return page.subarray(number === 1 ? SALT_BYTES : 0, PAGE_BYTES - MAC_BYTES);
}

// The page count stands at byte 28 of the file header and holds only when the counters at 24 and 92 agree.
function promisedLength(first: Buffer, key: Buffer): number | null {
  const header = decryptPage(first, 1, key);
  if (header.readUInt32BE(24) !== header.readUInt32BE(92)) return null;
  return header.readUInt32BE(28) * PAGE_BYTES;
}
