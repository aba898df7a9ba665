// `profile`: the page of a client with 200 visits, everything on it.

import type { Statement } from 'better-sqlite3';
import type { BookConnection } from '../../electron/core/database/connection';
import { ClientId } from '../../shared/ids';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { BUSIEST_CLIENT } from './salon';

export async function measureProfile(desk: Desk): Promise<Measurement> {
  const queries = bareQueries(desk.house.vault.database());
  return sideBySide({
    runs: 300,
    warmUp: 30,
    ours: profileOf(desk),
    floor: () => queries.forEach((query) => query.all(BUSIEST_CLIENT)),
  });
}

export function profileOf(desk: Desk): () => Promise<unknown> {
  const row = desk.house.vault.database().prepare<[number], { uid: string }>('SELECT uid FROM client WHERE id = ?').get(BUSIEST_CLIENT);
  const id = ClientId.parse(row?.uid);
  return async () => {
    await desk.ask('clients.get', { id });
    await desk.ask('timeline.of', { clientId: id, kind: 'all', before: null, limit: 500 });
  };
}

function bareQueries(sqlite: BookConnection): Statement<[number]>[] {
  return [
    `SELECT c.*, tier.name, staff.name, t.*, b.* FROM client c JOIN client_totals t ON t.client_id = c.id LEFT JOIN tier ON tier.id = c.tier_id
     LEFT JOIN staff ON staff.id = c.staff_id LEFT JOIN brought_over b ON b.client_id = c.id WHERE c.id = ?`,
    'SELECT * FROM client_phone WHERE client_id = ? ORDER BY sort',
    'SELECT tag.* FROM client_tag ct JOIN tag ON tag.id = ct.tag_id WHERE ct.client_id = ?',
    'SELECT * FROM preference WHERE client_id = ? AND ended_at IS NULL ORDER BY at',
    'SELECT * FROM import_remark WHERE client_id = ?',
    'SELECT DISTINCT visited_on FROM visit WHERE client_id = ? AND deleted_at IS NULL ORDER BY visited_on',
    'SELECT v.*, s.name FROM visit v LEFT JOIN staff s ON s.id = v.staff_id WHERE v.client_id = ? AND v.deleted_at IS NULL ORDER BY v.visited_at DESC',
    `SELECT i.*, s.minutes FROM visit v JOIN visit_item i ON i.visit_id = v.id LEFT JOIN service s ON s.id = i.service_id
     WHERE v.client_id = ? AND v.deleted_at IS NULL ORDER BY v.visited_at DESC, i.sort`,
    'SELECT f.*, s.name FROM follow_up f LEFT JOIN staff s ON s.id = f.staff_id WHERE f.client_id = ? ORDER BY f.due_on',
  ].map((sql) => sqlite.prepare<[number]>(sql));
}
