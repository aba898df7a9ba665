// `timeline`: a page of 50 at the 1,900th of 2,000 entries of one client, of every kind, beside one bare query a kind.

import { wrapDatabase, type Db } from '../../electron/core/database/database';
import { beginAct, endAct } from '../../electron/core/database/journal';
import { oneRow, runSql } from '../../electron/core/database/rows';
import { newUid } from '../../electron/core/database/uid';
import { isoInstant, type IsoInstant } from '../../shared/core/date';
import type { Output } from '../../shared/contract';
import { ClientId } from '../../shared/ids';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { LAST_DAY } from './salon';

const EACH = 400;
const PAGE = 50;
const DEEP = 1900;

export async function measureTimeline(desk: Desk): Promise<Measurement> {
  const db = wrapDatabase(desk.house.vault.database());
  const { id, clientId } = fillTimeline(db);
  const before = await momentAt(desk, clientId);
  const queries = BARE.map((sql) => db.$client.prepare<[{ id: number; before: string }]>(sql));
  return sideBySide({
    runs: 200,
    warmUp: 20,
    ours: () => desk.ask('timeline.of', { clientId, kind: 'all', before, limit: PAGE }),
    floor: () => queries.forEach((query) => query.all({ id, before })),
  });
}

/** Where a person who scrolled so far down asks for more. */
async function momentAt(desk: Desk, clientId: ClientId): Promise<IsoInstant> {
  let before: IsoInstant | null = null;
  for (let seen = 0; seen < DEEP;) {
    const { items }: Output<'timeline.of'> = await desk.ask('timeline.of', { clientId, kind: 'all', before, limit: PAGE });
    const last = items.at(-1);
    if (!last) throw new Error(`the timeline ends after ${seen} entries`);
    [seen, before] = [seen + items.length, last.at];
  }
  if (before === null) throw new Error('nothing on the timeline');
  return before;
}

const BARE = [
  `SELECT v.*, i.*, s.name FROM (SELECT * FROM visit WHERE client_id = :id AND deleted_at IS NULL AND visited_at < :before ORDER BY visited_at DESC LIMIT 51) v
   LEFT JOIN visit_item i ON i.visit_id = v.id LEFT JOIN staff s ON s.id = v.staff_id`,
  'SELECT * FROM contact WHERE client_id = :id AND deleted_at IS NULL AND at < :before ORDER BY at DESC LIMIT 51',
  "SELECT * FROM preference WHERE client_id = :id AND ended_at IS NULL AND kind = 'note' AND at < :before ORDER BY at DESC LIMIT 51",
  'SELECT f.*, s.name FROM follow_up f LEFT JOIN staff s ON s.id = f.staff_id WHERE client_id = :id AND closed_at < :before ORDER BY closed_at DESC LIMIT 51',
  `SELECT j.*, a.* FROM (SELECT uid FROM client WHERE id = :id UNION ALL SELECT uid FROM preference WHERE client_id = :id) mine
   JOIN journal j ON j.row_uid = mine.uid JOIN act a ON a.id = j.act_id WHERE a.at < :before ORDER BY j.id DESC LIMIT 51`,
];

/** Turn by turn a visit, a contact, a note, a follow-up that was done and a change, each an act of its own. */
function fillTimeline(db: Db): { readonly id: number; readonly clientId: ClientId } {
  const [uid, start] = [newUid(Date.parse(`${LAST_DAY}T00:00:00.000Z`)), Date.parse(`${LAST_DAY}T00:00:00.000Z`) - EACH * 5 * 3_600_000];
  const add = (table: string, at: IsoInstant, values: Readonly<Record<string, string | number>>) => {
    const columns = Object.keys(values);
    const marks = columns.map(() => ', ?').join('');
    const row = [newUid(Date.parse(at)), ...Object.values(values)];
    return runSql(db, `INSERT INTO "${table}" (uid, ${columns.join(', ')}) VALUES (?${marks})`, row).lastId;
  };
  let id = 0;
  const write: readonly ((at: IsoInstant) => unknown)[] = [
    (at) => {
      const visit = {
        client_id: id,
        visited_on: at.slice(0, 10),
        visited_time: '10:00',
        visited_at: at,
        payment: 'cash',
        amount_cents: 26_800,
      };
      const visitId = add('visit', at, { ...visit, created_at: at });
      add('visit_item', at, { visit_id: visitId, name: '补水护理', sort: 0, price_cents: 26_800, discount_cents: 0 });
    },
    (at) => add('contact', at, { client_id: id, channel: 'phone', began: 'us', said: '约周六', by: '苏敏', at, created_at: at }),
    (at) => add('preference', at, { client_id: id, kind: 'note', text: '下班后才有空', author: '苏敏', at }),
    (at) => {
      const promise = { client_id: id, kind: 'after-service', due_on: at.slice(0, 10), note: '问皮肤感受', created_at: at };
      add('follow_up', at, { ...promise, state: 'done', outcome: 'well', closed_at: at, closed_by: '苏敏' });
    },
    (at) => runSql(db, 'UPDATE client SET wechat = ? WHERE id = ?', [`wx_${at}`, id]),
  ];
  db.$client.transaction(() => {
    for (let entry = -1; entry < EACH * write.length; entry += 1) {
      const at = isoInstant(new Date(start + entry * 3_600_000));
      const act = beginAct(db, at, 1, 'preferences.add');
      if (entry === -1) runSql(db, CLIENT, [uid, at, at]);
      if (entry === -1) id = oneRow<{ id: number }>(db, 'SELECT id FROM client WHERE uid = ?', [uid])?.id ?? 0;
      else write[entry % write.length]?.(at);
      endAct(db, act);
    }
  })();
  return { id, clientId: ClientId.parse(uid) };
}

const CLIENT = "INSERT INTO client (uid, number, name, created_at, updated_at) VALUES (?, 'T-2000', '林若溪', ?, ?)";
