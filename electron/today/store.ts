// What Today reads from the book: the figures of the month, birthdays by their key, and who was opened last.

import type { IsoDate } from '../../shared/core/date';
import { isEverybody, type OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';

export interface MonthFigures {
  readonly visitsToday: number;
  readonly visitsMonth: number;
  readonly takenMonthCents: number;
}

export function getMonthFigures(db: Db, firstOfMonth: IsoDate, today: IsoDate, own: OwnClients): MonthFigures {
  const among = isEverybody(own) ? '' : `AND ${own.sql}`;
  const row = oneRow<MonthFigures>(
    db,
    `SELECT count(*) FILTER (WHERE amount_cents >= 0 AND visited_on = :today) AS visitsToday, count(*) FILTER (WHERE amount_cents >= 0) AS visitsMonth,
       coalesce(sum(amount_cents), 0) AS takenMonthCents
     FROM visit v INDEXED BY visit_on WHERE visited_on BETWEEN :first AND :today AND deleted_at IS NULL ${among}`,
    [...own.parameters],
    { first: firstOfMonth, today },
  );
  return row ?? { visitsToday: 0, visitsMonth: 0, takenMonthCents: 0 };
}

export interface BirthdayRow {
  readonly id: number;
  readonly birthday: string;
}

/** The stored key does not tell a leap month from the ordinary one: the caller looks at the birthday itself. */
export function listBirthdays(db: Db, storedKey: string, own: OwnClients, limit: number): BirthdayRow[] {
  return allRows(
    db,
    `SELECT c.id, c.birthday FROM client c INDEXED BY client_birthday
     WHERE c.birthday_key = ? AND c.deleted_at IS NULL AND c.archived_at IS NULL AND ${own.sql} LIMIT ?`,
    [storedKey, ...own.parameters, limit],
  );
}

export interface OpenedRow {
  readonly id: number;
  readonly at: string;
}

export function listLastOpened(db: Db, accountId: number, own: OwnClients, limit: number): OpenedRow[] {
  return allRows(
    db,
    `SELECT o.client_id AS id, o.at FROM opened_client o JOIN client c ON c.id = o.client_id
     WHERE o.account_id = ? AND c.deleted_at IS NULL AND ${own.sql} ORDER BY o.at DESC LIMIT ?`,
    [accountId, ...own.parameters, limit],
  );
}

export function hasClients(db: Db, own: OwnClients): boolean {
  return oneRow(db, `SELECT 1 FROM client c WHERE c.deleted_at IS NULL AND ${own.sql} LIMIT 1`, [...own.parameters]) !== undefined;
}
