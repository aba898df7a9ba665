// The files in the book's folder by name and size. Only names that we gave are told; of everything else, how many there are and how large.

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Fact } from './facts';

export function bookFileFacts(folder: string): Fact[] {
  const files = filesIn(folder);
  if (files === null) return [['folder', 'cannot be reached']];
  const told = new Map<string, { count: number; bytes: number }>();
  for (const { name, bytes } of files) {
    const known = nameOf(name);
    const sum = told.get(known) ?? { count: 0, bytes: 0 };
    told.set(known, { count: sum.count + 1, bytes: sum.bytes + bytes });
  }
  return [...told]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, { count, bytes }]) => [`file ${name}`, count === 1 ? `${bytes} bytes` : `${count} of them, ${bytes} bytes`]);
}

const DATABASES = ['book.db', 'book.new', 'book.next', 'book.lock'];
const NAMES = new Set([
  ...DATABASES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`, `${name}-journal`]),
  ...['keys.json', 'keys.backup.json', 'pepper.bin', 'throttle.json', 'throttle.backup.json', 'rotation.json'],
  ...['audit-head.json', 'health.json'],
]);
/** What stands in place of names that hold a number, a time or a fingerprint. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/^book\.db\.before-schema-\d{1,4}$/, 'book.db.before-schema'],
  [/^damaged-[0-9a-f]{12}\//, 'damaged copy'],
  [/^replaced-[0-9TZ-]{20,30}\//, 'replaced book'],
  [/^backups\/.*\.shukebackup$/, 'backups of its own'],
];

function nameOf(name: string): string {
  if (NAMES.has(name)) return name;
  return SHAPES.find(([shape]) => shape.test(name))?.[1] ?? (name.endsWith('.part') ? 'unfinished' : 'other');
}

/** Null when the folder is away. A file that goes while it is looked at is no longer there. */
function filesIn(folder: string): { readonly name: string; readonly bytes: number }[] | null {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
      const found = statSync(path.join(folder, name), { throwIfNoEntry: false });
      return found?.isFile() === true ? [{ name: name.split(path.sep).join('/'), bytes: found.size }] : [];
    });
  } catch {
    return null;
  }
}
