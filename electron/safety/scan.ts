// The proof behind the security page: goes through real files byte by byte and says where a known value of the open book can be read. Writes nothing.

import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { WorkerTools } from '../core/worker-side';
import { filesUnder, isGone } from './files';
import { createFinder, type Finder } from './finder';
import { headsOnly } from './heads';
import { needlesOf, type KnownValue, type Needle, type ValueKind } from './needles';

export interface ScanOrder {
  /** Files and folders; what lies in two of them is read once. */
  readonly places: readonly string[];
  /** At most a hundred or so, only ever in memory. */
  readonly known: readonly KnownValue[];
  /** Backups before the newest are read no further than their headers. */
  readonly heads?: boolean;
}

export interface ScanHit {
  /** Without its folder: the path may hold a person's name. */
  readonly fileName: string;
  readonly kind: ValueKind;
}

export interface ScanResult {
  readonly files: number;
  readonly bytes: number;
  /** How many of the known values are long enough to be looked for. */
  readonly values: number;
  /** Files and folders that could not be read. */
  readonly unread: number;
  /** Backups of which only the header was read. */
  readonly heads: number;
  readonly hits: readonly ScanHit[];
  /** Every form of every value was found where it had been planted; without this, no hits mean nothing. */
  readonly selfCheck: boolean;
}

export async function scanFiles({ places, known, heads = false }: ScanOrder, tools: WorkerTools): Promise<ScanResult> {
  const { needles, values } = needlesOf(known);
  const find = createFinder(needles);
  const selfCheck = await findsAll(needles, find);
  const { files, unread } = filesUnder(places);
  const limits = heads ? headsOnly(files) : NO_LIMITS;
  const total = files.reduce((sum, { file, bytes }) => sum + (limits.get(file) ?? bytes), 0);
  const seen = { files: 0, bytes: 0, unread, heads: limits.size };
  const hits: ScanHit[] = [];
  const onBytes = (count: number) => {
    seen.bytes += count;
    // A file may have grown since it was listed.
    tools.progress('files', Math.min(seen.bytes, total), total);
  };
  for (const { file } of files) {
    try {
      const found = await find(readChunks(file, onBytes, limits.get(file)));
      seen.files += 1;
      for (const kind of new Set([...found].map((needle) => needle.kind))) hits.push({ fileName: path.basename(file), kind });
    } catch (error) {
      if (!isGone(error)) seen.unread += 1;
    }
  }
  return { ...seen, values, hits, selfCheck };
}

const CHUNK = 1024 * 1024;
const NO_LIMITS: ReadonlyMap<string, number> = new Map();

async function* readChunks(file: string, onBytes: (count: number) => void, limit = Infinity): AsyncGenerator<Buffer> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let left = limit; left > 0;) {
      const { bytesRead } = await handle.read(buffer, 0, Math.min(CHUNK, left), null);
      if (bytesRead === 0) return;
      left -= bytesRead;
      yield buffer.subarray(0, bytesRead);
      onBytes(bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Each form in noise of its own, cut in two by the border of two chunks; nothing but those bytes goes the way a file goes. */
async function findsAll(needles: readonly Needle[], find: Finder): Promise<boolean> {
  for (const needle of needles) if (!(await find(planted(needle))).has(needle)) return false;
  return needles.length > 0 && (await find(noise())).size === 0;
}

async function* planted({ bytes }: Needle): AsyncGenerator<Buffer> {
  const middle = bytes.length >> 1;
  yield Buffer.concat([randomBytes(NOISE), bytes.subarray(0, middle)]);
  yield Buffer.concat([bytes.subarray(middle), randomBytes(NOISE)]);
}

async function* noise(): AsyncGenerator<Buffer> {
  yield randomBytes(NOISE);
}

const NOISE = 4096;
