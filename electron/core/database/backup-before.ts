// The book as it was before a migration, kept beside it.

import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One copy for each schema version, the newest: one that was left by an attempt that failed must not keep the book shut for good. */
export function backupBefore(file: string, schemaVersion: number, copyVerified: (target: string) => void): void {
  const target = `${file}.before-schema-${schemaVersion}`;
  const part = `${target}.part`;
  rmSync(part, { force: true });
  copyVerified(part);
  renameSync(part, target);
}

/** The newest of these copies. Once it is in a backup it is of no use any more. */
export function keptBefore(file: string): string | undefined {
  const start = `${basename(file)}.before-schema-`;
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(start) && !name.endsWith('.part'));
  const newest = names.sort((a, b) => Number(b.slice(start.length)) - Number(a.slice(start.length)))[0];
  return newest === undefined ? undefined : join(dirname(file), newest);
}

/** Once the book has another key: these copies open with the old one, which nobody but somebody who took it along still has. */
export function removeBackupsBefore(file: string): void {
  const start = `${basename(file)}.before-schema-`;
  for (const name of readdirSync(dirname(file))) if (name.startsWith(start)) rmSync(join(dirname(file), name), { force: true });
}
