// Walks the trees of an SQLite file round the pages that cannot be read, and keeps account of which pages it has seen.

import type { PageFile } from '../core/database/page-file';
import { readRecord, readVarint, type Value } from './record';
import { treePage, type TreePage } from './tree-page';

export interface FoundRow {
  readonly rowid: number;
  readonly values: readonly Value[];
  /** The pages it lies on. */
  readonly pages: readonly number[];
}

/** Told of everything that could not be read below a root: a page, or a row whose end lies on one. */
export type OnGap = () => void;

export class Trees {
  readonly #seen: Uint8Array;

  constructor(
    private readonly file: PageFile,
    readonly count: number,
  ) {
    this.#seen = new Uint8Array(count + 1);
  }

  *table(root: number, onGap: OnGap): Generator<FoundRow> {
    for (const [number, page, tree] of this.#leaves(root, 'table', onGap)) yield* this.#rowsOn(number, page, tree, onGap);
  }

  /** Each entry as it stands in the index: the columns, then the row's id. */
  *index(root: number, onGap: OnGap): Generator<readonly Value[]> {
    for (const [, page, tree] of this.#pagesOf(root, 'index', onGap)) {
      for (const cell of tree.cells) {
        const entry = attempt(() => this.#entryAt(page, cell));
        if (entry) yield entry;
        else onGap();
      }
    }
  }

  /** Leaves with rows which no page leads to any more: the rows of one leaf belong to one table. After all walks. */
  *orphans(): Generator<readonly FoundRow[]> {
    for (let number = 2; number <= this.count; number += 1) {
      const page = this.#seen[number] === 1 ? undefined : this.file.page(number);
      const tree = page && attempt(() => treePage(page, number));
      if (page && tree?.isLeaf && tree.kind === 'table') yield [...this.#rowsOn(number, page, tree, () => undefined)];
    }
  }

  *#leaves(root: number, kind: TreePage['kind'], onGap: OnGap) {
    for (const found of this.#pagesOf(root, kind, onGap)) if (found[2].isLeaf) yield found;
  }

  *#pagesOf(root: number, kind: TreePage['kind'], onGap: OnGap): Generator<readonly [number, Buffer, TreePage]> {
    const waiting = [root];
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      // A page that was reached before belongs to somebody else, or goes round in a circle.
      const page = number > this.count || this.#seen[number] === 1 ? undefined : this.file.page(number);
      const at = number;
      const tree = page && attempt(() => treePage(page, at));
      if (!page || tree?.kind !== kind) {
        onGap();
        continue;
      }
      this.#seen[number] = 1;
      yield [number, page, tree];
      waiting.push(...tree.children.toReversed());
    }
  }

  *#rowsOn(number: number, page: Buffer, tree: TreePage, onGap: OnGap): Generator<FoundRow> {
    this.#seen[number] = 1;
    for (const cell of tree.cells) {
      const row = attempt(() => this.#rowAt(number, page, cell));
      if (row) yield row;
      else onGap();
    }
  }

  #rowAt(number: number, page: Buffer, cell: number): FoundRow | undefined {
    const size = readVarint(page, cell);
    const rowid = readVarint(page, size.next);
    const pages = [number];
    const payload = this.#payload(page, rowid.next, size.value, 'table', pages);
    return payload && { rowid: rowid.value, values: readRecord(payload), pages };
  }

  #entryAt(page: Buffer, cell: number): readonly Value[] | undefined {
    const size = readVarint(page, cell);
    const payload = this.#payload(page, size.next, size.value, 'index', []);
    return payload && readRecord(payload);
  }

  /** What stands in the cell and on the pages it goes on; undefined when one of them cannot be read. */
  #payload(page: Buffer, at: number, size: number, kind: TreePage['kind'], pages: number[]): Buffer | undefined {
    const local = localBytes(page.length, size, kind);
    if (at + local > page.length) return undefined;
    const parts = [page.subarray(at, at + local)];
    let next = local === size ? 0 : page.readUInt32BE(at + local);
    for (let left = size - local; left > 0;) {
      const more = next === 0 ? undefined : this.file.page(next);
      if (!more) return undefined;
      pages.push(next);
      if (next <= this.count) this.#seen[next] = 1;
      const taken = more.subarray(4, 4 + Math.min(left, more.length - 4));
      parts.push(taken);
      left -= taken.length;
      next = more.readUInt32BE(0);
    }
    return Buffer.concat(parts);
  }
}

/** How much of a payload stands in the page itself; the file format's own formula. */
function localBytes(usable: number, size: number, kind: TreePage['kind']): number {
  const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((size - least) % (usable - 4));
  return wanted <= most ? wanted : least;
}

/** Undefined where the bytes do not hold together: that is damage, and what lies there is counted as lost. */
function attempt<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
