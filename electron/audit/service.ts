// The audit log as it is read: filtered, opened up, written down. Checking the chain is verify.ts.

import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AppContract } from '../../shared/contract';
import { AuditCheck, AuditDetails, AuditEvent, type AuditEntry } from '../../shared/audit/contract';
import { IsoInstant, todayAt } from '../../shared/core/date';
import { AppError, refuse } from '../../shared/errors';
import { AccountId, ClientId } from '../../shared/ids';
import type { Context, JobContext, Services } from '../core/context';
import { failureOf } from '../core/database/failures';
import { partBeside, putInPlace, removePart, withEnding } from '../exports/place';
import { activityOf, departingReport } from './activity';
import type { AuditLog } from './audit-log';
import { shortFingerprint } from './chain';
import { changesOf } from './changes';
import { countEntries, countOnDay, findEntry, lastOf, listAround, listEntries, type ListedRow, type NameScope } from './list-store';
import { mirrorText } from './mirror';
import type { Workers } from '../core/workers';
import type { Vault } from '../vault/vault';
import { verifyChain } from './verify';
import { AUDIT_WORDS } from './words';
import type { SheetOrder } from './write-sheet';
import type { Dialogs } from '../core/dialogs';

export interface AuditServiceParts {
  readonly vault: Pick<Vault, 'readerAccess'>;
  readonly workers: Workers;
  readonly audit: AuditLog;
  readonly dialogs: Dialogs;
  /** Where the mirror of the chain's end lies. */
  readonly folder: string;
}

export function createAuditService(parts: AuditServiceParts) {
  return {
    list({ filter, before, limit }, context) {
      parts.audit.settle();
      const { db } = context;
      const rows = listEntries(db, filter, namesFor(context), before, limit);
      const days = [...new Set(rows.map((row) => todayAt(new Date(row.at))))];
      return {
        entries: rows.map(entryOf),
        matching: countEntries(db, filter),
        all: countEntries(db, NO_FILTER),
        days: days.map((on) => ({ on, entries: countOnDay(db, filter, on) })),
      };
    },
    changes: ({ id }, context) => changesOf(context, entryAt(context, id)),
    lastCheck: (_input, { db }) => lastCheck(db),
    verify: async (_input, context) => verify(parts, context),
    toExcel: async ({ language, filter, purpose }, context) => {
      const words = AUDIT_WORDS[language];
      const target = await parts.dialogs.saveFile(`${words.file} ${context.today}.xlsx`, [{ name: 'Excel', extensions: ['xlsx'] }]);
      if (target === null) return { cancelled: true, fileName: null, rows: 0, token: null };
      const place = withEnding(target);
      parts.audit.flush();
      const rows = await writeDown(parts, context, place, { filter, language, purpose });
      return { cancelled: false, fileName: path.basename(place), rows, token: null };
    },
    evidence: async ({ language }, context) => {
      const target = await parts.dialogs.saveFile(`${AUDIT_WORDS[language].evidence} ${context.today}.json`, [
        { name: 'JSON', extensions: ['json'] },
      ]);
      if (target === null) return { saved: false };
      const text = context.read((reading) => evidenceOf(reading, parts.folder));
      context.write(({ trail }) => trail.note({ way: 'evidence', fileName: path.basename(target) }));
      try {
        await writeFile(target, text, { mode: 0o600 });
      } catch (error) {
        throw failureOf(error) ?? new AppError('exports.cannot-write', { reason: 'other' }, { cause: error });
      }
      return { saved: true };
    },
    activity: ({ from, to }, { db }) => activityOf(db, from, to),
    departing: ({ accountId }, context) => departingReport(context, accountId, namesFor(context)),
  } satisfies Services<AppContract>['audit'];
}

const NO_FILTER = { from: null, to: null, accountId: null, events: [], clientId: null };

/** Clients are named only to who may know of them. */
export function namesFor({ session }: Pick<Context, 'session'>): NameScope {
  const { levels, ownClientsOnly } = session.rights;
  return { clients: levels.clients !== 'none', staffId: ownClientsOnly ? session.staffId : undefined };
}

function entryOf(row: ListedRow): AuditEntry {
  return {
    id: row.id,
    at: IsoInstant.parse(row.at),
    who: row.account_uid === null ? null : { id: AccountId.parse(row.account_uid), name: row.account_name ?? '' },
    event: AuditEvent.parse(row.event),
    operation: row.operation,
    client: row.client_uid === null ? null : { id: ClientId.parse(row.client_uid), number: row.client_number, name: row.client_name },
    details: AuditDetails.parse(JSON.parse(row.details)),
    fingerprint: shortFingerprint(row.mac),
    previous: row.previous === null ? '' : shortFingerprint(row.previous),
  };
}

function entryAt({ db }: Context, id: number) {
  const row = findEntry(db, id);
  if (!row) throw new AppError('record.not-found', { kind: 'other' });
  return row;
}

function lastCheck(db: Context['db']): AuditCheck | null {
  const row = lastOf(db, 'verified');
  if (!row) return null;
  const details: unknown = JSON.parse(row.details);
  return (
    AuditCheck.safeParse({ at: row.at, broken: null, ...(details !== null && typeof details === 'object' ? details : {}) }).data ?? null
  );
}

async function verify(parts: AuditServiceParts, context: JobContext): Promise<AuditCheck> {
  parts.audit.flush();
  parts.audit.mirror();
  const { entries, broken } = await verifyChain(parts, context);
  context.write(({ trail }) => trail.note({ entries, broken }));
  return { at: context.now, entries, broken };
}

interface Wanted {
  readonly filter: SheetOrder['filter'];
  readonly language: SheetOrder['language'];
  readonly purpose: string;
}

async function writeDown({ vault, workers }: AuditServiceParts, context: JobContext, target: string, wanted: Wanted): Promise<number> {
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  const moved = new Uint8Array(key);
  key.fill(0);
  const order: SheetOrder = {
    book: file,
    key: moved,
    salt: new Uint8Array(salt),
    nativeBinding,
    target: partBeside(target),
    filter: wanted.filter,
    names: namesFor(context),
    language: wanted.language,
    mark: `${context.session.accountUid} ${context.now}`,
  };
  try {
    const { rows } = await workers.run<{ rows: number }>('audit-sheet', order, {
      signal: context.signal,
      transfer: [moved.buffer],
      onProgress: context.progress,
    });
    if (rows === 0) throw refuse('exports.nothing');
    context.write(({ trail }) => trail.note({ way: 'audit', rows, purpose: wanted.purpose, fileName: path.basename(target) }));
    await putInPlace(target);
    return rows;
  } catch (error) {
    await removePart(target);
    throw error;
  }
}

/** The entries around the break as they stand, word for word, and what the mirror says: nothing is mended before it was kept. */
function evidenceOf({ db, now }: Context, folder: string): string {
  const check = lastCheck(db);
  const around = check?.broken?.id ?? countEntries(db, NO_FILTER);
  return JSON.stringify(
    { id: randomUUID(), savedAt: now, check, mirror: mirrorText(folder), entries: listAround(db, around, 200) },
    null,
    2,
  );
}
