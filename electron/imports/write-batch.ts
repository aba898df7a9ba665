// Writes a checked list into the book: one transaction, one act, everything or nothing.

import { instantOf } from '../../shared/core/date';
import { cleanNote } from '../../shared/core/text';
import type { ImportKind } from '../../shared/imports/fields';
import { newClientNumber } from '../clients/service';
import type { CommandContext } from '../core/context';
import type { Db } from '../core/database/database';
import { fieldsInUse } from '../fields/service';
import { columnsOf } from '../preferences/alerts';
import type { CheckedRow, ClientCandidate, VisitCandidate } from './checking/candidates';
import type { Remark } from './checking/findings';
import type { PlacedVisit } from './checking/place-visits';
import { addImportedClient, CLIENT_TABLES, type ClientTools } from './client-store';
import { serviceFinder, staffFinder, tagFinder, tierFinder } from './names-store';
import { paymentOf } from './payments';
import { RowBatch, type BatchTable } from './row-batch';
import { addRemark, insertBatch, isFreeNumber, REMARK } from './store';
import { addImportedVisit, unitPrice, VISIT_TABLES, type VisitTools } from './visit-store';

export interface BatchFile {
  readonly fileName: string;
  readonly sha256: string;
}

export interface WrittenBatch {
  readonly uid: string;
  readonly records: number;
}

export interface ClientBatch {
  readonly rows: readonly CheckedRow<ClientCandidate>[];
  readonly pinyin: ReadonlyMap<number, string>;
  readonly numberTitle: string;
}

export interface VisitBatch {
  readonly rows: readonly PlacedVisit<number>[];
  readonly paymentTitle: string;
}

/** `step` is called before each record and may refuse. */
export function writeClients(context: CommandContext, file: BatchFile, batch: ClientBatch, step: () => void): WrittenBatch {
  const { db, now, session } = context;
  const records = batch.rows.flatMap(({ record }) => record ?? []);
  const { id, uid } = openBatch(context, file, 'clients', records.length);
  const fields = new Map(fieldsInUse(db).map((field) => [String(field.id), field.rowId]));
  const tools: ClientTools = {
    importId: id,
    now,
    author: session.name,
    staff: staffFinder(db, now),
    tier: tierFinder(db, now),
    tag: tagFinder(db, now),
    field: (uid) => fields.get(uid),
    preference: (kind, text) => columnsOf(context, { kind, text, detail: null }),
  };
  const given = new Set<string>();
  writeInChunks(db, [...CLIENT_TABLES, REMARK], records, step, (rows, record) => {
    const { number, remarks } = numberFor(context, record, batch.numberTitle, given);
    given.add(number);
    const client = addImportedClient(rows, record, number, batch.pinyin.get(record.row) ?? '', tools);
    for (const remark of remarks) addRemark(rows, id, record.row, { client }, remark, now);
  });
  return { uid, records: records.length };
}

export function writeVisits(context: CommandContext, file: BatchFile, batch: VisitBatch, step: () => void): WrittenBatch {
  const { db, now } = context;
  const placed = batch.rows.flatMap(({ record, client }) => (record === null || client === null ? [] : [{ record, client }]));
  const { id, uid } = openBatch(context, file, 'visits', placed.length);
  const prices = usualPrices(placed.map(({ record }) => record));
  const tools: VisitTools = { importId: id, now, staff: staffFinder(db, now), service: serviceFinder(db, now, prices), instantOf };
  writeInChunks(db, [...VISIT_TABLES, REMARK], placed, step, (rows, { record, client }) => {
    const payment = paymentOf(record.payment);
    const visit = addImportedVisit(rows, record, client, payment, tools);
    const unnamed: Remark[] =
      payment === 'other' ? [{ column: batch.paymentTitle, original: record.payment ?? '', code: 'payment.unknown' }] : [];
    for (const remark of [...record.remarks, ...unnamed]) addRemark(rows, id, record.row, { visit }, remark, now);
  });
  return { uid, records: placed.length };
}

/** Few enough that whoever stops the work need not wait. */
const CHUNK = 64;

function writeInChunks<T>(
  db: Db,
  tables: readonly BatchTable[],
  records: readonly T[],
  step: () => void,
  add: (rows: RowBatch, record: T) => void,
): void {
  const rows = new RowBatch(db, tables);
  records.forEach((record, at) => {
    step();
    add(rows, record);
    if (at % CHUNK === CHUNK - 1) rows.write();
  });
  rows.write();
}

function openBatch(
  { db, act, session, now }: CommandContext,
  { fileName, sha256 }: BatchFile,
  kind: ImportKind,
  rows: number,
): { readonly id: number; readonly uid: string } {
  return insertBatch(db, { fileName: cleanNote(fileName).slice(0, 260), sha256, kind, rows, actUid: act.uid, by: session.name, at: now });
}

/** The number of the list when it is free, else the book's next; then the old one is kept as a remark, once. `given`: those of this batch. */
function numberFor(
  context: CommandContext,
  { number, remarks }: ClientCandidate,
  title: string,
  given: ReadonlySet<string>,
): { readonly number: string; readonly remarks: readonly Remark[] } {
  if (number === null) return { number: nextNumber(context, given), remarks };
  if (!given.has(number) && isFreeNumber(context.db, number)) return { number, remarks };
  const remark: Remark = { column: title, original: number, code: 'duplicate.number' };
  return { number: nextNumber(context, given), remarks: [...remarks, remark] };
}

function nextNumber(context: CommandContext, given: ReadonlySet<string>): string {
  for (;;) {
    const number = newClientNumber(context);
    // One that waits to be written is not in the book yet.
    if (!given.has(number)) return number;
  }
}

/** For services the book does not know yet: what most visits were charged for one. */
function usualPrices(visits: readonly VisitCandidate[]): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const visit of visits) {
    if (visit.service === null || visit.amountCents <= 0) continue;
    const prices = counts.get(visit.service) ?? new Map<number, number>();
    const price = unitPrice(visit);
    prices.set(price, (prices.get(price) ?? 0) + 1);
    counts.set(visit.service, prices);
  }
  return new Map(
    [...counts].map(([service, prices]) => [service, [...prices].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0]]),
  );
}
