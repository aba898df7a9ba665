// When the last recovery drill was, as the book keeps it, and when the next is due: a year after the last good one, or a month after the book was made.

import { RecoveryDrill } from '../../shared/backups/contract';
import { addDays, addMonths, todayAt, type IsoDate } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { keepSetting, settingOf } from '../settings/service';

export function lastDrill(db: Db): RecoveryDrill | null {
  return RecoveryDrill.nullable()
    .catch(null)
    .parse(settingOf(db, KEY) ?? null);
}

/** Inside an act. */
export function keepDrill(db: Db, drill: RecoveryDrill): void {
  keepSetting(db, KEY, drill);
}

export interface DrillFacts {
  readonly last: RecoveryDrill | null;
  readonly createdAt: string;
  /** The day the owner put the reminder off. */
  readonly laterOn: IsoDate | null;
  readonly today: IsoDate;
}

/** One that failed is due again at once. */
export function isDrillDue({ last, createdAt, laterOn, today }: DrillFacts): boolean {
  if (laterOn !== null && laterOn <= today && today < addDays(laterOn, LATER_DAYS)) return false;
  if (last === null) return today > addDays(dayOf(createdAt), FIRST_DAYS);
  return !last.good || today >= addMonths(dayOf(last.at), EVERY_MONTHS);
}

const KEY = 'recoveryDrill';
const FIRST_DAYS = 30;
const LATER_DAYS = 30;
const EVERY_MONTHS = 12;

function dayOf(at: string): IsoDate {
  return todayAt(new Date(at));
}
