// Writes the clients of an import: plain prepared statements, because ten thousand rows go in at once.

import type { IsoInstant } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { runSql } from '../core/database/rows';
import type { StoredText } from '../preferences/alerts';
import { newUid } from '../core/database/uid';
import type { AlertKind, ClientCandidate } from './checking/candidates';
import type { Finder } from './names-store';

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

export function insertImportedClient(db: Db, client: ClientCandidate, number: string, pinyin: string, tools: ClientTools): number {
  const { now, importId } = tools;
  const { lastId } = runSql(
    db,
    `INSERT INTO client (uid, number, name, nickname, pinyin, gender, birthday, wechat, email, address, source, referrer, occupation, staff_id, tier_id,
       first_seen_on, asked_no_alerts, import_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
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
    ],
  );
  insertPhones(db, lastId, client, now);
  for (const tag of client.tags)
    runSql(db, 'INSERT INTO client_tag (uid, client_id, tag_id) VALUES (?, ?, ?)', [uidAt(now), lastId, tools.tag(tag)]);
  insertOwn(db, lastId, client, tools);
  insertPreferences(db, lastId, client, tools);
  insertBroughtOver(db, lastId, client, now);
  return lastId;
}

function insertOwn(db: Db, clientId: number, { own }: ClientCandidate, { now, field }: ClientTools): void {
  for (const { id, value } of own) {
    const fieldId = field(id);
    if (fieldId === undefined) continue;
    runSql(db, 'INSERT INTO client_field_value (uid, client_id, field_id, value) VALUES (?, ?, ?, ?)', [
      uidAt(now),
      clientId,
      fieldId,
      value,
    ]);
  }
}

function insertPhones(db: Db, clientId: number, client: ClientCandidate, now: IsoInstant): void {
  client.phones.forEach(({ typed, e164, label }, sort) =>
    runSql(db, 'INSERT INTO client_phone (uid, client_id, typed, e164, label, sort) VALUES (?, ?, ?, ?, ?, ?)', [
      uidAt(now),
      clientId,
      typed,
      e164,
      label,
      sort,
    ]),
  );
}

function insertPreferences(db: Db, clientId: number, client: ClientCandidate, { now, author, preference }: ClientTools): void {
  const rows = client.alerts.map((alert) => preference(alert.kind, alert.text));
  if (client.preferences !== null) rows.push(preference('note', client.preferences));
  for (const { kind, text, sealed } of rows) {
    runSql(db, 'INSERT INTO preference (uid, client_id, kind, text, sealed, author, at) VALUES (?, ?, ?, ?, ?, ?, ?)', [
      uidAt(now),
      clientId,
      kind,
      text,
      sealed,
      author,
      now,
    ]);
  }
}

function insertBroughtOver(db: Db, clientId: number, { broughtOver: old }: ClientCandidate, now: IsoInstant): void {
  if (Object.values(old).every((value) => value === null || value === 0)) return;
  runSql(
    db,
    `INSERT INTO brought_over (uid, client_id, balance_cents, bonus_cents, package_name, sessions, spent_cents, visits, last_visit_on, first_visit_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
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
    ],
  );
}

function uidAt(now: IsoInstant): string {
  return newUid(Date.parse(now));
}
