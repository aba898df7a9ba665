// Gives a book of an earlier version what every book has by now, its roles, and alerts under their own key; and empties the bin of pictures.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { beginAct, endAct } from '../core/database/journal';
import { createSealer } from '../core/sealing';
import { hasRoles, insertDefaultRoles } from '../people/rights';
import { removeOldPictures } from '../photos/old-pictures';
import { hasPlainAlerts, sealOldAlerts } from '../preferences/seal-old';

export function furnish(db: Db, health: Buffer | null, now: IsoInstant): void {
  if (!hasRoles(db))
    db.$client
      .transaction(() => {
        const act = beginAct(db, now, null, 'book.furnish');
        insertDefaultRoles(db, Date.parse(now));
        endAct(db, act);
      })
      .immediate();
  if (health && hasPlainAlerts(db)) sealOldAlerts(db, createSealer(health, 'health'));
  removeOldPictures(db, now);
}
