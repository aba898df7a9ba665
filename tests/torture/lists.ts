// Damaged lists of every kind, from the corpus when SHUKE_CORPUS names its folder, else from the project's own: each is read or refused by name, quickly, in little memory.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { checkList } from '../../electron/imports/checking/check';
import { findLayout } from '../../electron/imports/checking/layout';
import { readTable } from '../../electron/imports/reading/read';
import { IsoDate } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { startChild } from '../support/child';
import { below, randomFrom, type Random } from './random';

export interface ListResult {
  readonly read: number;
  readonly told: Readonly<Record<string, number>>;
  /** Anything but being read or refused by name: must be none. */
  readonly crashed: number;
  /** More than ten seconds: must be none. */
  readonly slow: number;
  /** More than 300 MiB above the idle process at any moment: must be none. */
  readonly heavy: number;
  readonly slowestMs: number;
  readonly peakMiB: number;
}

/** In a process of their own, so that nothing else counts as their memory. */
export async function readDamagedLists(files: number, seed: number): Promise<ListResult> {
  const reader = startChild(join(import.meta.dirname, 'child', 'read-lists.ts'), { files, seed });
  const code = await reader.ended();
  const last = reader.lines.at(-1);
  if (code !== 0 || last === undefined) return { ...NOTHING, crashed: 1 };
  return JSON.parse(last) as ListResult;
}

const NOTHING: ListResult = { read: 0, told: {}, crashed: 0, slow: 0, heavy: 0, slowestMs: 0, peakMiB: 0 };
const MOST_MS = 10_000;
const MOST_MIB = 300;

/** The same seed damages the same lists in the same way. */
export function damageLists(files: number, seed: number): ListResult {
  const random = randomFrom(seed);
  const lists = listsIn(process.env['SHUKE_CORPUS'] ?? join(import.meta.dirname, '..', 'fixtures'));
  const told: Record<string, number> = {};
  const count = { read: 0, crashed: 0, slow: 0, slowestMs: 0 };
  const idle = process.memoryUsage().rss / MIB;
  for (let file = 0; file < files; file += 1) {
    const list = lists[below(random, lists.length)];
    if (!list) throw new Error('there is no list');
    const bytes = damaged(list, random);
    const started = performance.now();
    const outcome = outcomeOf(bytes);
    const took = Math.round(performance.now() - started);
    count.slowestMs = Math.max(count.slowestMs, took);
    if (took > MOST_MS) count.slow += 1;
    if (outcome === 'read' || outcome === 'crashed') count[outcome] += 1;
    else told[outcome] = (told[outcome] ?? 0) + 1;
  }
  const peakMiB = Math.round(highestKib() / 1024 - idle);
  return { told, ...count, heavy: peakMiB > MOST_MIB ? 1 : 0, peakMiB };
}

const MIB = 1 << 20;

/** The most this process ever held. What `resourceUsage` says of Linux begins at what the process had that started it, which may be more. */
function highestKib(): number {
  const status = '/proc/self/status';
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return own === undefined ? process.resourceUsage().maxRSS : Number(own);
}

interface List {
  readonly bytes: Buffer;
  /** Its parts, when it is a workbook of a reasonable size: damage inside them passes the checks of the archive. */
  readonly parts: Readonly<Record<string, Uint8Array>> | null;
}

function listsIn(folder: string): List[] {
  const names = readdirSync(folder).filter((name) => /\.(xlsx|xls|csv)$/.test(name));
  return names.sort().flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes.length === 0 ? [] : [{ bytes, parts: name.endsWith('.xlsx') && !name.includes('bomb') ? partsOf(bytes) : null }];
  });
}

function partsOf(bytes: Buffer): List['parts'] {
  try {
    return unzipSync(bytes);
  } catch {
    // Cut short, encrypted, or no archive at all: then it is damaged from outside only.
    return null;
  }
}

/** Some stay whole, so that reading is seen as well as refusing. */
function damaged({ bytes, parts }: List, random: Random): Uint8Array {
  const way = random();
  if (way < 0.15) return bytes;
  if (parts === null || way < 0.6) return scratched(bytes, random);
  const names = Object.keys(parts);
  const chosen = names[below(random, names.length)];
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, name === chosen ? scratched(part, random) : part])));
}

function scratched(whole: Uint8Array, random: Random): Uint8Array {
  const bytes = new Uint8Array(whole);
  if (bytes.length === 0) return bytes;
  for (let flips = 1 + below(random, 12); flips > 0; flips -= 1) bytes[below(random, bytes.length)] = below(random, 256);
  return random() < 0.3 ? bytes.subarray(0, below(random, bytes.length)) : bytes;
}

/** What became of it: the name of a refusal, or that it was read. */
function outcomeOf(bytes: Uint8Array): string {
  try {
    const table = readTable(bytes, { encoding: null, large: false });
    const layout = findLayout(table, null);
    const fields = layout.columns.map(({ index, field }) => ({ column: index, field }));
    const titles = layout.columns.map(({ title }) => title);
    const plan = { kind: layout.kind, headerRow: layout.headerRow, titles, fields, fixes: [], skipRows: [] } as const;
    checkList(layout.sheet, { ...plan, region: 'CN', today: IsoDate.parse('2026-11-20'), epoch: table.epoch });
    return 'read';
  } catch (error) {
    return error instanceof AppError && error.code.startsWith('file.') ? error.code : 'crashed';
  }
}
