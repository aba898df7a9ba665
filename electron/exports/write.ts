// One export from the book's file to the workbook's: everything read at one moment over a connection of its own that cannot write.

import { createWriteStream, writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { ColumnKey } from '../../shared/exports/contract';
import { orderedClientIds, type ListQuestion } from '../clients/ordered-ids';
import type { BookConnection } from '../core/database/connection';
import { wrapDatabase, type Db } from '../core/database/database';
import { failureOf } from '../core/database/failures';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import type { Late } from '../loyalty/lateness';
import type { RankedClient } from '../loyalty/service';
import { clientSheet, lateSheet, loyalSheet } from './client-sheet';
import { listBookClientIds } from './client-store';
import { flush, OWN_FILE } from './own-file';
import { followUpSheet, preferenceSheet, promiseSheet, visitSheet } from './record-sheets';
import type { Sheet } from './sheet';
import { viewOf, type ExportScope, type ExportView } from './view';
import { writeFailure } from './write-failure';
import { writeWorkbook, type WorkbookContent, type WorkbookTools } from './workbook';
import type { Language } from './words';

export type ExportPart =
  | { readonly kind: 'book' }
  | { readonly kind: 'clients'; readonly question: ListQuestion; readonly without: readonly ColumnKey[] }
  | { readonly kind: 'late'; readonly late: readonly Late[]; readonly without: readonly ColumnKey[] }
  | { readonly kind: 'follow-ups'; readonly ids: readonly number[]; readonly without: readonly ColumnKey[] }
  | { readonly kind: 'loyal'; readonly ranking: readonly RankedClient[]; readonly without: readonly ColumnKey[] };

export interface ExportOrder {
  readonly book: string;
  /** This thread's own copies: the key is wiped as soon as the book is open. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly target: string;
  readonly language: Language;
  readonly part: ExportPart;
  /** What may stand in the file. */
  readonly scope: ExportScope;
  /** Opens the alerts; wiped when the file is written. Null when none are to be seen. */
  readonly healthKey: Uint8Array | null;
  /** Then nothing of the workbook is on the disk before it is encrypted. */
  readonly password?: string | null;
  /** Who takes it out, for the file's properties. */
  readonly mark?: string;
  /** Before the name of every sheet: it is of the sample salon. */
  readonly sheetMark?: string | null;
}

export interface Written {
  readonly rows: number;
  /** Titles, each once: what was taken out. */
  readonly columns: readonly string[];
}

export async function writeExport(order: ExportOrder, tools: WorkbookTools): Promise<Written> {
  const sqlite = openBook(order);
  try {
    if (isProtected(order)) (await protecting()).checkFilePassword(order.password);
    // One moment: what is changed meanwhile is not half in the file.
    sqlite.exec('BEGIN');
    const sheets = sheetsOf(wrapDatabase(sqlite), order, viewOf(order.scope, order.healthKey)).map((sheet) => marked(sheet, order));
    const rows = await writeFile(order, sheets, tools);
    return { rows, columns: [...new Set(sheets.flatMap(({ columns }) => columns.map(({ title }) => title)))] };
  } catch (error) {
    throw failureOf(error) ?? error;
  } finally {
    order.healthKey?.fill(0);
    sqlite.close();
  }
}

/** Loaded when a password is asked for: most files go without, and would wait for its code. */
const protecting = () => import('./protect');

export type BookToRead = Pick<ExportOrder, 'book' | 'key' | 'salt' | 'nativeBinding'>;

/** A connection of its own that cannot write; the key is wiped. */
export function openBook({ book, key, salt, nativeBinding }: BookToRead): BookConnection {
  const access = { key: Buffer.from(key.buffer, key.byteOffset, key.byteLength), salt: Buffer.from(salt) };
  try {
    return openReadOnly(book, { ...access, nativeBinding, schemaVersion: SCHEMA_VERSION });
  } finally {
    key.fill(0);
  }
}

function sheetsOf(db: Db, { part, language }: ExportOrder, view: ExportView): readonly Sheet[] {
  if (part.kind === 'clients') return [clientSheet(db, orderedClientIds(db, part.question), language, view, part.without)];
  if (part.kind === 'late') return [lateSheet(db, part.late, { language, view, without: part.without })];
  if (part.kind === 'follow-ups') return [promiseSheet(db, part.ids, language, view, part.without)];
  if (part.kind === 'loyal') return [loyalSheet(db, part.ranking, { language, view, without: part.without })];
  return [
    clientSheet(db, listBookClientIds(db, view.own), language, view),
    ...(view.visits ? [visitSheet(db, language, view)] : []),
    ...(view.followUps ? [followUpSheet(db, language, view)] : []),
    preferenceSheet(db, language, view),
  ];
}

function marked(sheet: Sheet, { sheetMark }: ExportOrder): Sheet {
  return sheetMark ? { ...sheet, name: `${sheetMark} ${sheet.name}` } : sheet;
}

type FileOrder = Pick<ExportOrder, 'target' | 'language' | 'mark' | 'password'>;

/** Flushed; whoever ordered it moves it to its place. Gives the number of rows. */
export async function writeFile(order: FileOrder, sheets: readonly Sheet[], tools: WorkbookTools): Promise<number> {
  const { target, language, mark } = order;
  const content = { sheets, language, mark };
  const rows = isProtected(order) ? await writeProtected(target, content, order.password, tools) : await writePlain(target, content, tools);
  flush(target);
  return rows;
}

function isProtected<Order extends FileOrder>(order: Order): order is Order & { readonly password: string } {
  return typeof order.password === 'string';
}

async function writePlain(target: string, content: WorkbookContent, tools: WorkbookTools): Promise<number> {
  const stream = createWriteStream(target, OWN_FILE);
  try {
    return await writeWorkbook(stream, content, tools);
  } catch (error) {
    stream.destroy();
    throw stream.errored ? writeFailure(stream.errored) : error;
  }
}

async function writeProtected(target: string, content: WorkbookContent, password: string, tools: WorkbookTools): Promise<number> {
  const chunks: Buffer[] = [];
  const memory = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const rows = await writeWorkbook(memory, content, tools);
  const sealed = (await protecting()).protectWorkbook(Buffer.concat(chunks), password);
  try {
    writeFileSync(target, sealed, OWN_FILE);
  } catch (error) {
    throw writeFailure(error);
  }
  return rows;
}
