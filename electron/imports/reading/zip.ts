// Opens a zip container without trusting it: the directory is read first, an entry is unpacked no further than it is allowed to grow.

import { inflateRawSync } from 'node:zlib';
import { AppError, refuse } from '../../../shared/errors';
import { Crc32 } from './crc32';
import type { Limits } from './limits';

export interface Zip {
  readonly names: readonly string[];
  /** Hands over the unpacked bytes piece by piece; false when there is no such entry. */
  readonly unpack: (name: string, take: (piece: Uint8Array) => void) => boolean;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bytes handed on at a time. */
const STEP = 64 * 1024;

export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, limits);
  const declared = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0);
  if (declared > limits.unpackedBytes) throw tooLarge('unpacked', limits.unpackedBytes);
  const budget = { left: limits.unpackedBytes };
  return {
    names: [...entries.values()].map((entry) => entry.name),
    unpack: (name, take) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return false;
      unpackEntry(view, bytes, entry, limits, budget, take);
      return true;
    },
  };
}

export function tooLarge(
  what: 'file' | 'unpacked' | 'ratio' | 'entries' | 'columns' | 'rows' | 'time' | 'memory',
  limit: number,
): AppError {
  return new AppError('file.too-large', { what, limit });
}

function readDirectory(view: DataView, bytes: Uint8Array, limits: Limits): ReadonlyMap<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw tooLarge('entries', limits.entries);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) throw refuse('file.damaged');
    const nameLength = view.getUint16(at + 28, true);
    const entry = readEntry(view, at, new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    // part names of a workbook are not case-sensitive
    entries.set(entry.name.toLowerCase(), entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands at the very end, behind it at most a comment of 64 KB. A download that stopped has none. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw refuse('file.damaged');
}

function readEntry(view: DataView, at: number, name: string): Entry {
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function unpackEntry(
  view: DataView,
  bytes: Uint8Array,
  entry: Entry,
  limits: Limits,
  budget: { left: number },
  take: (piece: Uint8Array) => void,
): void {
  if (entry.encrypted) throw refuse('file.encrypted');
  const packed = packedBytes(view, bytes, entry);
  const allowed = Math.max(packed.length * limits.ratio, 1024 * 1024);
  const data = entry.method === 8 ? inflate(packed, Math.min(allowed, budget.left)) : packed;
  if (entry.method !== 8 && entry.method !== 0) throw refuse('file.damaged');
  if (data === null || data.length > budget.left)
    throw budget.left < allowed ? tooLarge('unpacked', limits.unpackedBytes) : tooLarge('ratio', limits.ratio);
  budget.left -= data.length;
  const crc = new Crc32();
  crc.add(data);
  if (data.length !== entry.unpacked || crc.value !== entry.crc) throw refuse('file.damaged');
  for (let at = 0; at < data.length; at += STEP) take(data.subarray(at, at + STEP));
}

function packedBytes(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw refuse('file.damaged');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw refuse('file.damaged');
  return bytes.subarray(start, start + entry.packed);
}

/** Null when there is more in it than allowed: unpacking stops there. */
function inflate(packed: Uint8Array, allowed: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, allowed), chunkSize: 256 * 1024 });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw new AppError('file.damaged', {}, { cause: error });
  }
}
