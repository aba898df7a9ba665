// Reads and writes of one client: the row itself, phones, tags, tiers.

import { asc, eq, and, sql } from 'drizzle-orm';
import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { Db } from '../core/database/database';
import { keptQuery } from '../core/database/kept';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { broughtOver, client, clientPhone, clientTag, clientTotals, importRemark, staff, tag, tier } from '../core/database/schema';
import { newUid } from '../core/database/uid';
import { isErasedNumber } from './erase-store';
import { refuseForeign, type Asker, type OwnClients } from './own';

export type ClientRecord = typeof client.$inferSelect;
export type ClientValues = Omit<typeof client.$inferInsert, 'id' | 'uid' | 'number' | 'createdAt' | 'updatedAt'>;
export type PhoneValues = { readonly typed: string; readonly e164: string | null; readonly label: string | null };

const ASKED = sql.placeholder('id');

const clientByUid = keptQuery((db) =>
  db
    .select()
    .from(client)
    .where(eq(client.uid, sql.placeholder('uid')))
    .prepare(),
);
const phonesOf = keptQuery((db) =>
  db.select().from(clientPhone).where(eq(clientPhone.clientId, ASKED)).orderBy(asc(clientPhone.sort)).prepare(),
);
const tagsOf = keptQuery((db) =>
  db
    .select({ id: tag.id, uid: tag.uid, name: tag.name })
    .from(clientTag)
    .innerJoin(tag, eq(tag.id, clientTag.tagId))
    .where(eq(clientTag.clientId, ASKED))
    .orderBy(asc(clientTag.id))
    .prepare(),
);
const tierById = keptQuery((db) => db.select().from(tier).where(eq(tier.id, ASKED)).prepare());
const staffById = keptQuery((db) => db.select({ uid: staff.uid, name: staff.name }).from(staff).where(eq(staff.id, ASKED)).prepare());
const totalsOf = keptQuery((db) => db.select().from(clientTotals).where(eq(clientTotals.clientId, ASKED)).prepare());
const broughtOverOf = keptQuery((db) => db.select().from(broughtOver).where(eq(broughtOver.clientId, ASKED)).prepare());
const remarksOf = keptQuery((db) =>
  db.select().from(importRemark).where(eq(importRemark.clientId, ASKED)).orderBy(asc(importRemark.id)).limit(50).prepare(),
);

/** Somebody the session may know of. */
export function getClient(asker: Asker, uid: string): ClientRecord {
  const found = clientByUid(asker.db).get({ uid });
  if (!found) throw new AppError('record.not-found', { kind: 'client' });
  refuseForeign(asker, found.id, 'client');
  return found;
}

export function findContact(db: Db, id: number): Pick<ClientRecord, 'wechat' | 'email' | 'address'> | undefined {
  const { wechat, email, address } = client;
  return db.select({ wechat, email, address }).from(client).where(eq(client.id, id)).get();
}

export function findClientByNumber(db: Db, number: string): ClientRecord | undefined {
  return db.select().from(client).where(eq(client.number, number)).get();
}

/** The next free number: 'C-0001' and up, over any that an import brought along; never given twice. */
export function takeClientNumber(db: Db): string {
  for (;;) {
    const taken =
      oneRow<{ n: number }>(db, 'UPDATE book SET last_client_number = last_client_number + 1 RETURNING last_client_number AS n')?.n ?? 0;
    const number = `C-${String(taken).padStart(4, '0')}`;
    if (!findClientByNumber(db, number) && !isErasedNumber(db, number)) return number;
  }
}

export function insertClient(db: Db, values: ClientValues, number: string, now: IsoInstant): { readonly id: number; readonly uid: string } {
  const uid = newUid(Date.parse(now));
  const { id } = db
    .insert(client)
    .values({ ...values, uid, number, createdAt: now, updatedAt: now })
    .returning({ id: client.id })
    .get();
  return { id, uid };
}

export function updateClient(db: Db, id: number, values: Partial<ClientValues>, now: IsoInstant): void {
  db.update(client)
    .set({ ...values, updatedAt: now })
    .where(eq(client.id, id))
    .run();
}

export function listPhones(db: Db, clientId: number): (typeof clientPhone.$inferSelect)[] {
  return phonesOf(db).all({ id: clientId });
}

/** Keeps rows whose number is unchanged, so that the history shows only what changed. */
export function replacePhones(db: Db, clientId: number, phones: readonly PhoneValues[], now: IsoInstant): void {
  const old = listPhones(db, clientId);
  const kept = new Set<number>();
  phones.forEach((phone, sort) => {
    const same = old.find((row) => row.typed === phone.typed && !kept.has(row.id));
    if (!same)
      db.insert(clientPhone)
        .values({ ...phone, clientId, sort, uid: newUid(Date.parse(now)) })
        .run();
    else {
      kept.add(same.id);
      db.update(clientPhone)
        .set({ ...phone, sort })
        .where(eq(clientPhone.id, same.id))
        .run();
    }
  });
  for (const row of old) if (!kept.has(row.id)) db.delete(clientPhone).where(eq(clientPhone.id, row.id)).run();
}

/** Clients with this number, not in the bin, latest visit first. */
export function listClientIdsWithPhone(db: Db, e164: string, exceptUid: string | null, own: OwnClients): number[] {
  return allRows<{ id: number }>(
    db,
    `SELECT DISTINCT c.id FROM client_phone p JOIN client c ON c.id = p.client_id JOIN client_totals t ON t.client_id = c.id
     WHERE p.e164 = ? AND c.deleted_at IS NULL AND c.uid IS NOT ? AND ${own.sql} ORDER BY t.last_visit_on DESC, c.id LIMIT 5`,
    [e164, exceptUid, ...own.parameters],
  ).map((row) => row.id);
}

export function findOrInsertTag(db: Db, name: string, now: IsoInstant): number {
  const found = db.select({ id: tag.id }).from(tag).where(eq(tag.name, name)).get();
  return (
    found?.id ??
    db
      .insert(tag)
      .values({ uid: newUid(Date.parse(now)), name })
      .returning({ id: tag.id })
      .get().id
  );
}

export function listTagsOf(db: Db, clientId: number): { id: number; uid: string; name: string }[] {
  return tagsOf(db).all({ id: clientId });
}

export function countTagsOf(db: Db, clientId: number): number {
  return oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM client_tag WHERE client_id = ?', [clientId])?.n ?? 0;
}

export function addTagTo(db: Db, clientId: number, tagId: number, now: IsoInstant): void {
  db.insert(clientTag)
    .values({ uid: newUid(Date.parse(now)), clientId, tagId })
    .onConflictDoNothing()
    .run();
}

export function removeTagFrom(db: Db, clientId: number, tagId: number): void {
  db.delete(clientTag)
    .where(and(eq(clientTag.clientId, clientId), eq(clientTag.tagId, tagId)))
    .run();
}

export function listTags(db: Db, own: OwnClients): { uid: string; name: string; group_name: string | null; clients: number }[] {
  return allRows(
    db,
    `SELECT tag.uid, tag.name, tag.group_name, (SELECT count(*) FROM client_tag ct JOIN client c ON c.id = ct.client_id
       WHERE ct.tag_id = tag.id AND c.deleted_at IS NULL AND ${own.sql}) AS clients
     FROM tag ORDER BY clients DESC, tag.name`,
    [...own.parameters],
  );
}

export function listTiers(db: Db): (typeof tier.$inferSelect)[] {
  return db.select().from(tier).orderBy(asc(tier.sort), asc(tier.id)).all();
}

export function findTierById(db: Db, id: number | null): typeof tier.$inferSelect | undefined {
  return id === null ? undefined : tierById(db).get({ id });
}

export function findStaffById(db: Db, id: number | null): { uid: string; name: string } | undefined {
  return id === null ? undefined : staffById(db).get({ id });
}

export function listSources(db: Db, own: OwnClients): string[] {
  return allRows<{ source: string }>(
    db,
    `SELECT DISTINCT c.source FROM client c WHERE c.deleted_at IS NULL AND c.source IS NOT NULL AND ${own.sql} ORDER BY 1 LIMIT 200`,
    [...own.parameters],
  ).map((row) => row.source);
}

export function getTotals(db: Db, clientId: number): typeof clientTotals.$inferSelect | undefined {
  return totalsOf(db).get({ id: clientId });
}

export function findBroughtOver(db: Db, clientId: number): typeof broughtOver.$inferSelect | undefined {
  return broughtOverOf(db).get({ id: clientId });
}

export function listRemarks(db: Db, clientId: number): (typeof importRemark.$inferSelect)[] {
  return remarksOf(db).all({ id: clientId });
}

/** Not journaled: it says what a person looked at, not what they wrote. */
export function rememberOpened(db: Db, accountId: number, clientId: number, now: IsoInstant): void {
  runSql(
    db,
    'INSERT INTO opened_client (account_id, client_id, at) VALUES (?, ?, ?) ON CONFLICT (account_id, client_id) DO UPDATE SET at = excluded.at',
    [accountId, clientId, now],
  );
}
