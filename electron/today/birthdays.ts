// Whose birthday comes next, solar or lunar: day by day along the index, until enough are found.

import { Birthday, birthdayKey, birthdayKeysBetween } from '../../shared/core/birthday';
import type { IsoDate } from '../../shared/core/date';
import type { OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { listBirthdays } from './store';

export interface ComingBirthday {
  readonly id: number;
  readonly birthday: Birthday;
  readonly on: IsoDate;
}

export function comingBirthdays(db: Db, today: IsoDate, days: number, own: OwnClients, most: number): ComingBirthday[] {
  const found: ComingBirthday[] = [];
  // Leap months (M) are stored under the ordinary month's key; each day's keys stand together, in the order of the days.
  for (const [key, on] of birthdayKeysBetween(today, days)) {
    if (found.length >= most && found.at(-1)?.on !== on) break;
    for (const row of listBirthdays(db, key.replace('M', 'L'), own, most)) {
      const birthday = Birthday.parse(row.birthday);
      if (birthdayKey(birthday) === key) found.push({ id: row.id, birthday, on });
    }
  }
  return found.slice(0, most);
}
