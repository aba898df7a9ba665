// Takes away the pictures whose 30 days in the bin are over, whenever the book is opened.

import { isoInstant, type IsoInstant } from '../../shared/core/date';
import { DAYS_IN_BIN } from '../../shared/photos/limits';
import type { Db } from '../core/database/database';
import { deleteContentBefore, lastActAt } from './store';

const DAY = 86_400_000;

/** A clock that has jumped must not empty the bin: after two days without any work, the next opening does it. */
const MOST_IDLE = 2 * DAY;

export function binnedSince(now: IsoInstant): IsoInstant {
  return isoInstant(new Date(Date.parse(now) - DAYS_IN_BIN * DAY));
}

export function removeOldPictures(db: Db, now: IsoInstant): number {
  const last = lastActAt(db);
  if (last === undefined || Math.abs(Date.parse(now) - Date.parse(last)) > MOST_IDLE) return 0;
  return deleteContentBefore(db, binnedSince(now));
}
