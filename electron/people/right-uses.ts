// Remembers on which day each person last used each right; kept in memory and written with the next quiet moment.

import type { IsoDate } from '../../shared/core/date';
import { gradedOf } from '../../shared/permissions';
import type { Db } from '../core/database/database';
import { allRows, runSql } from '../core/database/rows';

export interface RightUse {
  readonly account_uid: string;
  readonly role: string;
  readonly right: string;
  readonly last_on: string;
}

export class RightUses {
  /** What is known to be written, so that a right used all day is written once. */
  private readonly written = new Map<string, IsoDate>();
  private readonly pending = new Map<string, { readonly accountId: number; readonly right: string; readonly on: IsoDate }>();

  /** True when there is something to write. */
  note(accountId: number, permission: string, on: IsoDate): boolean {
    const right = gradedOf(permission)?.right;
    if (right === undefined) return false;
    const key = `${accountId} ${right}`;
    if (this.written.get(key) === on) return false;
    this.pending.set(key, { accountId, right, on });
    this.written.set(key, on);
    return true;
  }

  flush(db: Db): void {
    for (const { accountId, right, on } of this.pending.values())
      runSql(
        db,
        `INSERT INTO right_use (account_id, right, last_on) VALUES (?, ?, ?)
         ON CONFLICT (account_id, right) DO UPDATE SET last_on = excluded.last_on WHERE excluded.last_on > last_on`,
        [accountId, right, on],
      );
    this.pending.clear();
  }

  close(): void {
    this.written.clear();
    this.pending.clear();
  }
}

export function listRightUses(db: Db): RightUse[] {
  return allRows(
    db,
    `SELECT a.uid AS account_uid, a.role, u.right, u.last_on FROM right_use u JOIN account a ON a.id = u.account_id AND a.removed_at IS NULL`,
  );
}
