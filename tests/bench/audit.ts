// `audit`: the check of 200,000 entries of the audit log, thread, book and journal included; beside computing as many fingerprints over the same bytes.

import { createHmac } from 'node:crypto';
import path from 'node:path';
import { AuditLog } from '../../electron/audit/audit-log';
import type { ChainRow } from '../../electron/audit/chain';
import { wrapDatabase, type Db } from '../../electron/core/database/database';
import { beginAct, endAct } from '../../electron/core/database/journal';
import { allRows, runSql } from '../../electron/core/database/rows';
import { newUid } from '../../electron/core/database/uid';
import { isoInstant, type IsoInstant } from '../../shared/core/date';
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

/** As a busy shop leaves them over some years; every fifth is an act that changed two rows of the book and vouches for them. */
function fillLog({ house }: Desk, profile: string): void {
  const db = wrapDatabase(house.vault.database());
  const clients = allRows<{ id: number }>(db, 'SELECT id FROM client ORDER BY id LIMIT 5000');
  let time = Date.parse(`${LAST_DAY}T04:00:00.000Z`) - ENTRIES * 60_000;
  const now = () => isoInstant(new Date(time));
  const log = new AuditLog({
    folder: path.join(profile, 'book'),
    now,
    held: () => false,
    log: (operation, error) => console.error(operation, error),
  });
  log.open(db, house.vault.subKeys().audit);
  db.$client
    .transaction(() => {
      for (let entry = 0; entry < ENTRIES; entry += 1) {
        time += 60_000;
        const event = EVENTS[entry % EVENTS.length] ?? 'changed';
        if (event === 'changed') log.acted(db, { ...writeNote(db, clients[entry % clients.length]?.id ?? 1, now()), note: null });
        else log.append({ at: now(), accountId: 1, event, operation: null, clientUid: null, actId: null, details: { entry } });
      }
    })
    .immediate();
  log.close();
}

function writeNote(db: Db, client: number, at: IsoInstant) {
  const operation = 'preferences.add';
  const act = beginAct(db, at, 1, operation);
  runSql(db, 'INSERT INTO preference (uid, client_id, kind, text, author, at) VALUES (?, ?, ?, ?, ?, ?)', [
    newUid(Date.parse(at)),
    client,
    'note',
    '喜欢靠窗的位子',
    '苏敏',
    at,
  ]);
  runSql(db, 'UPDATE client SET updated_at = ? WHERE id = ?', [at, client]);
  return { act, tables: endAct(db, act), operation, session: { accountId: 1 }, at };
}
