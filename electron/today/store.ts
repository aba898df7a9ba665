// What Today reads from the book: the figures of the month, birthdays by their key, and who was opened last.

import type { IsoDate } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export interface MonthFigures {
  readonly visitsToday: number;
  readonly visitsMonth: number;
  readonly takenMonthCents: number;
}

export function getMonthFigures(db: Db, firstOfMonth: IsoDate, today: IsoDate): MonthFigures {
  const row = oneRow<MonthFigures>(
    db,
    `SELECT count(*) FILTER (WHERE amount_cents >= 0 AND visited_on = :today) AS visitsToday, count(*) FILTER (WHERE amount_cents >= 0) AS visitsMonth,
       coalesce(sum(amount_cents), 0) AS takenMonthCents
     FROM visit INDEXED BY visit_on WHERE visited_on BETWEEN :first AND :today AND deleted_at IS NULL`,
    { first: firstOfMonth, today },
  );
  return row ?? { visitsToday: 0, visitsMonth: 0, takenMonthCents: 0 };
}

export interface BirthdayRow {
  readonly id: number;
  readonly birthday: string;
}

/** The stored key does not tell a leap month from the ordinary one: the caller looks at the birthday itself. */
export function listBirthdays(db: Db, storedKey: string, limit: number): BirthdayRow[] {
  return allRows(
    db,
    `SELECT id, birthday FROM client INDEXED BY client_birthday WHERE birthday_key = ? AND deleted_at IS NULL AND archived_at IS NULL LIMIT ?`,
    [storedKey, limit],
  );
}

export interface OpenedRow {
  readonly id: number;
  readonly at: string;
}

export function listLastOpened(db: Db, accountId: number, limit: number): OpenedRow[] {
  return allRows(
    db,
    `SELECT o.client_id AS id, o.at FROM opened_client o JOIN client c ON c.id = o.client_id
     WHERE o.account_id = ? AND c.deleted_at IS NULL ORDER BY o.at DESC LIMIT ?`,
    [accountId, limit],
  );
}

export function hasClients(db: Db): boolean {
  return oneRow(db, 'SELECT 1 FROM client WHERE deleted_at IS NULL LIMIT 1') !== undefined;
}
