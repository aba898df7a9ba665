// Pages of a shop's book damaged at random, and the book salvaged: whatever lies on sound pages must be there afterwards, word for word.

import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type BookConnection } from '../../electron/core/database/connection';
import { PageFile } from '../../electron/core/database/page-file';
import { PAGE_BYTES } from '../../electron/core/database/pages';
import { openReadOnly } from '../../electron/core/database/open';
import { drawUidsFrom } from '../../electron/core/database/uid';
import { salvageBook, type Salvaged, type SalvageOrder } from '../../electron/salvage/salvage-book';
import { readRoots } from '../../electron/salvage/roots';
import { describeTables } from '../../electron/salvage/tables';
import { Trees } from '../../electron/salvage/trees';
import { IsoInstant } from '../../shared/core/date';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { AppError } from '../../shared/errors';
import { aFolder, removeFolder } from '../support/book-file';
import { aShopBook, NOW } from '../support/shop-book';
import { writeShop } from '../salvage/shop';
import { below, randomFrom } from './random';

export interface SalvageResult {
  readonly cases: number;
  /** Not even the first page could be read: refused, as it should be. */
  readonly nothing: number;
  readonly rowsLost: number;
  /** Rows of sound pages that are gone or otherwise: must be none. */
  readonly wrong: number;
  /** Rows lost that the report does not count, where it claims to know: must be none. */
  readonly untold: number;
  /** A result that is not sound, or an error that no one has a word for: must be none. */
  readonly broken: number;
}

export interface WholeBook {
  readonly bytes: Buffer;
  readonly key: Buffer;
  readonly salt: Buffer;
  readonly bookUid: string;
  readonly pages: number;
  /** Every row of every table as SQLite reads it, and the pages it lies on. */
  readonly rows: ReadonlyMap<string, readonly KnownRow[]>;
}

interface KnownRow {
  readonly rowid: number;
  readonly text: string;
  readonly pages: readonly number[];
}

/** The same seed makes the same book and damages the same pages. */
export async function salvageDamaged(cases: number, seed: number, whole: WholeBook = wholeBook(seed)): Promise<SalvageResult> {
  const random = randomFrom(seed);
  const result = { cases, nothing: 0, rowsLost: 0, wrong: 0, untold: 0, broken: 0 };
  for (let round = 0; round < cases; round += 1) {
    const count = 1 + Math.floor(random() * 20);
    const bad = new Set(Array.from({ length: count }, () => 2 + Math.floor(random() * (whole.pages - 1))));
    if (random() < 0.05) bad.add(1);
    await judge(whole, bad, random, result);
  }
  return result;
}

async function judge(
  whole: WholeBook,
  bad: ReadonlySet<number>,
  random: () => number,
  result: { -readonly [K in keyof SalvageResult]: number },
) {
  const folder = aFolder();
  try {
    const salvaged = await salvageIn(folder, whole, damaged(whole.bytes, bad, random));
    if (bad.has(1)) result.broken += 1;
    const { rowsLost, wrong, untold } = compare(folder, whole, bad, salvaged);
    result.rowsLost += rowsLost;
    result.wrong += wrong;
    result.untold += untold;
  } catch (error) {
    if (bad.has(1) && error instanceof AppError && error.code === 'salvage.nothing-readable') result.nothing += 1;
    else result.broken += 1;
  } finally {
    removeFolder(folder);
  }
}

/** The book of the damaged bytes, salvaged into `book.next` of the folder. */
export async function salvageIn(folder: string, whole: WholeBook, bytes: Buffer): Promise<Salvaged> {
  writeFileSync(join(folder, 'book.db'), bytes);
  return salvageBook(orderFor(folder, whole), { progress: () => undefined });
}

export function orderFor(folder: string, { key, salt, bookUid }: WholeBook): SalvageOrder {
  return {
    file: join(folder, 'book.db'),
    next: join(folder, 'book.next'),
    key: Uint8Array.from(key),
    auditKey: new Uint8Array(32).fill(7),
    salt: Uint8Array.from(salt),
    nativeBinding: undefined,
    now: IsoInstant.parse(NOW),
    by: null,
    book: { uid: bookUid, shopName: '晴野美容', keysEpoch: 1 },
    people: [{ uid: '0199aaaa-0000-7000-8000-000000000001', name: '苏敏', role: 'owner' }],
    words: { client: '（已丢失的客户 {number}）', account: '（已丢失的账号）' },
  };
}

/** 300 clients and 2,000 visits. The same seed gives the same rows on the same pages; only the keys differ. */
export function wholeBook(seed: number): WholeBook {
  const random = randomFrom(seed);
  drawUidsFrom((length) => Buffer.from(Array.from({ length }, () => below(random, 256))));
  try {
    return makeWhole();
  } finally {
    drawUidsFrom(randomBytes);
  }
}

function makeWhole(): WholeBook {
  const shop = aShopBook();
  const key = Buffer.from(shop.options.key);
  const salt = Buffer.from(shop.options.salt);
  const folder = aFolder();
  try {
    writeShop(shop.db, 300, 2000);
    shop.db.$client.pragma('wal_checkpoint(TRUNCATE)');
    const file = join(folder, 'book.db');
    copyFileSync(shop.file, file);
    const bookUid = String(shop.db.$client.prepare('SELECT uid FROM book').pluck().get());
    return { bytes: readFileSync(file), key, salt, bookUid, ...knownRows(file, key, salt) };
  } finally {
    shop.close();
    removeFolder(folder);
  }
}

/** Where each row lies is told by the walk along the trees; what stands in it by SQLite. */
function knownRows(file: string, key: Buffer, salt: Buffer): Pick<WholeBook, 'rows' | 'pages'> {
  const pages = new PageFile(file, key, salt);
  const db = connect(file, { key, salt }, { readonly: true, mustExist: true });
  try {
    const trees = new Trees(pages, pages.count);
    const roots = readRoots(trees);
    const fail = () => {
      throw new Error('a whole book has no gap');
    };
    const rows = describeTables(db).map(({ name }) => {
      const texts = textsOf(db, name);
      const found = [...trees.table(roots.byName.get(name)!, fail)];
      if (found.length !== texts.size) throw new Error(`${name}: ${found.length} rows instead of ${texts.size}`);
      return [name, found.map((row) => ({ rowid: row.rowid, text: texts.get(row.rowid)!, pages: row.pages }))] as const;
    });
    return { rows: new Map(rows), pages: pages.count };
  } finally {
    db.close();
    pages.close();
  }
}

export function textsOf(db: BookConnection, table: string): Map<number, string> {
  const rows = db.prepare<[], { _row: number }>(`SELECT rowid AS _row, * FROM "${table}"`).all();
  return new Map(rows.map(({ _row, ...row }) => [_row, JSON.stringify(row)]));
}

/** What a lost parent may change in a row that was kept. */
const LINKS = new Set([
  'staff_id',
  'tier_id',
  'import_id',
  'visit_id',
  'service_id',
  'replaces_id',
  'undoes_id',
  'undone_by_id',
  'client_id',
  'product_id',
  'referred_by_id',
  'follow_up_id',
]);
/** Hang on a parent that nothing can stand in for, or are not worth one. */
const MAY_GO: Readonly<Record<string, string>> = {
  visit_item: 'visit',
  visit_payment: 'visit',
  conflict_override: 'visit',
  client_tag: 'tag',
  client_field_value: 'client_field',
};

function compare(folder: string, whole: WholeBook, bad: ReadonlySet<number>, salvaged: Salvaged) {
  const { key, salt } = whole;
  const db = openReadOnly(join(folder, 'book.next'), { key, salt, schemaVersion: SCHEMA_VERSION });
  let [wrong, rowsLost] = [0, 0];
  try {
    for (const [table, rows] of whole.rows) {
      const now = textsOf(db, table);
      for (const row of rows) {
        const there = now.get(row.rowid);
        if (there === undefined) rowsLost += 1;
        if (row.pages.some((page) => bad.has(page)) || table === 'book') continue;
        if (there === undefined ? !mayGo(db, table, row.text) : !isSame(row.text, there)) {
          wrong += 1;
        }
      }
    }
    const told = salvaged.tables.reduce((sum, { lost }) => sum + lost, 0);
    const untold = salvaged.tables.every(({ certain }) => certain) && told !== rowsLost ? 1 : 0;
    return { wrong, rowsLost, untold };
  } finally {
    db.close();
  }
}

function mayGo(db: BookConnection, table: string, text: string): boolean {
  const parent = MAY_GO[table];
  const row = JSON.parse(text) as Record<string, number>;
  // A picture that nobody can say whose it is.
  if (table === 'photo_content') return db.prepare('SELECT 1 FROM photo WHERE uid = ?').get(row['photo_uid']) === undefined;
  if (parent === undefined) return false;
  return db.prepare(`SELECT 1 FROM "${parent}" WHERE id = ?`).get(row[`${parent}_id`]) === undefined;
}

function isSame(before: string, after: string): boolean {
  if (before === after) return true;
  const [one, other] = [JSON.parse(before), JSON.parse(after)] as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys(one).every((column) => one[column] === other[column] || (LINKS.has(column) && other[column] === null));
}

/** Three ways a disk does it: a bit, a sector of zeros, a page of something else. */
export function damaged(whole: Buffer, pages: ReadonlySet<number>, random: () => number): Buffer {
  const bytes = Buffer.from(whole);
  for (const page of pages) {
    const start = (page - 1) * PAGE_BYTES;
    const way = random();
    if (way < 0.34) bytes[start + 20 + Math.floor(random() * (PAGE_BYTES - 20))]! ^= 1 << Math.floor(random() * 8);
    else if (way < 0.67) bytes.fill(0, start + 512, start + 1024);
    else for (let at = start + 16; at < start + PAGE_BYTES; at += 1) bytes[at] = Math.floor(random() * 256);
  }
  return bytes;
}
