// Which columns a file has: all a person may take out, less those they left out last time. Number and name always stay, or a row would be nobody's.

import { z } from 'zod';
import { ColumnKey, type ExportColumn } from '../../shared/exports/contract';
import type { Context } from '../core/context';
import { oneRow, runSql } from '../core/database/rows';
import { clientColumns, lateColumns, loyalColumns } from './client-sheet';
import { listOwnFields } from './client-store';
import { promiseColumns } from './record-sheets';
import { isAlways, keyOf, titleOf, type ColumnTitle } from './sheet';
import { scopeOf, type ExportView } from './view';
import type { Language } from './words';

export type ListKind = 'clients' | 'loyal' | 'follow-ups' | 'late';

export function columnsOf(kind: ListKind, language: Language, context: Context): ExportColumn[] {
  const scope = scopeOf(context.session);
  const view = { ...scope, health: scope.health ? context.health : null };
  return titlesOf(kind, language, view, context).map((title) => ({
    key: ColumnKey.parse(keyOf(title)),
    title: titleOf(title, language),
    always: isAlways(title),
  }));
}

function titlesOf(kind: ListKind, language: Language, view: ExportView, { db }: Pick<Context, 'db'>): readonly ColumnTitle[] {
  const titles = (columns: readonly { readonly title: ColumnTitle }[]) => columns.map(({ title }) => title);
  if (kind === 'clients') return titles(clientColumns(language, view, listOwnFields(db)));
  if (kind === 'late') return titles(lateColumns(language, view));
  return titles(kind === 'loyal' ? loyalColumns(language, view) : promiseColumns(language, view));
}

export function leftOut(kind: ListKind, { db, session }: Pick<Context, 'db' | 'session'>): ColumnKey[] {
  const row = oneRow<{ value: string }>(db, 'SELECT value FROM account_choice WHERE account_id = ? AND key = ?', [
    session.accountId,
    settingFor(kind),
  ]);
  return z.array(ColumnKey).parse(JSON.parse(row?.value ?? '[]'));
}

/** Inside an act. Not journaled: it is how they like their files. */
export function keepLeftOut(kind: ListKind, without: readonly ColumnKey[], { db, session }: Pick<Context, 'db' | 'session'>): void {
  runSql(
    db,
    'INSERT INTO account_choice (account_id, key, value) VALUES (?, ?, ?) ON CONFLICT (account_id, key) DO UPDATE SET value = excluded.value',
    [session.accountId, settingFor(kind), JSON.stringify(without)],
  );
}

function settingFor(kind: ListKind): string {
  return `export-columns-${kind}`;
}
