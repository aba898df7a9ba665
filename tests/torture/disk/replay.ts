// What may be on a disk after the power failed: all that was flushed, and of the rest anything, in any order, whole or torn.
//
// A file keeps what its own last flush found. Writes and lengths since then are dropped, kept, put in another order or torn at sectors of 512 bytes.
// Names (made, renamed, removed) stay in their order, as a journaling file system keeps them, and hold for sure only when their folder was flushed.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { below, type Random } from '../random';
import type { DiskStep } from './log';

type Change = Extract<DiskStep, { kind: 'write' | 'truncate' }>;
type Naming = Extract<DiskStep, { kind: 'create' | 'folder' | 'unlink' | 'rename' }>;

/** A file apart from its name. */
interface Body {
  readonly isFolder: boolean;
  kept: Buffer;
  pending: Change[];
}

export class CutDisk {
  /** The names as the process sees them, and as they are on the disk for sure. */
  readonly #names: Map<string, Body>;
  readonly #kept: Map<string, Body>;
  #pending: { readonly step: Naming; readonly body: Body }[] = [];

  constructor(readonly folder: string) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const bodies = entries.map((entry): [string, Body] => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isFile() ? { ...emptyBody(false), kept: readFileSync(path) } : emptyBody(true)];
    });
    this.#names = new Map(bodies);
    this.#kept = new Map(bodies);
  }

  take(step: DiskStep): void {
    if (step.kind === 'said') return;
    if (step.kind === 'flush') return this.#flush(step.path);
    if (step.kind === 'write' || step.kind === 'truncate') return void this.#body(step.path).pending.push(step);
    this.#name(step);
  }

  /** Leaves in `target` what this power cut leaves on the disk. */
  cut(random: Random, target: string): void {
    const names = new Map(this.#kept);
    for (const { step, body } of this.#pending.slice(0, below(random, this.#pending.length + 1))) rename(names, step, body);
    const isFolder = (path: string): boolean => path === this.folder || (names.get(path)?.isFolder === true && isFolder(dirname(path)));
    for (const [path, body] of names) if (body.isFolder && isFolder(path)) mkdirSync(this.#in(target, path), { recursive: true });
    for (const [path, body] of names) {
      // Shared memory is no data: SQLite makes it anew.
      if (!body.isFolder && !path.endsWith('-shm') && isFolder(dirname(path))) writeFileSync(this.#in(target, path), leftOf(body, random));
    }
  }

  #in(target: string, path: string): string {
    return join(target, relative(this.folder, path));
  }

  #flush(path: string): void {
    if (path === this.folder || this.#names.get(path)?.isFolder) {
      for (const { step, body } of this.#pending.filter(({ step }) => isIn(step, path))) rename(this.#kept, step, body);
      this.#pending = this.#pending.filter(({ step }) => !isIn(step, path));
      return;
    }
    const body = this.#body(path);
    body.kept = body.pending.reduce(apply, body.kept);
    body.pending = [];
  }

  #name(step: Naming): void {
    const isNew = step.kind === 'create' || step.kind === 'folder';
    const body = isNew ? emptyBody(step.kind === 'folder') : this.#body(step.path);
    rename(this.#names, step, body);
    this.#pending.push({ step, body });
  }

  #body(path: string): Body {
    const body = this.#names.get(path);
    if (!body) throw new Error('a step on a file nobody made');
    return body;
  }
}

function emptyBody(isFolder: boolean): Body {
  return { isFolder, kept: Buffer.alloc(0), pending: [] };
}

function isIn(step: Naming, folder: string): boolean {
  return dirname(step.path) === folder || (step.kind === 'rename' && dirname(step.to) === folder);
}

function rename(names: Map<string, Body>, step: Naming, body: Body): void {
  if (step.kind === 'create' || step.kind === 'folder') return void names.set(step.path, body);
  names.delete(step.path);
  if (step.kind === 'unlink') return;
  names.set(step.to, body);
  if (body.isFolder) moveInside(names, step);
}

function moveInside(names: Map<string, Body>, { path, to }: Extract<Naming, { kind: 'rename' }>): void {
  for (const [name, body] of [...names].filter(([name]) => name.startsWith(`${path}/`))) {
    names.delete(name);
    names.set(`${to}${name.slice(path.length)}`, body);
  }
}

function leftOf({ kept, pending }: Body, random: Random): Buffer {
  const chosen = pending.filter(() => random() < 0.6);
  if (random() < 0.5) shuffle(chosen, random);
  return chosen.flatMap((change) => (change.kind === 'write' && random() < 0.3 ? torn(change, random) : [change])).reduce(apply, kept);
}

const SECTOR = 512;

/** Those of its sectors that reached the disk. */
function torn({ path, at, data }: Extract<Change, { kind: 'write' }>, random: Random): Change[] {
  const parts: Change[] = [];
  for (let from = at; from < at + data.length;) {
    const to = Math.min(at + data.length, (Math.floor(from / SECTOR) + 1) * SECTOR);
    if (random() < 0.5) parts.push({ kind: 'write', path, at: from, data: data.subarray(from - at, to - at) });
    from = to;
  }
  return parts;
}

function shuffle(list: unknown[], random: Random): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1);
    [list[last], list[other]] = [list[other], list[last]];
  }
}

function apply(bytes: Buffer, change: Change): Buffer {
  const end = change.kind === 'write' ? Math.max(bytes.length, change.at + change.data.length) : change.size;
  const next = Buffer.alloc(end);
  bytes.copy(next, 0, 0, Math.min(bytes.length, end));
  if (change.kind === 'write') change.data.copy(next, change.at);
  return next;
}
