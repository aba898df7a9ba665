// Sealed words that can no longer be read, as a fault of the disk would leave them.

import { wrapDatabase } from '../../electron/core/database/database';
import { beginAct, endAct } from '../../electron/core/database/journal';
import { isoInstant } from '../../shared/core/date';
import type { TestApp } from './app';

/** The first override of the book loses what was sealed in it. */
export function damageOverride(app: TestApp): void {
  const db = wrapDatabase(app.house.vault.database());
  db.$client
    .transaction(() => {
      const act = beginAct(db, isoInstant(app.now), 1, 'visits.change');
      db.$client
        .prepare('UPDATE conflict_override SET sealed = substr(sealed, 1, 30) WHERE id = (SELECT min(id) FROM conflict_override)')
        .run();
      endAct(db, act);
    })
    .immediate();
}
