// Writes why something was done in the sample salon although an alert spoke against it; the owner has seen all but the latest.

import { addDays, instantOf, type IsoDate } from '../../shared/core/date';
import { conflictWith, type AlertText } from '../../shared/visits/conflict';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import type { SampleContent } from './content';
import { addRow } from './store';
import type { SampleVisit } from './visits';

interface Desk {
  readonly db: Db;
  readonly health: Sealer;
  readonly content: SampleContent;
  readonly ids: { readonly services: readonly number[] };
  readonly today: IsoDate;
}

const SEEN_AFTER_DAYS = 21;

export function addOverrides({ db, health, content, ids, today }: Desk, visit: SampleVisit, visitId: number, alert: AlertText): void {
  // money that goes back touches nobody
  if (visit.voided || visit.amountCents < 0) return;
  const at = instantOf(visit.on, visit.time);
  for (const { service } of visit.items) {
    const what = service === null ? null : conflictWith(content.services[service] ?? { ingredients: [] }, [alert]);
    if (service === null || what === null) continue;
    const reason = content.overrideReasons[visitId % content.overrideReasons.length] ?? '';
    addRow(db, 'conflict_override', at, {
      ...{
        visit_id: visitId,
        service_id: ids.services[service] ?? null,
        kind: 'alert',
        sealed: health.seal({ what, reason, product: null }),
      },
      ...{ by: content.staff[visit.staff]?.name ?? '', at },
      seen_at: visit.on < addDays(today, -SEEN_AFTER_DAYS) ? at : null,
    });
  }
}
