// The row any client list shows, for a handful of ids at a time: four statements with those of the alerts, whatever the number of rows.

import { IsoDate } from '../../shared/core/date';
import { cents } from '../../shared/core/money';
import { formatPhone } from '../../shared/core/phone';
import { TierMark, type ClientRow } from '../../shared/clients/contract';
import { ClientId, TierId } from '../../shared/ids';
import type { ShownAlertKind } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';

interface Row {
  readonly id: number;
  readonly uid: string;
  readonly number: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly pinyin: string;
  readonly archived: number;
  readonly tier_uid: string | null;
  readonly tier_name: string | null;
  readonly tier_mark: string | null;
  readonly staff: string | null;
  readonly visits: number;
  readonly spent_cents: number;
  readonly last_visit_on: string | null;
  readonly e164: string | null;
  readonly typed: string | null;
}

const ROWS = `
  SELECT c.id, c.uid, c.number, c.name, c.nickname, c.pinyin, c.archived_at IS NOT NULL AS archived,
    tier.uid AS tier_uid, tier.name AS tier_name, tier.mark AS tier_mark, staff.name AS staff, t.visits, t.spent_cents, t.last_visit_on, p.e164, p.typed
  FROM client c JOIN client_totals t ON t.client_id = c.id LEFT JOIN tier ON tier.id = c.tier_id LEFT JOIN staff ON staff.id = c.staff_id
  LEFT JOIN client_phone p ON p.id = (SELECT f.id FROM client_phone f WHERE f.client_id = c.id ORDER BY f.sort LIMIT 1)
  WHERE c.id IN (SELECT value FROM json_each(?))`;
const TAGS = `SELECT ct.client_id AS id, tag.name AS value FROM client_tag ct JOIN tag ON tag.id = ct.tag_id WHERE ct.client_id IN (SELECT value FROM json_each(?)) ORDER BY ct.id`;

type Alerts = ReadonlyMap<number, readonly ShownAlertKind[]>;

/** In the order of `ids`; ids that do not exist are left out. `alerts`: as the session may know them. */
export function listClientRows(db: Db, ids: readonly number[], alerts: Alerts): ClientRow[] {
  if (ids.length === 0) return [];
  const wanted = JSON.stringify(ids);
  const rows = new Map(allRows<Row>(db, ROWS, [wanted]).map((row) => [row.id, row]));
  const tags = grouped(allRows(db, TAGS, [wanted]));
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [clientRowOf(row, tags.get(id) ?? [], alerts.get(id) ?? [])] : [];
  });
}

function clientRowOf(row: Row, tags: readonly string[], alerts: readonly ShownAlertKind[]): ClientRow {
  return {
    id: ClientId.parse(row.uid),
    number: row.number,
    name: row.name,
    nickname: row.nickname,
    pinyin: row.pinyin,
    tier: row.tier_uid === null ? null : { id: TierId.parse(row.tier_uid), name: row.tier_name ?? '', mark: TierMark.parse(row.tier_mark) },
    phone: row.e164 === null ? row.typed : formatPhone(row.e164),
    lastVisitOn: row.last_visit_on === null ? null : IsoDate.parse(row.last_visit_on),
    visits: row.visits,
    spentCents: cents(row.spent_cents),
    tags: [...tags],
    staff: row.staff,
    alerts: [...alerts],
    archived: row.archived === 1,
  };
}

function grouped(rows: readonly { readonly id: number; readonly value: string }[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const { id, value } of rows) {
    const group = groups.get(id);
    if (group) group.push(value);
    else groups.set(id, [value]);
  }
  return groups;
}
