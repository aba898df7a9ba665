// Export 导出: asks where to, has a thread write the workbook beside that place, and moves it there when it is whole and in the audit log.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { maskPhonesIn } from '../../shared/core/marks';
import type { AppContract } from '../../shared/contract';
import type { ColumnKey, Exported, ExportTerms } from '../../shared/exports/contract';
import { AppError, refuse } from '../../shared/errors';
import type { Context, JobContext, Services } from '../core/context';
import type { Dialogs } from '../core/dialogs';
import type { Workers } from '../core/workers';
import type { UnfinishedJobs } from '../jobs/unfinished';
import { contentMark } from '../sample/dialogs';
import { checkApproval } from '../people/approval';
import type { Pins } from '../people/pins';
import type { LiveSearch } from '../search/live-search';
import type { Vault } from '../vault/vault';
import { columnsOf, keepLeftOut, leftOut } from './column-choice';
import { partOf, type ExportWish } from './parts';
import { partBeside, putInPlace, removePart, withEnding, type Places } from './place';
import { scopeOf } from './view';
import { FILES } from './names';
import { type Language } from './words';
import type { ExportOrder, ExportPart, Written } from './write';

export interface ExportParts {
  readonly vault: Pick<Vault, 'readerAccess' | 'subKeys'>;
  readonly search: LiveSearch;
  readonly dialogs: Dialogs;
  readonly workers: Workers;
  readonly pins: Pins;
  readonly unfinished: UnfinishedJobs;
  readonly places: Places;
  readonly sample: { readonly isSample: boolean };
}

export function createExportsService(parts: ExportParts) {
  const { places } = parts;
  const exported = async (wish: Wish, language: Language, terms: ExportTerms, context: JobContext): Promise<Exported> => {
    const { part, rows: expected, approvedBy } = context.read((reading) => agreed(parts, wish, terms, reading));
    const target = await askWhere(parts.dialogs, part.kind, language, context);
    if (target === null) return { cancelled: true, fileName: null, rows: 0, token: null };
    const job = { part, language, terms, allowed: { expected, approvedBy } };
    const { rows } = await parts.unfinished.during({ kind: 'export', target }, context, () => writeTo(parts, target, job, context));
    const token = randomUUID();
    places.set(token, target);
    return { cancelled: false, fileName: path.basename(target), rows, token };
  };
  return {
    size: (wish, context) => ({ rows: partOf(parts.search, wish, [], context).rows, limit: context.session.rights.exportRows }),
    columns: ({ what, language }, context) => ({ columns: columnsOf(what, language, context), without: leftOut(what, context) }),
    book: async ({ language, terms }, context) => exported({ wish: { what: 'book' }, without: [] }, language, terms, context),
    clients: async ({ language, terms, without, ...list }, context) =>
      exported({ wish: { what: 'clients', ...list }, without }, language, terms, context),
    loyal: async ({ language, terms, without, question }, context) =>
      exported({ wish: { what: 'loyal', question }, without }, language, terms, context),
    followUps: async ({ language, terms, without, question }, context) =>
      exported({ wish: { what: 'follow-ups', question }, without }, language, terms, context),
    late: async ({ language, terms, without }, context) => exported({ wish: { what: 'late' }, without }, language, terms, context),
    async show({ token }) {
      const place = places.get(token);
      if (place === undefined || !existsSync(place)) throw refuse('files.unknown-token');
      parts.dialogs.showInFolder(place);
      return null;
    },
  } satisfies Services<AppContract>['exports'];
}

/** What is wanted, and the columns to leave out of it. */
interface Wish {
  readonly wish: ExportWish;
  readonly without: readonly ColumnKey[];
}

interface Agreed {
  readonly part: ExportPart;
  readonly rows: number;
  /** The uid of the account that agreed. */
  readonly approvedBy: string | null;
}

/** Before anything is asked or written: is there something to take out, and may this person take out so much? */
function agreed({ search, pins }: ExportParts, { wish, without }: Wish, { approval }: ExportTerms, context: Context): Agreed {
  const { part, rows } = partOf(search, wish, without, context);
  if (rows === 0) throw refuse('exports.nothing');
  const limit = context.session.rights.exportRows;
  if (limit === null || rows <= limit) return { part, rows, approvedBy: null };
  if (approval === null) throw new AppError('exports.over-limit', { rows, limit });
  return { part, rows, approvedBy: checkApproval(pins, context, approval, { for: 'export', rows }).uid };
}

async function askWhere(dialogs: Dialogs, kind: ExportPart['kind'], language: Language, { today }: JobContext): Promise<string | null> {
  const words = FILES[language];
  const chosen = await dialogs.saveFile(`${words[kind]} ${today}.xlsx`, [{ name: words.type, extensions: ['xlsx'] }]);
  return chosen === null ? null : withEnding(chosen);
}

interface Job {
  readonly part: ExportPart;
  readonly language: Language;
  readonly terms: ExportTerms;
  readonly allowed: { readonly expected: number; readonly approvedBy: string | null };
}

async function writeTo(parts: ExportParts, target: string, job: Job, context: JobContext): Promise<Written> {
  const order = orderFor(parts, target, job, context);
  const transfer = [order.key.buffer, ...(order.healthKey ? [order.healthKey.buffer] : [])];
  try {
    const written = await parts.workers.run<Written>('exports', order, {
      signal: context.signal,
      transfer,
      onProgress: context.progress,
      milliseconds: LONGEST_EXPORT,
    });
    // In the log first: a file that nobody knows of must not be possible. The other way round is only a line too many.
    context.write((writing) => {
      remember(writing, path.basename(target), written, job);
      if (job.part.kind !== 'book') keepLeftOut(job.part.kind, job.part.without, writing);
    });
    await putInPlace(target);
    return written;
  } catch (error) {
    await removePart(target);
    throw error;
  }
}

interface Order extends ExportOrder {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly healthKey: Uint8Array<ArrayBuffer> | null;
}

function orderFor({ vault, sample }: ExportParts, target: string, { part, language, terms }: Job, { session, now }: JobContext): Order {
  const scope = scopeOf(session);
  const { health } = vault.subKeys();
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  // Buffers of their own are moved to the thread: main keeps no copy, and the one that was lent is wiped.
  const moved = new Uint8Array(key);
  key.fill(0);
  return {
    book: file,
    key: moved,
    salt: new Uint8Array(salt),
    nativeBinding,
    target: partBeside(target),
    language,
    part,
    scope,
    healthKey: scope.health && health ? new Uint8Array(health) : null,
    password: terms.password,
    mark: `${session.accountUid} ${now}`,
    sheetMark: sample.isSample ? contentMark(language).name : null,
  };
}

/** What was taken out, why, and who agreed. What was written meanwhile may have made it more than was agreed to. */
function remember({ trail, session }: Context, fileName: string, { rows, columns }: Written, { terms, allowed }: Job): void {
  const limit = session.rights.exportRows;
  const most = allowed.approvedBy === null ? limit : Math.max(limit ?? 0, allowed.expected);
  if (most !== null && rows > most) throw new AppError('exports.over-limit', { rows, limit: most });
  const { approvedBy } = allowed;
  const purpose = maskPhonesIn(terms.purpose);
  trail.note({ rows, columns: [...columns], fileName: maskPhonesIn(fileName), purpose, approvedBy, protected: terms.password !== null });
}

const LONGEST_EXPORT = 60 * 60 * 1000;
