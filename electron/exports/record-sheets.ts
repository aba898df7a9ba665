// The other sheets of the whole book: visits, follow-ups, and preferences one a row, where no text is ever too long.

import { cents, formatMoney } from '../../shared/core/money';
import { formatPhone } from '../../shared/core/phone';
import { paymentText } from '../../shared/visits/payment-text';
import { takenOff } from '../../shared/visits/taken-off';
import type { Db } from '../core/database/database';
import { dayCell, instantCell, moneyCell, timeCell } from './cell';
import {
  listFollowUps,
  listPreferences,
  listPromises,
  listRecordIds,
  listVisits,
  type FollowUpRecord,
  type OfClient,
  type PreferenceRecord,
  type PromiseRecord,
  type VisitRecord,
} from './record-store';
import { column, inSlices, lessColumns, sheetOf, type Column, type Sheet } from './sheet';
import type { ExportView } from './view';
import { SHEETS } from './names';
import { VALUES, wordFor, type Language } from './words';

export function visitSheet(db: Db, language: Language, view: ExportView): Sheet {
  const ids = listRecordIds(db, 'visits', view.own);
  const rows = () => inSlices(ids, (slice) => listVisits(db, slice));
  const columns = visitColumns(language, view);
  return sheetOf({ name: SHEETS[language].visits, stage: 'visits', total: ids.length, columns, rows }, language, view);
}

export function followUpSheet(db: Db, language: Language, view: ExportView): Sheet {
  const ids = listRecordIds(db, 'follow-ups', view.own);
  const rows = () => inSlices(ids, (slice) => listFollowUps(db, slice));
  return sheetOf(
    { name: SHEETS[language].followUps, stage: 'follow-ups', total: ids.length, columns: followUpColumns(language), rows },
    language,
    view,
  );
}

/** Open ones in the order of `ids`, as a list to work off: whom, why and under which number. */
export function promiseSheet(db: Db, ids: readonly number[], language: Language, view: ExportView, without: readonly string[]): Sheet {
  const rows = () => inSlices(ids, (slice) => listPromises(db, slice));
  const columns = lessColumns(promiseColumns(language, view), without);
  return sheetOf({ name: SHEETS[language].followUps, stage: 'follow-ups', total: ids.length, columns, rows }, language, view);
}

export function preferenceSheet(db: Db, language: Language, view: ExportView): Sheet {
  const ids = listRecordIds(db, view.health === null ? 'preferences-without-alerts' : 'preferences', view.own);
  const rows = () => inSlices(ids, (slice) => listPreferences(db, slice, view.health));
  return sheetOf(
    { name: SHEETS[language].preferences, stage: 'preferences', total: ids.length, columns: preferenceColumns(language), rows },
    language,
    view,
  );
}

function visitColumns(language: Language, { money }: ExportView): readonly Column<VisitRecord>[] {
  const amount = column<VisitRecord>('amount', 'money', 12, (row) => moneyCell(row.amount_cents));
  const off = column<VisitRecord>('discount', 'money', 12, (row) => moneyCell(discountOf(row)));
  return [
    column('date', 'day', 16, (row) => dayCell(row.visited_on)),
    column('time', 'time', 8, (row) => timeCell(row.visited_time)),
    ...clientColumns(),
    column('services', 'text', 28, (row) => servicesText(row, language)),
    column('staff', 'text', 10, (row) => staffText(row, language)),
    ...(money ? [amount, off] : []),
    column('payment', 'text', 10, (row) => paidText(row, language, money)),
    column('note', 'prose', 40, (row) => row.note),
    column('visitNumber', 'code', 16, (row) => row.number),
  ];
}

function followUpColumns(language: Language): readonly Column<FollowUpRecord>[] {
  const words = VALUES[language];
  return [
    column('due', 'day', 16, (row) => dayCell(row.due_on)),
    ...clientColumns(),
    column('kind', 'text', 10, (row) => wordFor(words.followUpKind, row.kind)),
    column('what', 'prose', 36, (row) => row.note),
    column('staff', 'text', 10, (row) => row.staff),
    column('state', 'text', 10, (row) => wordFor(words.followUpState, row.state)),
    column('outcome', 'text', 10, (row) => wordFor(words.outcome, row.outcome)),
    column('outcomeNote', 'prose', 36, (row) => row.outcome_note),
    column('closedAt', 'instant', 20, (row) => instantCell(row.closed_at)),
    column('closedBy', 'text', 10, (row) => row.closed_by),
  ];
}

export function promiseColumns(language: Language, { contact }: ExportView): readonly Column<PromiseRecord>[] {
  return [
    column('due', 'day', 16, (row) => dayCell(row.due_on)),
    ...clientColumns(),
    ...(contact
      ? [column<PromiseRecord>('phone', 'code', 17, phoneOf), column<PromiseRecord>('wechat', 'code', 16, (row) => row.wechat)]
      : []),
    column('kind', 'text', 10, (row) => wordFor(VALUES[language].followUpKind, row.kind)),
    column('what', 'prose', 36, (row) => row.note),
    column('staff', 'text', 10, (row) => row.staff),
  ];
}

function phoneOf({ e164, typed }: PromiseRecord): string | null {
  return e164 === null ? typed : formatPhone(e164);
}

function preferenceColumns(language: Language): readonly Column<PreferenceRecord>[] {
  return [
    ...clientColumns(),
    column('kind', 'text', 10, (row) => wordFor(VALUES[language].preference, row.kind)),
    column('text', 'prose', 48, (row) => row.text),
    column('detail', 'prose', 36, (row) => row.detail),
    column('author', 'text', 10, (row) => row.author),
    column('writtenAt', 'instant', 20, (row) => instantCell(row.at)),
  ];
}

function clientColumns(): readonly Column<OfClient>[] {
  return [column('number', 'code', 12, (row) => row.client_number), column('name', 'text', 12, (row) => row.client_name)];
}

function servicesText({ items }: VisitRecord, language: Language): string {
  return items.map(({ name, quantity }) => (quantity === 1 ? name : `${name}×${quantity}`)).join(VALUES[language].comma);
}

/** Everybody who did something, whoever stands on the visit first. */
function staffText({ staff, items }: VisitRecord, language: Language): string | null {
  const names = new Set([staff, ...items.map((item) => item.staff)].filter((name) => name !== null));
  return names.size === 0 ? null : [...names].join(VALUES[language].comma);
}

function paidText({ payment, payments }: VisitRecord, language: Language, money: boolean): string | null {
  const parts = payments.map((one) => ({ payment: one.payment, amountCents: money ? cents(one.amount_cents) : null }));
  return paymentText({ payment, payments: parts }, (one) => wordFor(VALUES[language].payment, one) ?? one, formatMoney);
}

/** Nothing rather than nought: most visits have none. */
function discountOf({ items, amount_cents }: VisitRecord): number | null {
  const lines = items.map((item) => ({ priceCents: item.price_cents, discountCents: item.discount_cents, quantity: item.quantity }));
  return takenOff({ items: lines, amountCents: amount_cents }) || null;
}
