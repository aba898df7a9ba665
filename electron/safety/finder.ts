// Looks for many byte strings at once in a stream of chunks: one pass, however many there are, and across the border of two chunks.

import type { Needle } from './needles';

export type Finder = (chunks: AsyncIterable<Buffer>) => Promise<ReadonlySet<Needle>>;

/** A chunk may be the same memory as the one before: it is read to its end before the next is asked for. */
export function createFinder(needles: readonly Needle[]): Finder {
  const byPrefix = prefixTable(needles);
  const overlap = Math.max(1, ...needles.map(({ bytes }) => bytes.length - 1));
  return async (chunks) => {
    const found = new Set<Needle>();
    let tail = Buffer.alloc(0);
    for await (const chunk of chunks) {
      // Only the border is looked at twice, instead of copying every chunk behind the one before.
      if (tail.length > 0) look(Buffer.concat([tail, chunk.subarray(0, overlap)]), byPrefix, found);
      look(chunk, byPrefix, found);
      tail = Buffer.concat([tail, chunk.subarray(-overlap)]).subarray(-overlap);
    }
    return found;
  };
}

type PrefixTable = readonly (readonly Needle[] | undefined)[];

function prefixTable(needles: readonly Needle[]): PrefixTable {
  const table = Array.from<Needle[] | undefined>({ length: 0x10000 });
  for (const needle of needles) (table[needle.bytes.readUInt16BE(0)] ??= []).push(needle);
  return table;
}

function look(bytes: Buffer, table: PrefixTable, found: Set<Needle>): void {
  let prefix = bytes[0] ?? 0;
  for (let at = 1; at < bytes.length; at += 1) {
    prefix = ((prefix & 0xff) << 8) | (bytes[at] ?? 0);
    const candidates = table[prefix];
    if (candidates === undefined) continue;
    for (const needle of candidates) if (bytes.subarray(at - 1, at - 1 + needle.bytes.length).equals(needle.bytes)) found.add(needle);
  }
}
