// Makes a whole book of the rows that could be read: the book's own row, its people, a parent for every child, sums and numbers.

import { refuse } from '../../shared/errors';
import type { BookConnection } from '../core/database/connection';
import { rebuildTotals } from '../core/database/totals';
import { newUid } from '../core/database/uid';
import { LOST_OPERATION, type LostWords } from './lost-rows';

export interface BookFacts {
  readonly uid: string;
  readonly shopName: string;
  readonly keysEpoch: number;
}

export interface Mended {
  readonly unlinked: number;
  /** Rows that hang on nothing any more, by table. */
  readonly dropped: ReadonlyMap<string, number>;
  /** Rows that stand for a lost one, by table. */
  readonly stood: ReadonlyMap<string, readonly number[]>;
}

/** Without triggers and with foreign keys off. `sequences`: the last id each table gave out; null when that cannot be read. */
export function mendBook(db: BookConnection, facts: BookFacts, words: LostWords, sequences: ReadonlyMap<string, number> | null): Mended {
  const isNew = knowItself(db, facts, words);
  knowPeople(db, words);
  const mended = dropPictures(db, mendLinks(db, words));
  keepNumbers(db);
  keepSequences(db, sequences);
  rebuildTotals(db);
  return isNew ? { ...mended, stood: new Map([...mended.stood, ['book', [THE_BOOK]]]) } : mended;
}

const THE_BOOK = 1;

/** True when its own row had to be written anew. */
function knowItself(db: BookConnection, { uid, shopName, keysEpoch }: BookFacts, { now }: LostWords): boolean {
  const found = db.prepare<[], { uid: string }>('SELECT uid FROM book').get();
  if (found && found.uid !== uid) throw refuse('keys.other-book');
  if (found) return false;
  const insert = db.prepare('INSERT INTO book (id, uid, shop_name, created_at, keys_epoch) VALUES (?, ?, ?, ?, ?)');
  insert.run(THE_BOOK, uid, shopName, now, keysEpoch);
  return true;
}

/** Whoever can open the book is in it. */
function knowPeople(db: BookConnection, { people, now }: LostWords): void {
  const insert = db.prepare('INSERT OR IGNORE INTO account (uid, name, role, created_at) VALUES (?, ?, ?, ?)');
  for (const [uid, { name, role }] of people) insert.run(uid, name, role, now);
}

interface Broken {
  readonly table: string;
  readonly rowid: number;
  readonly parent: string;
  readonly fkid: number;
}

/** More rounds than one: what stands for a lost parent may have lost its own. */
const MOST_ROUNDS = 8;

function mendLinks(db: BookConnection, words: LostWords): Mended {
  const dropped = new Map<string, number>();
  const stood = new Map<string, number[]>();
  let unlinked = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const broken = db.prepare<[], Broken>('SELECT "table", rowid, parent, fkid FROM pragma_foreign_key_check').all();
    if (broken.length === 0) break;
    for (const link of broken) {
      const outcome = mendLink(db, link, words);
      if (outcome === 'unlinked') unlinked += 1;
      else if (outcome === 'dropped') dropped.set(link.table, (dropped.get(link.table) ?? 0) + 1);
      else if (typeof outcome === 'number') stood.set(link.parent, [...(stood.get(link.parent) ?? []), outcome]);
    }
  }
  return { unlinked, dropped, stood };
}

/** Without its row nobody can say whose picture it is, and no erasure would find it; they are tied by uid only. A book from before photos has none. */
function dropPictures(db: BookConnection, mended: Mended): Mended {
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'photo_content'").get() === undefined) return mended;
  const { changes } = db.prepare('DELETE FROM photo_content WHERE photo_uid NOT IN (SELECT uid FROM photo)').run();
  return changes === 0 ? mended : { ...mended, dropped: new Map([...mended.dropped, ['photo_content', changes]]) };
}

interface LinkColumn {
  readonly name: string;
  readonly needed: number;
}

const LINK_COLUMN = `
  SELECT f."from" AS name, c."notnull" OR c.pk > 0 AS needed FROM pragma_foreign_key_list(:table) f JOIN pragma_table_info(:table) c ON c.name = f."from"
  WHERE f.id = :fkid`;

/** The id of what now stands for the lost parent, or what else was done. */
function mendLink(
  db: BookConnection,
  { table, rowid, parent, fkid }: Broken,
  words: LostWords,
): 'unlinked' | 'dropped' | 'mended' | number {
  const column = db.prepare<{ table: string; fkid: number }, LinkColumn>(LINK_COLUMN).get({ table, fkid });
  const lost = column && db.prepare<[number], { id: number }>(`SELECT "${column.name}" AS id FROM "${table}" WHERE rowid = ?`).get(rowid);
  if (!column || !lost) return 'mended';
  if (STANDS_IN[parent] && (column.needed === 1 || parent !== 'client') && !OF_ONE_PERSON.has(table)) {
    return STANDS_IN[parent](db, lost.id, words) ? lost.id : 'mended';
  }
  if (column.needed === 0) {
    db.prepare(`UPDATE "${table}" SET "${column.name}" = NULL WHERE rowid = ?`).run(rowid);
    return 'unlinked';
  }
  db.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
  return 'dropped';
}

/** Nothing a shop would miss: no reason to make up a client or a person. */
const OF_ONE_PERSON = new Set(['draft', 'opened_client', 'account_pin', 'account_choice', 'right_use']);

type StandIn = (db: BookConnection, id: number, words: LostWords) => boolean;

/** What children hang on that must not be lost; an entry of the audit log may not even be unlinked, because its fingerprint would not fit it. */
const STANDS_IN: Readonly<Record<string, StandIn>> = {
  client: (db, id, { client, now }) => {
    const number = `?${id}`;
    const insert = db.prepare('INSERT OR IGNORE INTO client (id, uid, number, name, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)');
    return insert.run(id, newUid(Date.parse(now)), number, client(number), now, now).changes === 1;
  },
  act: (db, id, { now }) =>
    db
      .prepare('INSERT OR IGNORE INTO act (id, uid, at, operation) VALUES (?, ?, ?, ?)')
      .run(id, newUid(Date.parse(now)), now, LOST_OPERATION).changes === 1,
  account: (db, id, { account, now }) => {
    const insert = db.prepare('INSERT OR IGNORE INTO account (id, uid, name, role, created_at, removed_at) VALUES (?, ?, ?, ?, ?, ?)');
    return insert.run(id, newUid(Date.parse(now)), account, '', now, now).changes === 1;
  },
};

/** A number that was given out once is not given out again, also when the row that remembered it is gone. */
function keepNumbers(db: BookConnection): void {
  db.exec(`
    UPDATE book SET last_client_number = max(last_client_number, coalesce((
      SELECT max(CAST(substr(number, 3) AS INTEGER)) FROM client WHERE number GLOB 'C-[0-9]*'), 0))`);
}

const IDS_LEFT_OUT = 10_000;

/** The same for the ids in the journal; where nobody knows the last, the next lie well behind it. */
function keepSequences(db: BookConnection, sequences: ReadonlyMap<string, number> | null): void {
  if (sequences === null) db.prepare('UPDATE sqlite_sequence SET seq = seq + ?').run(IDS_LEFT_OUT);
  const raise = db.prepare('UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?');
  const insert = db.prepare('INSERT INTO sqlite_sequence (name, seq) SELECT :name, :seq WHERE :name IN (SELECT name FROM sqlite_master)');
  for (const [name, seq] of sequences ?? []) if (raise.run(seq, name).changes === 0) insert.run({ name, seq });
}
