// UUIDv7 (RFC 9562): time first, then 74 random bits that only grow within one millisecond, so that indexes grow at their end even while an import writes.

import { randomBytes } from 'node:crypto';

const LOW_END = 2 ** 48;
const HIGH_END = 2 ** 26;

let draw: (length: number) => Buffer = randomBytes;
let pool: Buffer = Buffer.alloc(0);
let used = 0;
/** The random bits of the last one: 26 of them and 48. */
let last = { milliseconds: -1, high: 0, low: 0 };

/** Two of the same millisecond from one process sort in the order they were made (RFC 9562, 6.2, method 2). */
export function newUid(milliseconds: number): string {
  last = (last.milliseconds === milliseconds ? after(last) : null) ?? {
    milliseconds,
    high: random(4).readUInt32BE() % HIGH_END,
    low: random(6).readUIntBE(0, 6),
  };
  const time = hex(milliseconds, 12);
  const low = hex(last.low, 12);
  const second = hex(0x7000 + Math.floor(last.high / 2 ** 14), 4);
  const third = hex(0x8000 + (last.high % 2 ** 14), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-${second}-${third}-${low}`;
}

/** For a test that has to make the same book again: where a row lies in an index hangs on its uid. */
export function drawUidsFrom(source: typeof draw): void {
  draw = source;
  pool = Buffer.alloc(0);
  used = 0;
  last = { milliseconds: -1, high: 0, low: 0 };
}

/** Further by a random step, or null at the end of the room. */
function after({ milliseconds, high, low }: typeof last): typeof last | null {
  const next = low + 1 + random(3).readUIntBE(0, 3);
  if (next < LOW_END) return { milliseconds, high, low: next };
  return high + 1 < HIGH_END ? { milliseconds, high: high + 1, low: next - LOW_END } : null;
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, '0');
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
