// Which calm page a refusal gets.

const KINDS = {
  'book.damaged': 'damaged',
  'book.cut-short': 'damaged',
  'book.disk-error': 'damaged',
  'book.missing': 'missing',
  'book.not-found': 'missing',
  'book.foreign': 'foreign',
  'book.newer': 'newer',
  'keys.newer': 'newer',
  'book.in-use': 'inUse',
  'book.busy': 'inUse',
  'keys.missing': 'keys',
  'keys.damaged': 'keys',
  'keys.other-book': 'keys',
  'keys.rolled-back': 'keys',
  'keys.weak-slot': 'keys',
} as const;

export type RefusalKind = (typeof KINDS)[keyof typeof KINDS] | 'other';

/** A newer book stays for the newer Shuke, and one that is in use is only waited for. */
export function canBeRestored(kind: RefusalKind): boolean {
  return kind !== 'newer' && kind !== 'inUse';
}

export function refusalKind(code: string): RefusalKind {
  const known: Readonly<Record<string, RefusalKind>> = KINDS;
  return known[code] ?? 'other';
}
