// Export 导出: asks where to, has a thread write the workbook beside that place, and moves it there when it is whole.

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AppContract } from '../../shared/contract';
import type { Exported } from '../../shared/exports/contract';
import { refuse } from '../../shared/errors';
import { selectClients } from '../clients/service';
import type { JobContext, Services } from '../core/context';
import type { Dialogs } from '../core/dialogs';
import type { Workers } from '../core/workers';
import { loyalRanking } from '../loyalty/service';
import type { LiveSearch } from '../search/live-search';
import type { Vault } from '../vault/vault';
import { hasClients } from './client-store';
import { partBeside, putInPlace, removePart, withEnding } from './place';
import { FILES, type Language } from './words';
import type { ExportOrder, ExportPart, Written } from './write';

export interface ExportParts {
  readonly vault: Pick<Vault, 'readerAccess'>;
  readonly search: LiveSearch;
  readonly dialogs: Dialogs;
  readonly workers: Workers;
}

export function createExportsService(parts: ExportParts) {
  // Where the files went, by the token the screen was given: paths never leave main.
  const places = new Map<string, string>();
  const exported = async (part: ExportPart, language: Language, context: JobContext): Promise<Exported> => {
    const target = await askWhere(parts.dialogs, part.kind, language, context);
    if (target === null) return { cancelled: true, fileName: null, rows: 0, token: null };
    const rows = await writeTo(parts, target, part, language, context);
    const token = randomUUID();
    places.set(token, target);
    return { cancelled: false, fileName: path.basename(target), rows, token };
  };
  return {
    book: async ({ language }, context) => exported(context.read(bookPart), language, context),
    clients: async ({ language, ...list }, context) =>
      exported(
        context.read(({ db, today }): ExportPart => {
          if (selectClients(parts.search, { db, today }, { ...list, offset: 0, limit: 1 }).total === 0) throw refuse('exports.nothing');
          const { text, shelf } = list.filter;
          const among = text.trim() === '' ? null : parts.search.find(db, text, shelf, Number.MAX_SAFE_INTEGER).ids;
          return { kind: 'clients', question: { ...list, today, among } };
        }),
        language,
        context,
      ),
    loyal: async ({ language, question }, context) =>
      exported(
        context.read((reading): ExportPart => {
          const ranking = loyalRanking(question, reading);
          if (ranking.length === 0) throw refuse('exports.nothing');
          return { kind: 'loyal', ranking };
        }),
        language,
        context,
      ),
    async show({ token }) {
      const place = places.get(token);
      if (place === undefined || !existsSync(place)) throw refuse('files.unknown-token');
      parts.dialogs.showInFolder(place);
      return null;
    },
  } satisfies Services<AppContract>['exports'];
}

function bookPart({ db }: Parameters<Parameters<JobContext['read']>[0]>[0]): ExportPart {
  if (!hasClients(db)) throw refuse('exports.nothing');
  return { kind: 'book' };
}

async function askWhere(dialogs: Dialogs, kind: ExportPart['kind'], language: Language, { today }: JobContext): Promise<string | null> {
  const words = FILES[language];
  const chosen = await dialogs.saveFile(`${words[kind]} ${today}.xlsx`, [{ name: words.type, extensions: ['xlsx'] }]);
  return chosen === null ? null : withEnding(chosen);
}

async function writeTo(
  { vault, workers }: ExportParts,
  target: string,
  part: ExportPart,
  language: Language,
  context: JobContext,
): Promise<number> {
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  // A buffer of its own is moved to the thread: main keeps no copy, and the one that was lent is wiped.
  const moved = new Uint8Array(key);
  key.fill(0);
  const order: ExportOrder = {
    book: file,
    key: moved,
    salt: new Uint8Array(salt),
    nativeBinding,
    target: partBeside(target),
    language,
    part,
  };
  try {
    const { rows } = await workers.run<Written>('exports', order, {
      signal: context.signal,
      transfer: [moved.buffer],
      onProgress: context.progress,
      milliseconds: LONGEST_EXPORT,
    });
    await putInPlace(target);
    return rows;
  } catch (error) {
    await removePart(target);
    throw error;
  }
}

const LONGEST_EXPORT = 60 * 60 * 1000;
