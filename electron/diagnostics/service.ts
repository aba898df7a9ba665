// Diagnostics as a person meets them: look at what would go into the file, word for word, then save exactly that. Nothing is sent anywhere.

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { BookStatus } from '../../shared/book/contract';
import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import type { Diagnostics } from '../../shared/diagnostics/contract';
import type { AppearanceFile } from '../appearance/service';
import type { AuditLog } from '../audit/audit-log';
import type { Backups } from '../backups/backups';
import type { ClosedJobContext, Services } from '../core/context';
import type { Dialogs } from '../core/dialogs';
import type { OpenBook } from '../core/dispatch-parts';
import type { Workers } from '../core/workers';
import { partBeside, putInPlace, removePart, withEnding } from '../exports/place';
import { readHealth } from '../health/health-file';
import type { UnfinishedJobs } from '../jobs/unfinished';
import { shopSettings } from '../settings/service';
import type { Vault } from '../vault/vault';
import { machineFacts, type Display } from './machine';
import { textsOf } from './texts';
import type { Looked, LookTask, PackTask } from './work';

export interface DiagnosticsParts {
  readonly vault: Vault;
  readonly folder: string;
  readonly profile: string;
  readonly versions: BookStatus['versions'];
  readonly displays: () => readonly Display[];
  readonly book: () => OpenBook | null;
  readonly lockedBy: () => BookStatus['lockedBy'];
  readonly appearance: AppearanceFile;
  readonly backups: Pick<Backups, 'remembered'>;
  readonly unfinished: Pick<UnfinishedJobs, 'of'>;
  readonly audit: Pick<AuditLog, 'later' | 'settle'>;
  readonly dialogs: Dialogs;
  readonly workers: Workers;
}

export function createDiagnosticsService(parts: DiagnosticsParts) {
  let shown: Diagnostics | null = null;
  return {
    async look(_input, context) {
      const looked = await lookInThread(parts, context);
      shown = { token: randomUUID(), files: textsOf({ ...(await knownNow(parts, context.now)), looked }) };
      return shown;
    },
    async save({ token }, context) {
      // What was looked at, and nothing that has changed since.
      if (shown?.token !== token) throw refuse('files.unknown-token');
      const { files } = shown;
      const target = await askWhere(parts, context);
      if (target === null) return { saved: false };
      await write(parts, { task: 'pack', target: partBeside(target), files }, target, context);
      return { saved: true };
    },
  } satisfies Services<AppContract>['diagnostics'];
}

function lookInThread({ vault, workers, profile, book }: DiagnosticsParts, context: ClosedJobContext): Promise<Looked> {
  const lent = book() ? vault.readerAccess() : null;
  const key = lent === null ? null : new Uint8Array(lent.key);
  lent?.key.fill(0);
  const opened = lent && key && { file: lent.file, key, salt: new Uint8Array(lent.salt), nativeBinding: lent.nativeBinding };
  const task: LookTask = { task: 'look', book: opened, logFile: path.join(profile, 'logs', 'main.log') };
  const transfer = key === null ? [] : [key.buffer];
  return workers.run<Looked>('diagnostics', task, { signal: context.signal, onProgress: context.progress, transfer });
}

async function knownNow(parts: DiagnosticsParts, now: string) {
  const { vault, folder, versions, displays, appearance, backups, unfinished, lockedBy } = parts;
  const machine = await machineFacts({ versions, displays, folder });
  const book = parts.book();
  return {
    now,
    folder,
    machine,
    vault: vault.status(),
    lockedBy: lockedBy(),
    health: readHealth(folder),
    stored: backups.remembered(),
    appearance: appearance.read(),
    settings: book && shopSettings(book),
    unfinished: book ? unfinished.of(book.db, book.session) : [],
  };
}

async function askWhere({ dialogs, appearance }: DiagnosticsParts, { today }: ClosedJobContext): Promise<string | null> {
  const name = appearance.read().language === 'en' ? 'Shuke diagnostics' : '熟客诊断包';
  const chosen = await dialogs.saveFile(`${name} ${today}.zip`, [{ name: 'ZIP', extensions: ['zip'] }]);
  return chosen === null ? null : withEnding(chosen, '.zip');
}

async function write(parts: DiagnosticsParts, task: PackTask, target: string, { signal, now }: ClosedJobContext): Promise<void> {
  try {
    await parts.workers.run<null>('diagnostics', task, { signal });
    tell(parts, now);
    await putInPlace(target);
  } catch (error) {
    await removePart(target);
    throw error;
  }
}

/** Before the file has its name. Nothing can be written down of a book that is closed, and nothing of it is in the file. */
function tell({ book, audit }: DiagnosticsParts, at: ClosedJobContext['now']): void {
  const open = book();
  if (!open) return;
  const about = { accountId: open.session.accountId, operation: 'diagnostics.save', clientUid: null, actId: null };
  audit.later({ at, ...about, event: 'exported', details: { way: 'diagnostics' } });
  audit.settle();
}
