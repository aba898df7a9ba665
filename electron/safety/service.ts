// What the security page says, from the book and the folder as they are; and the proof that nothing of the book lies in the open.

import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AppContract } from '../../shared/contract';
import { isoInstant, IsoInstant } from '../../shared/core/date';
import type { SafetyState } from '../../shared/safety/contract';
import type { Backups } from '../backups/backups';
import { lastDrill } from '../backups/drill';
import type { Context, Services } from '../core/context';
import { oneRow } from '../core/database/rows';
import type { Workers } from '../core/workers';
import { isReviewOverdue } from '../people/review';
import { grantsOf, rightsOf } from '../people/rights';
import { listAccounts } from '../people/accounts';
import type { Vault } from '../vault/vault';
import { temporaryEntries } from './files';
import type { ScanOrder, ScanResult } from './scan';
import { listKnownValues } from './store';

export interface SafetyParts {
  readonly vault: Vault;
  readonly folder: string;
  /** Everything the app writes on this PC: book, keys, log, the window's own profile. */
  readonly profile: string;
  readonly workers: Workers;
  readonly backups: Pick<Backups, 'lastGood'>;
}

export function createSafetyService(parts: SafetyParts) {
  return {
    state: (_input, context) => stateOf(parts, context),
    async prove({ full }, context) {
      const known = context.read(({ db }) => listKnownValues(db, VALUES));
      const order: ScanOrder = { places: [parts.profile, ...temporaryEntries(tmpdir())], known, heads: !full };
      const { hits, ...result } = await parts.workers.run<ScanResult>('scan', order, {
        signal: context.signal,
        onProgress: context.progress,
      });
      return { ...result, hits: [...hits] };
    },
  } satisfies Services<AppContract>['safety'];
}

/** Of each kind: enough that a file with the list in it would hold many of them. */
const VALUES = 20;

function stateOf({ vault, folder, backups }: SafetyParts, context: Context): SafetyState {
  const { db } = context;
  const grants = listAccounts(db)
    .filter((account) => account.disabled_at === null)
    .map((account) => grantsOf(rightsOf(db, account.role)));
  const count = (sql: string) => oneRow<{ n: number }>(db, sql)?.n ?? 0;
  const verified = oneRow<{ at: string }>(db, "SELECT at FROM audit WHERE event = 'verified' ORDER BY id DESC LIMIT 1");
  return {
    protection: vault.status().protection,
    holders: {
      book: grants.length,
      health: grants.filter((grant) => grant.health).length,
      photos: grants.filter((grant) => grant.photos).length,
      owner: grants.filter((grant) => grant.owner).length,
    },
    sealedAlerts: count('SELECT count(*) AS n FROM preference WHERE sealed IS NOT NULL AND ended_at IS NULL'),
    lastCopy: backups.lastGood() ?? lastCopyIn(folder),
    lastDrill: lastDrill(db),
    lastVerifiedAt: verified ? IsoInstant.parse(verified.at) : null,
    auditEntries: count('SELECT coalesce(max(id), 0) AS n FROM audit'),
    reviewOverdue: isReviewOverdue(context),
    accounts: grants.length,
  };
}

/** Before the first backup: the newest copy that was made and checked before a migration. */
function lastCopyIn(folder: string): SafetyState['lastCopy'] {
  const copies = readdirSync(folder)
    .filter((name) => name.includes('.before-') && !name.endsWith('.part'))
    .map((fileName) => ({ fileName, at: isoInstant(statSync(path.join(folder, fileName)).mtime) }))
    .sort((a, b) => b.at.localeCompare(a.at));
  return copies[0] ?? null;
}
