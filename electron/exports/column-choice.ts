// Which columns a file has: all a person may take out, less those they left out last time. Number and name always stay, or a row would be nobody's.

import { z } from 'zod';
import { ColumnKey, type ExportColumn } from '../../shared/exports/contract';
import type { Context } from '../core/context';
import { oneRow, runSql } from '../core/database/rows';
import { clientColumns, loyalColumns } from './client-sheet';
import { listOwnFields } from './client-store';
import { isAlways, keyOf, titleOf } from './sheet';
import { scopeOf } from './view';
import type { Language } from './words';

export type ListKind = 'clients' | 'loyal';

export function columnsOf(kind: ListKind, language: Language, context: Context): ExportColumn[] {
  const scope = scopeOf(context.session);
  const view = { ...scope, health: scope.health ? context.health : null };
  const columns = kind === 'clients' ? clientColumns(language, view, listOwnFields(context.db)) : loyalColumns(language, view);
  return columns.map(({ title }) => ({ key: ColumnKey.parse(keyOf(title)), title: titleOf(title, language), always: isAlways(title) }));
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
