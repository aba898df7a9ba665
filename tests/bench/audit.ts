// `audit`: the check of 200,000 entries of the audit log, thread, book and journal included; beside computing as many fingerprints over the same bytes.

import { createHmac } from 'node:crypto';
import path from 'node:path';
import { AuditLog } from '../../electron/audit/audit-log';
import type { ChainRow } from '../../electron/audit/chain';
import { wrapDatabase } from '../../electron/core/database/database';
import { allRows } from '../../electron/core/database/rows';
import { isoInstant } from '../../shared/core/date';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { LAST_DAY } from './salon';

const ENTRIES = 200_000;
const EVENTS = ['client-seen', 'client-seen', 'changed', 'health-seen', 'phone-search'] as const;

export async function measureAudit(desk: Desk, profile: string): Promise<Measurement> {
  fillLog(desk, profile);
  const rows = allRows<ChainRow>(wrapDatabase(desk.house.vault.database()), 'SELECT * FROM audit ORDER BY id');
  const key = Buffer.from(desk.house.vault.subKeys().audit);
  const texts = rows.map(({ mac, ...row }) => mac + JSON.stringify(Object.values(row)));
  return sideBySide({
    runs: 5,
    warmUp: 1,
    ours: async () => {
      const { broken } = await desk.ask('audit.verify', null);
      if (broken) throw new Error(`the log does not hold: ${broken.kind}`);
    },
    floor: () => {
      for (const text of texts) createHmac('sha256', key).update(text).digest('hex');
    },
  });
}

/** As a busy shop leaves them over some years; every fifth vouches for an act of the journal. */
function fillLog({ house }: Desk, profile: string): void {
  const db = wrapDatabase(house.vault.database());
  const acts = allRows<{ id: number }>(db, 'SELECT id FROM act WHERE rows > 0 ORDER BY id LIMIT ?', [ENTRIES / EVENTS.length]);
  let time = Date.parse(`${LAST_DAY}T04:00:00.000Z`) - ENTRIES * 60_000;
  const log = new AuditLog({
    folder: path.join(profile, 'book'),
    now: () => isoInstant(new Date(time)),
    log: (operation, error) => console.error(operation, error),
  });
  log.open(db, house.vault.subKeys().audit);
  db.$client
    .transaction(() => {
      for (let entry = 0; entry < ENTRIES; entry += 1) {
        const event = EVENTS[entry % EVENTS.length] ?? 'changed';
        const at = isoInstant(new Date((time += 60_000)));
        const act = event === 'changed' ? acts[Math.floor(entry / EVENTS.length)] : undefined;
        const session = { accountId: 1 };
        if (act) log.acted(db, { act: { id: act.id, uid: '' }, operation: 'visits.record', tables: ['visit'], session, at, note: null });
        else log.append({ at, accountId: 1, event, operation: null, clientUid: null, actId: null, details: { entry } });
      }
    })
    .immediate();
  log.close();
}
