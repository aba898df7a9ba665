// What the clients' sheet needs, for some ids at a time: four statements a slice.

import { ShownPreferenceKind } from '../../shared/preferences/contract';
import type { OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import type { Sealer } from '../core/sealing';
import { isAlertRow, openAlert, type StoredText } from '../preferences/alerts';

export interface ClientRecord {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly gender: string | null;
  readonly birthday: string | null;
  readonly wechat: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly source: string | null;
  readonly referrer: string | null;
  readonly occupation: string | null;
  readonly staff: string | null;
  readonly tier: string | null;
  readonly first_seen_on: string | null;
  readonly archived: number;
  readonly visits: number;
  readonly spent_cents: number;
  readonly first_visit_on: string | null;
  readonly last_visit_on: string | null;
  readonly balance_cents: number | null;
  readonly bonus_cents: number | null;
  readonly package_name: string | null;
  readonly sessions: number | null;
}

export interface PhoneRecord {
  readonly typed: string;
  readonly e164: string | null;
  readonly label: string | null;
}

export interface PreferenceRecord {
  readonly kind: ShownPreferenceKind;
  readonly text: string;
  readonly detail: string | null;
}

export interface OwnField {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly kind: string;
}

export interface WholeClient extends ClientRecord {
  /** What they have in the shop's own fields, by the field's row id. */
  readonly own: ReadonlyMap<number, string>;
  readonly phones: readonly PhoneRecord[];
  readonly tags: readonly string[];
  readonly preferences: readonly PreferenceRecord[];
}

export function countBookClients(db: Db, own: OwnClients): number {
  return (
    oneRow<{ n: number }>(db, `SELECT count(*) AS n FROM client c WHERE c.deleted_at IS NULL AND ${own.sql}`, [...own.parameters])?.n ?? 0
  );
}

/** Everybody but those in the bin, in the order they were entered. */
export function listBookClientIds(db: Db, own: OwnClients): number[] {
  const sql = `SELECT c.id FROM client c WHERE c.deleted_at IS NULL AND ${own.sql} ORDER BY c.id`;
  return allRows<{ id: number }>(db, sql, [...own.parameters]).map((row) => row.id);
}

/** In the order of `ids`; who is no longer there is left out, and so are alerts without what opens them. */
export function listWholeClients(db: Db, ids: readonly number[], health: Sealer | null): WholeClient[] {
  const wanted = JSON.stringify(ids);
  const rows = new Map(allRows<ClientRecord>(db, CLIENTS, [wanted]).map((row) => [row.id, row]));
  const phones = byClient<PhoneRecord>(db, PHONES, wanted);
  const tags = tagsByClient(db, wanted);
  const preferences = byClient<StoredText>(db, PREFERENCES, wanted);
  const own = byClient<OwnValue>(db, OWN, wanted);
  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    return [
      {
        ...row,
        phones: phones.get(id) ?? [],
        own: new Map((own.get(id) ?? []).map(({ field_id, value }) => [field_id, value])),
        tags: tags.get(id) ?? [],
        preferences: (preferences.get(id) ?? []).flatMap((stored) => openedText(health, stored)),
      },
    ];
  });
}

/** What a row says in a file; nothing when it is an alert and there is nothing to open it with. */
export function openedText(health: Sealer | null, row: StoredText): readonly PreferenceRecord[] {
  if (!isAlertRow(row)) return [{ kind: ShownPreferenceKind.parse(row.kind), text: row.text, detail: row.detail }];
  return health === null ? [] : [openAlert(health, row)];
}

/** The shop's own fields that are in use, in its order. */
export function listOwnFields(db: Db): OwnField[] {
  return allRows(db, 'SELECT id, uid, name, kind FROM client_field WHERE removed_at IS NULL ORDER BY sort, id');
}

interface OwnValue {
  readonly field_id: number;
  readonly value: string;
}

const AMONG = 'IN (SELECT value FROM json_each(?))';
const CLIENTS = `
  SELECT c.id, c.number, c.name, c.nickname, c.gender, c.birthday, c.wechat, c.email, c.address, c.source, c.referrer, c.occupation,
    s.name AS staff, tier.name AS tier, c.first_seen_on, c.archived_at IS NOT NULL AS archived,
    t.visits, t.spent_cents, t.first_visit_on, t.last_visit_on, b.balance_cents, b.bonus_cents, b.package_name, b.sessions
  FROM client c JOIN client_totals t ON t.client_id = c.id LEFT JOIN staff s ON s.id = c.staff_id LEFT JOIN tier ON tier.id = c.tier_id
  LEFT JOIN brought_over b ON b.client_id = c.id WHERE c.id ${AMONG}`;
const PHONES = `SELECT client_id, typed, e164, label FROM client_phone WHERE client_id ${AMONG} ORDER BY client_id, sort`;
const TAGS = `SELECT client_id, group_concat(tag_id ORDER BY id) AS tags FROM client_tag WHERE client_id ${AMONG} GROUP BY client_id`;
const PREFERENCES = `SELECT client_id, kind, text, detail, sealed FROM preference WHERE client_id ${AMONG} AND ended_at IS NULL ORDER BY at, id`;

const OWN = `SELECT client_id, field_id, value FROM client_field_value WHERE client_id ${AMONG}`;

/** A row a client instead of one a tag: handing over rows is most of what reading costs. */
function tagsByClient(db: Db, wanted: string): Map<number, string[]> {
  const names = new Map(allRows<{ id: number; name: string }>(db, 'SELECT id, name FROM tag').map(({ id, name }) => [String(id), name]));
  const rows = allRows<{ client_id: number; tags: string }>(db, TAGS, [wanted]);
  return new Map(rows.map(({ client_id: client, tags }) => [client, tags.split(',').flatMap((tag) => names.get(tag) ?? [])]));
}

function byClient<Row>(db: Db, sql: string, wanted: string): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of allRows<Row & { readonly client_id: number }>(db, sql, [wanted])) {
    const group = groups.get(row.client_id);
    if (group) group.push(row);
    else groups.set(row.client_id, [row]);
  }
  return groups;
}
