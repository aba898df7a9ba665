// The book as it was before a migration, kept beside it.

import { renameSync, rmSync } from 'node:fs';

/** One copy for each schema version, the newest: one that was left by an attempt that failed must not keep the book shut for good. */
export function backupBefore(file: string, schemaVersion: number, copyVerified: (target: string) => void): void {
  const target = `${file}.before-schema-${schemaVersion}`;
  const part = `${target}.part`;
  rmSync(part, { force: true });
  copyVerified(part);
  renameSync(part, target);
}
