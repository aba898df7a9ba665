// UUIDv7 (RFC 9562): time first, so that indexes grow at their end, then 74 random bits.

import { randomBytes } from 'node:crypto';

let draw: (length: number) => Buffer = randomBytes;
let pool: Buffer = Buffer.alloc(0);
let used = 0;

export function newUid(milliseconds: number): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  random(10).copy(bytes, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** For a test that has to make the same book again: where a row lies in an index hangs on its uid. */
export function drawUidsFrom(source: typeof draw): void {
  draw = source;
  pool = Buffer.alloc(0);
  used = 0;
}

/** One system call per 4 KiB: an import asks for hundreds of thousands. */
function random(length: number): Buffer {
  if (used + length > pool.length) {
    pool = draw(4096);
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
}
