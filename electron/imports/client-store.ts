// The rows of an imported client, put with those of others: ten thousand go in at once.

import type { IsoInstant } from '../../shared/core/date';
import type { StoredText } from '../preferences/alerts';
import { newUid } from '../core/database/uid';
import type { AlertKind, ClientCandidate } from './checking/candidates';
import type { Finder } from './names-store';
import type { BatchTable, RowBatch } from './row-batch';

export interface ClientTools {
  readonly importId: number;
  readonly now: IsoInstant;
  readonly author: string;
  readonly staff: Finder;
  readonly tier: Finder;
  readonly tag: Finder;
  /** The row id of a field of the shop's own; undefined when it was removed meanwhile. */
  readonly field: (uid: string) => number | undefined;
  /** The columns of an alert or a note, sealed where that is due. */
  preference(kind: AlertKind | 'note', text: string): StoredText;
}

const CLIENT: BatchTable = {
  name: 'client',
  columns: [
    ...['id', 'uid', 'number', 'name', 'nickname', 'pinyin', 'gender', 'birthday', 'wechat', 'email', 'address', 'source', 'referrer'],
    ...['occupation', 'staff_id', 'tier_id', 'first_seen_on', 'asked_no_alerts', 'import_id', 'created_at', 'updated_at'],
  ],
};
const PHONE: BatchTable = { name: 'client_phone', columns: ['uid', 'client_id', 'typed', 'e164', 'label', 'sort'] };
const TAG: BatchTable = { name: 'client_tag', columns: ['uid', 'client_id', 'tag_id'] };
const OWN: BatchTable = { name: 'client_field_value', columns: ['uid', 'client_id', 'field_id', 'value'] };
const PREFERENCE: BatchTable = { name: 'preference', columns: ['uid', 'client_id', 'kind', 'text', 'sealed', 'author', 'at'] };
const BROUGHT_OVER: BatchTable = {
  name: 'brought_over',
  columns: [
    ...['uid', 'client_id', 'balance_cents', 'bonus_cents', 'package_name', 'sessions', 'spent_cents', 'visits', 'last_visit_on'],
    'first_visit_on',
  ],
};

/** In the order in which they are written. */
export const CLIENT_TABLES = [CLIENT, PHONE, TAG, OWN, PREFERENCE, BROUGHT_OVER];

export function addImportedClient(rows: RowBatch, client: ClientCandidate, number: string, pinyin: string, tools: ClientTools): number {
  const { now, importId } = tools;
  const id = rows.takeId(CLIENT);
  rows.add(CLIENT, [
    id,
    uidAt(now),
    number,
    client.name,
    client.nickname,
    pinyin,
    client.gender,
    client.birthday,
    client.wechat,
    client.email,
    client.address,
    client.source,
    client.referrer,
    client.occupation,
    client.staff === null ? null : tools.staff(client.staff),
    client.tier === null ? null : tools.tier(client.tier),
    client.broughtOver.firstVisitOn,
    client.askedNoAlerts ? 1 : 0,
    importId,
    now,
    now,
  ]);
  client.phones.forEach(({ typed, e164, label }, sort) => rows.add(PHONE, [uidAt(now), id, typed, e164, label, sort]));
  for (const tag of client.tags) rows.add(TAG, [uidAt(now), id, tools.tag(tag)]);
  addOwn(rows, id, client, tools);
  addPreferences(rows, id, client, tools);
  addBroughtOver(rows, id, client, now);
  return id;
}

function addOwn(rows: RowBatch, clientId: number, { own }: ClientCandidate, { now, field }: ClientTools): void {
  for (const { id, value } of own) {
    const fieldId = field(id);
    if (fieldId !== undefined) rows.add(OWN, [uidAt(now), clientId, fieldId, value]);
  }
}

function addPreferences(rows: RowBatch, clientId: number, client: ClientCandidate, { now, author, preference }: ClientTools): void {
  const texts = client.alerts.map((alert) => preference(alert.kind, alert.text));
  if (client.preferences !== null) texts.push(preference('note', client.preferences));
  for (const { kind, text, sealed } of texts) rows.add(PREFERENCE, [uidAt(now), clientId, kind, text, sealed, author, now]);
}

function addBroughtOver(rows: RowBatch, clientId: number, { broughtOver: old }: ClientCandidate, now: IsoInstant): void {
  if (Object.values(old).every((value) => value === null || value === 0)) return;
  rows.add(BROUGHT_OVER, [
    uidAt(now),
    clientId,
    old.balanceCents,
    old.bonusCents,
    old.package,
    old.sessions,
    old.spentCents,
    old.visits,
    old.lastVisitOn,
    old.firstVisitOn,
  ]);
}

function uidAt(now: IsoInstant): string {
  return newUid(Date.parse(now));
}
