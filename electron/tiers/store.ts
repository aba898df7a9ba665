// Rows of the tiers, in the shop's own order.

import type { TierDraft } from '../../shared/tiers/contract';
import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';
import { newUid } from '../core/database/uid';

export function findTierByName(db: Db, name: string): { readonly id: number } | undefined {
  return oneRow(db, 'SELECT id FROM tier WHERE name = ?', [name]);
}

export function insertTier(db: Db, { name, mark }: TierDraft, now: IsoInstant): string {
  const uid = newUid(Date.parse(now));
  const sort = (oneRow<{ n: number | null }>(db, 'SELECT max(sort) AS n FROM tier')?.n ?? 0) + 1;
  runSql(db, 'INSERT INTO tier (uid, name, mark, sort) VALUES (?, ?, ?, ?)', [uid, name, mark, sort]);
  return uid;
}

export function updateTier(db: Db, id: number, { name, mark }: TierDraft): void {
  runSql(db, 'UPDATE tier SET name = ?, mark = ? WHERE id = ?', [name, mark, id]);
}

export function arrangeTier(db: Db, id: number, sort: number): void {
  runSql(db, 'UPDATE tier SET sort = ? WHERE id = ?', [sort, id]);
}
