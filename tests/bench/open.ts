// `open`: the key is at hand, nothing is open; until the first 50 clients are there.

import path from 'node:path';
import Database from 'better-sqlite3';
import { createClientsService } from '../../electron/clients/service';
import type { BookAccess, BookConnection } from '../../electron/core/database/connection';
import { wrapDatabase } from '../../electron/core/database/database';
import { createDispatcher } from '../../electron/core/dispatch';
import { WriteGate } from '../../electron/core/write-gate';
import { migrate, SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openBookFile } from '../../electron/core/database/open';
import { LiveSearch } from '../../electron/search/live-search';
import { standingOf } from '../../electron/book/session';
import { createSealer } from '../../electron/core/sealing';
import { clientsContract } from '../../shared/clients/contract';
import { openDesk } from './desk';
import { LAST_DAY } from './salon';
import { sideBySide, type Measurement } from './measure';

const FIRST_PAGE = {
  filter: { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
  sort: 'last-visit',
  descending: true,
  offset: 0,
  limit: 50,
} as const;

export async function measureOpen(profile: string): Promise<Measurement> {
  const { access, account, health } = await keyOf(profile);
  const file = path.join(profile, 'book', 'book.db');
  const opened: { close(): unknown }[] = [];
  return sideBySide({
    runs: 60,
    warmUp: 5,
    before: () => opened.splice(0).forEach((one) => one.close()),
    ours: async () => {
      const sqlite = openBookFile(file, { ...access, schemaVersion: SCHEMA_VERSION, prepare: (db) => migrate(db, () => undefined) });
      const search = new LiveSearch();
      opened.push({ close: () => (search.close(), sqlite.close()) });
      await firstPage(sqlite, search, { account, health });
    },
    floor: () => opened.push(bareOpen(file, access)),
  });
}

/** As house.ts wires a book that the vault has opened. */
async function firstPage(
  sqlite: BookConnection,
  search: LiveSearch,
  { account, health }: Pick<Holding, 'account' | 'health'>,
): Promise<void> {
  const db = wrapDatabase(sqlite);
  const { session } = standingOf(db, { accountId: account, mustChoose: false, keys: { health: true, photos: true } });
  const open = { db, session, health: createSealer(health, 'health') };
  search.open(open);
  const { dispatch } = createDispatcher({
    contract: { clients: clientsContract },
    services: { clients: createClientsService(search) },
    now: () => new Date(`${LAST_DAY}T04:00:00.000Z`),
    book: () => open,
    witness: { acted: () => undefined, refused: () => undefined, read: () => undefined, used: () => undefined },
    publish: () => undefined,
    gate: new WriteGate(),
    writeInThread: () => Promise.reject(new Error('nothing is written here')),
    committed: () => undefined,
    log: () => undefined,
  });
  const answer = await dispatch('clients.list', FIRST_PAGE);
  if (!answer.ok) throw new Error(answer.error.code);
}

/** The least there is: open, key, the same settings, one query for the rows of the page. */
function bareOpen(file: string, { key, salt }: BookAccess): BookConnection {
  const db = new Database(file, { fileMustExist: true });
  for (const pragma of ["cipher='sqlcipher'", 'legacy=4']) db.pragma(pragma);
  db.key(Buffer.concat([Buffer.from('raw:'), key, salt]));
  for (const pragma of ['temp_store=MEMORY', 'journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'cache_size=-24576'])
    db.pragma(pragma);
  const rows = db.prepare(FIRST_ROWS).all();
  if (rows.length !== 50) throw new Error('fifty rows were asked for');
  return db;
}

const FIRST_ROWS = `
  SELECT c.uid, c.number, c.name, c.nickname, c.pinyin, tier.uid, tier.name, tier.mark, staff.name, t.visits, t.spent_cents, t.last_visit_on,
    (SELECT coalesce(p.e164, p.typed) FROM client_phone p WHERE p.client_id = c.id ORDER BY p.sort LIMIT 1) AS phone,
    (SELECT group_concat(tag.name) FROM client_tag ct JOIN tag ON tag.id = ct.tag_id WHERE ct.client_id = c.id) AS tags,
    (SELECT group_concat(kind) FROM preference WHERE client_id = c.id AND ended_at IS NULL AND kind NOT IN ('like', 'dislike', 'note')) AS alerts
  FROM client_totals t CROSS JOIN client c ON c.id = t.client_id LEFT JOIN tier ON tier.id = c.tier_id LEFT JOIN staff ON staff.id = c.staff_id
  WHERE c.deleted_at IS NULL AND c.archived_at IS NULL ORDER BY t.last_visit_on DESC, t.client_id DESC LIMIT 50`;

interface Holding {
  readonly access: BookAccess;
  readonly account: string;
  readonly health: Buffer;
}

async function keyOf(profile: string): Promise<Holding> {
  const desk = await openDesk(profile);
  const { key, salt } = desk.house.vault.readerAccess();
  const account = desk.house.vault.status().accountId ?? '';
  const health = Buffer.from(desk.house.vault.subKeys().health ?? []);
  desk.close();
  return { access: { key, salt }, account, health };
}
