// What the sheets of visits, follow-ups and preferences need: ids in their order first, then the rows for some of them at a time.

import type { OwnClients } from '../clients/own';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import type { Sealer } from '../core/sealing';
import { ALERT_ROWS, type StoredText } from '../preferences/alerts';
import { openedText } from './client-store';

export interface OfClient {
  readonly client_number: string;
  readonly client_name: string;
}

export interface VisitRecord extends OfClient {
  readonly id: number;
  readonly number: string | null;
  readonly visited_on: string;
  readonly visited_time: string | null;
  readonly staff: string | null;
  readonly payment: string | null;
  readonly amount_cents: number;
  readonly note: string | null;
  readonly items: readonly ItemRecord[];
  /** In how many ways it was paid, when that was more than one. */
  readonly payments: readonly PaymentRecord[];
}

export interface ItemRecord {
  readonly visit_id: number;
  readonly name: string;
  readonly quantity: number;
  readonly price_cents: number;
  readonly discount_cents: number;
  /** Null: whoever stands on the visit. */
  readonly staff: string | null;
}

export interface PaymentRecord {
  readonly visit_id: number;
  readonly payment: string;
  readonly amount_cents: number;
}

export interface FollowUpRecord extends OfClient {
  readonly id: number;
  readonly due_on: string;
  readonly kind: string;
  readonly note: string;
  readonly staff: string | null;
  readonly state: string;
  readonly outcome: string | null;
  readonly outcome_note: string | null;
  readonly closed_at: string | null;
  readonly closed_by: string | null;
}

/** One that is open, with how the client is reached first. */
export interface PromiseRecord extends OfClient {
  readonly id: number;
  readonly due_on: string;
  readonly kind: string;
  readonly note: string;
  readonly staff: string | null;
  readonly typed: string | null;
  readonly e164: string | null;
  readonly wechat: string | null;
}

export interface PreferenceRecord extends OfClient {
  readonly id: number;
  readonly kind: string;
  readonly text: string;
  readonly detail: string | null;
  readonly author: string;
  readonly at: string;
}

export type Records = 'visits' | 'follow-ups' | 'preferences' | 'preferences-without-alerts';

interface Kind {
  readonly table: string;
  /** The index that answers a count without reading the rows. */
  readonly counted: string;
  readonly where: string;
  readonly order: string;
}

const RECORDS: Readonly<Record<Records, Kind>> = {
  visits: { table: 'visit', counted: 'INDEXED BY visit_loyalty', where: 'x.deleted_at IS NULL', order: 'x.visited_at, x.id' },
  'follow-ups': { table: 'follow_up', counted: '', where: 'TRUE', order: 'x.due_on, x.id' },
  preferences: { table: 'preference', counted: '', where: 'x.ended_at IS NULL', order: 'x.client_id, x.at, x.id' },
  'preferences-without-alerts': {
    table: 'preference',
    counted: '',
    where: `x.ended_at IS NULL AND NOT x.${ALERT_ROWS}`,
    order: 'x.client_id, x.at, x.id',
  },
};

/** `own`: a condition on the clients as 'c'. */
export function listRecordIds(db: Db, records: Records, own: OwnClients): number[] {
  const { table, where, order } = RECORDS[records];
  const sql = `SELECT x.id FROM ${table} x JOIN client c ON c.id = x.client_id AND c.deleted_at IS NULL WHERE ${where} AND ${own.sql} ORDER BY ${order}`;
  return allRows<{ id: number }>(db, sql, [...own.parameters]).map((row) => row.id);
}

/** The same, counted while somebody waits. `own`: a condition on the `client_id` of 'x'. */
export function countRecords(db: Db, records: Records, own: OwnClients): number {
  const { table, counted, where } = RECORDS[records];
  const sql = `SELECT count(*) AS n FROM ${table} x ${counted}
    WHERE ${where} AND x.client_id NOT IN (SELECT id FROM client WHERE deleted_at IS NOT NULL) AND ${own.sql}`;
  return oneRow<{ n: number }>(db, sql, [...own.parameters])?.n ?? 0;
}

export function listVisits(db: Db, ids: readonly number[]): VisitRecord[] {
  const rows = inOrder<Omit<VisitRecord, 'items' | 'payments'>>(
    db,
    `SELECT x.id, c.number AS client_number, c.name AS client_name, x.number, x.visited_on, x.visited_time, s.name AS staff, x.payment, x.amount_cents, x.note
     FROM visit x JOIN client c ON c.id = x.client_id LEFT JOIN staff s ON s.id = x.staff_id WHERE x.id ${AMONG}`,
    ids,
  );
  const items = byVisit(allRows<ItemRecord>(db, ITEMS, [JSON.stringify(ids)]));
  // what stands on the visit itself was paid in one way
  const split = rows.flatMap(({ id, payment }) => (payment === null ? [id] : []));
  const payments = byVisit(split.length === 0 ? [] : allRows<PaymentRecord>(db, PAYMENTS, [JSON.stringify(split)]));
  return rows.map((row) => ({ ...row, items: items.get(row.id) ?? [], payments: payments.get(row.id) ?? [] }));
}

export function listFollowUps(db: Db, ids: readonly number[]): FollowUpRecord[] {
  return inOrder(
    db,
    `SELECT x.id, c.number AS client_number, c.name AS client_name, x.due_on, x.kind, x.note, s.name AS staff, x.state, x.outcome, x.outcome_note,
       x.closed_at, x.closed_by
     FROM follow_up x JOIN client c ON c.id = x.client_id LEFT JOIN staff s ON s.id = x.staff_id WHERE x.id ${AMONG}`,
    ids,
  );
}

export function listPromises(db: Db, ids: readonly number[]): PromiseRecord[] {
  return inOrder(
    db,
    `SELECT x.id, c.number AS client_number, c.name AS client_name, x.due_on, x.kind, x.note, s.name AS staff, p.typed, p.e164, c.wechat
     FROM follow_up x JOIN client c ON c.id = x.client_id LEFT JOIN staff s ON s.id = x.staff_id
     LEFT JOIN client_phone p ON p.id = (SELECT f.id FROM client_phone f WHERE f.client_id = c.id ORDER BY f.sort LIMIT 1) WHERE x.id ${AMONG}`,
    ids,
  );
}

export function listPreferences(db: Db, ids: readonly number[], health: Sealer | null): PreferenceRecord[] {
  const rows = inOrder<PreferenceRecord & StoredText>(
    db,
    `SELECT x.id, c.number AS client_number, c.name AS client_name, x.kind, x.text, x.detail, x.sealed, x.author, x.at
     FROM preference x JOIN client c ON c.id = x.client_id WHERE x.id ${AMONG}`,
    ids,
  );
  return rows.flatMap((row) => openedText(health, row).map((opened) => ({ ...row, ...opened })));
}

const AMONG = 'IN (SELECT value FROM json_each(?))';

const ITEMS = `SELECT i.visit_id, i.name, i.quantity, i.price_cents, i.discount_cents, s.name AS staff
  FROM visit_item i LEFT JOIN staff s ON s.id = i.staff_id WHERE i.visit_id ${AMONG} ORDER BY i.visit_id, i.sort, i.id`;
const PAYMENTS = `SELECT visit_id, payment, amount_cents FROM visit_payment WHERE visit_id ${AMONG} ORDER BY visit_id, sort, id`;

function byVisit<Row extends { readonly visit_id: number }>(rows: readonly Row[]): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.visit_id);
    if (group) group.push(row);
    else groups.set(row.visit_id, [row]);
  }
  return groups;
}

function inOrder<Row extends { readonly id: number }>(db: Db, sql: string, ids: readonly number[]): Row[] {
  const rows = new Map(allRows<Row>(db, sql, [JSON.stringify(ids)]).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}
