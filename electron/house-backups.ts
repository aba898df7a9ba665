// The backups of the house: what they need of the other parts, their line in the audit log, and the last one on the way out.

import path from 'node:path';
import { isoInstant } from '../shared/core/date';
import type { AppEvent } from '../shared/events';
import { appearanceFile } from './appearance/service';
import type { AuditLog } from './audit/audit-log';
import { Backups } from './backups/backups';
import type { IdleClock } from './book/idle-lock';
import type { BookKeeper } from './book/keeper';
import type { LogLine } from './core/log';
import type { Workers } from './core/workers';
import type { WriteGate } from './core/write-gate';
import type { Vault } from './vault/vault';

export interface BackupHouse {
  readonly folder: string;
  readonly appearanceFile: string;
  readonly systemLanguage: 'zh-CN' | 'en';
  readonly clock: { now(): Date };
  readonly idle: IdleClock;
  readonly workers: Workers;
  readonly versions: { readonly app: string };
  readonly publish: (event: AppEvent) => void;
  readonly log: (line: LogLine) => void;
}

export interface BackupNeighbours {
  readonly vault: Vault;
  readonly audit: AuditLog;
  readonly gate: WriteGate;
  readonly keeper: () => BookKeeper;
}

export function createBackups(parts: BackupHouse, { vault, audit, gate, keeper }: BackupNeighbours): Backups {
  const now = () => parts.clock.now();
  return new Backups({
    ...parts,
    vault,
    now,
    file: path.join(path.dirname(parts.folder), 'backups.json'),
    appVersion: parts.versions.app,
    every: parts.idle.every,
    book: () => keeper().book,
    ownName: () => (appearanceFile(parts.appearanceFile, parts.systemLanguage).read().language === 'en' ? 'This PC' : '这台电脑'),
    async tell(accountId, details) {
      // An import may be writing in its thread: the line comes after it.
      await gate.whenOpen();
      const { book } = keeper();
      if (!book) return;
      const about = { accountId, event: 'backed-up', operation: 'backups.make', clientUid: null, actId: null } as const;
      book.db.$client.transaction(() => audit.append({ at: isoInstant(now()), ...about, details })).immediate();
      keeper().written();
    },
    changed: () => parts.publish({ type: 'backups-changed' }),
    log: logOf(parts),
  });
}

export interface Goodbye {
  /** Something was changed that no backup holds yet. */
  hasNews(): boolean;
  /** The backup on the way out. Resolves in any case, and within a minute. */
  sayGoodbye(): Promise<void>;
}

/** By this it is told not to be waited for. */
export const GOODBYE = 'goodbye';

export function goodbyeOf(parts: BackupHouse, backups: Backups, keeper: BookKeeper): Goodbye {
  return {
    hasNews: () => backups.hasNews(),
    async sayGoodbye() {
      parts.publish({ type: 'closing', callId: GOODBYE });
      const progress = (stage: string, done: number, total: number | null) =>
        parts.publish({ type: 'job-progress', callId: GOODBYE, stage, done, total });
      const late = AbortSignal.timeout(LONGEST_GOODBYE_MS);
      const asker = { signal: late, progress, session: keeper.book?.session ?? null };
      // What went wrong is remembered and told at the next start, which makes up for it.
      const made = backups.make('quit', asker).catch((error: unknown) => logOf(parts)('backups.quit', error));
      await Promise.race([made, new Promise((resolve) => late.addEventListener('abort', resolve))]);
    },
  };
}

const LONGEST_GOODBYE_MS = 60_000;

function logOf({ log }: BackupHouse) {
  return (operation: string, error: unknown) => log({ operation, ms: 0, code: 'unexpected', error });
}
