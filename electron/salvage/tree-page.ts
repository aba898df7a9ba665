// One page of an SQLite b-tree as it lies in the file: what hangs below it, and where its cells begin.

export interface TreePage {
  readonly kind: 'table' | 'index';
  readonly isLeaf: boolean;
  readonly children: readonly number[];
  /** Where each cell begins; of an inner page, behind the number of its child. */
  readonly cells: readonly number[];
}

/** Undefined for a page of another use: overflow, free, or one that does not hold together. */
export function treePage(page: Buffer, number: number): TreePage | undefined {
  const start = number === 1 ? FILE_HEADER_BYTES : 0;
  const kind = KINDS.get(page.readUInt8(start));
  if (!kind) return undefined;
  const count = page.readUInt16BE(start + 3);
  const pointers = start + (kind.isLeaf ? 8 : 12);
  if (pointers + count * 2 > page.length) return undefined;
  const places = Array.from({ length: count }, (_, index) => page.readUInt16BE(pointers + index * 2));
  if (places.some((place) => place < pointers || place + 4 > page.length)) return undefined;
  if (kind.isLeaf) return { ...kind, children: [], cells: places };
  const children = [...places.map((place) => page.readUInt32BE(place)), page.readUInt32BE(start + 8)];
  return { ...kind, children, cells: places.map((place) => place + 4) };
}

const FILE_HEADER_BYTES = 100;

const KINDS = new Map<number, Pick<TreePage, 'kind' | 'isLeaf'>>([
  [2, { kind: 'index', isLeaf: false }],
  [5, { kind: 'table', isLeaf: false }],
  [10, { kind: 'index', isLeaf: true }],
  [13, { kind: 'table', isLeaf: true }],
]);
