// Somebody with the key and a tool of their own at the audit log: whatever they do to it is found, and the entry named.

import { createHmac, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AuditLog } from '../../electron/audit/audit-log';
import { chainStart, macOf, type ChainRow } from '../../electron/audit/chain';
import { mirrorFile, writeMirror, type FoundMirror, type Mirror } from '../../electron/audit/mirror';
import { verifyBook } from '../../electron/audit/verify-book';
import { verifyRows, type Checked } from '../../electron/audit/verify-rows';
import { connect, type BookConnection } from '../../electron/core/database/connection';
import { beginAct, endAct } from '../../electron/core/database/journal';
import { dropTriggers, installTriggers } from '../../electron/core/database/triggers';
import type { AuditBreak } from '../../shared/audit/contract';
import { isoInstant } from '../../shared/core/date';
import { aClient, aShopBook, NOW, type ShopBook } from '../support/shop-book';

const SEED = 20261122;
const key = randomBytes(32);
const START = chainStart(key, 'a book');
const EVENTS = ['changed', 'client-seen', 'health-seen', 'exported', 'refused', 'signed-in'];

interface Case {
  /** What was done, for whoever reads a failure. */
  readonly what: string;
  readonly rows: ChainRow[];
  readonly mirror: FoundMirror;
  readonly journal?: ReadonlyMap<number, string>;
  readonly id: number;
  readonly kinds: readonly AuditBreak['kind'][];
}

/** mulberry32: the same thousand cases each time. */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    upTo: (most: number) => Math.floor(next() * most),
    between: (low: number, high: number) => low + Math.floor(next() * (high - low + 1)),
  };
}
type Dice = ReturnType<typeof dice>;

const digestOf = (actId: number) => createHmac('sha256', 'journal').update(String(actId)).digest('hex');

function aChain(length: number): ChainRow[] {
  const rows: ChainRow[] = [];
  for (let id = 1; id <= length; id += 1) {
    const acted = id % 3 === 0;
    const row = {
      id,
      at: isoInstant(new Date(Date.parse(NOW) + id * 60_000)),
      account_id: id % 7 === 0 ? null : (id % 4) + 1,
      event: acted ? 'changed' : EVENTS[id % EVENTS.length]!,
      operation: acted ? 'clients.update' : null,
      client_uid: id % 2 === 0 ? `client-${id % 5}` : null,
      act_id: acted ? id : null,
      details: acted ? JSON.stringify({ rows: 2, tables: ['client'], changes: digestOf(id) }) : '{}',
    };
    rows.push({ ...row, mac: macOf(key, rows.at(-1)?.mac ?? START, row) });
  }
  return rows;
}

const LENGTH = 39;
const WHOLE = aChain(LENGTH);
const mirrorAt = (entries: number, rows: readonly ChainRow[] = WHOLE): Mirror => ({
  entries,
  mac: rows[entries - 1]?.mac ?? START,
  at: NOW,
});

function check({ rows, mirror, journal }: Pick<Case, 'rows' | 'mirror' | 'journal'>): Checked {
  const changesOf = (actId: number) => ({ rows: 2, digest: journal?.get(actId) ?? digestOf(actId) });
  const sorted = rows.toSorted((a, b) => a.id - b.id);
  return verifyRows(sorted, { key, start: START, mirror, mirrored: mirrorAt(LENGTH), changesOf });
}

const renumbered = (rows: readonly ChainRow[]) => rows.map((row, index) => ({ ...row, id: index + 1 }));
const hex = ({ upTo }: Dice) => Array.from({ length: 64 }, () => '0123456789abcdef'[upTo(16)]).join('');

const DEEDS: readonly ((roll: Dice) => Omit<Case, 'mirror'> & { readonly mirror?: FoundMirror })[] = [
  changeColumn,
  (roll) => {
    const at = roll.between(1, LENGTH);
    return {
      what: `replace the fingerprint of ${at}`,
      rows: WHOLE.with(at - 1, { ...WHOLE[at - 1]!, mac: hex(roll) }),
      id: at,
      kinds: ['changed'],
    };
  },
  (roll) => {
    const [from, many] = [roll.between(1, LENGTH - 10), roll.between(1, 5)];
    return { what: `delete ${many} from ${from}`, rows: WHOLE.toSpliced(from - 1, many), id: from, kinds: ['missing'] };
  },
  (roll) => {
    const [from, many] = [roll.between(1, LENGTH - 10), roll.between(1, 5)];
    return {
      what: `delete ${many} from ${from} and renumber`,
      rows: renumbered(WHOLE.toSpliced(from - 1, many)),
      id: from,
      kinds: ['missing'],
    };
  },
  () => ({
    what: 'delete the one before the last and renumber',
    rows: renumbered(WHOLE.toSpliced(LENGTH - 2, 1)),
    id: LENGTH - 1,
    kinds: ['missing'],
  }),
  swap,
  (roll) => {
    const from = roll.between(1, LENGTH - 3);
    const three = WHOLE.slice(from - 1, from + 2);
    const turned = roll.upTo(2) === 0 ? [three[1]!, three[2]!, three[0]!] : [three[2]!, three[0]!, three[1]!];
    return { what: `turn three from ${from}`, rows: renumbered(WHOLE.toSpliced(from - 1, 3, ...turned)), id: from, kinds: ['order'] };
  },
  (roll) => {
    const at = roll.between(1, LENGTH);
    const row = WHOLE[roll.upTo(LENGTH)]!;
    const made = { ...row, details: '{"reason":"put in"}', mac: roll.upTo(2) === 0 ? hex(roll) : row.mac };
    return { what: `put one in at ${at}`, rows: renumbered(WHOLE.toSpliced(at - 1, 0, made)), id: at, kinds: ['extra'] };
  },
  (roll) => {
    const at = LENGTH + roll.between(1, 4);
    return {
      what: `put one behind the end as ${at}`,
      rows: [...WHOLE, { ...WHOLE[3]!, id: at, mac: hex(roll) }],
      id: at,
      kinds: ['extra'],
    };
  },
  (roll) => {
    const id = -roll.upTo(5);
    return { what: `put one in as ${id}`, rows: [...WHOLE, { ...WHOLE[3]!, id }], id, kinds: ['extra'] };
  },
  (roll) => {
    const left = roll.between(0, LENGTH - 1);
    return { what: `cut off after ${left}`, rows: WHOLE.slice(0, left), id: left + 1, kinds: ['cut-off'] };
  },
  (roll) => {
    const [from, to] = [roll.between(1, LENGTH - 1), roll.between(1, LENGTH - 1)];
    const copied = { ...WHOLE[from - 1]!, id: to };
    const rows = WHOLE.with(to - 1, copied);
    const id = from === to ? 0 : to;
    return {
      what: `copy ${from} over ${to}`,
      rows: from === to ? WHOLE.slice(1) : rows,
      id: id || 1,
      kinds: from === to ? ['missing'] : ['order', 'changed'],
    };
  },
  () => ({ what: 'delete the mirror', rows: WHOLE, mirror: 'gone', id: LENGTH, kinds: ['mirror'] }),
  () => ({ what: 'write a mirror of their own', rows: WHOLE, mirror: 'foreign', id: LENGTH, kinds: ['mirror'] }),
  (roll) => {
    const entries = roll.between(0, LENGTH - 1);
    return { what: `put the mirror of ${entries} back`, rows: WHOLE, mirror: mirrorAt(entries), id: entries, kinds: ['mirror'] };
  },
  (roll) => {
    const id = 3 * roll.between(1, LENGTH / 3);
    return { what: `alter the journal of ${id}`, rows: WHOLE, journal: new Map([[id, hex(roll)]]), id, kinds: ['journal'] };
  },
];

const COLUMNS = ['id', 'at', 'account_id', 'event', 'operation', 'client_uid', 'act_id', 'details'] as const;

function changeColumn(roll: Dice): Omit<Case, 'mirror'> {
  const at = roll.between(1, LENGTH);
  const column = COLUMNS[roll.upTo(COLUMNS.length)]!;
  const row = WHOLE[at - 1]!;
  const values = {
    id: LENGTH + roll.between(1, 50),
    at: isoInstant(new Date(Date.parse(row.at) + 1)),
    account_id: row.account_id === null ? 1 : roll.upTo(2) === 0 ? null : row.account_id + 1,
    event: row.event === 'changed' ? 'client-seen' : 'changed',
    operation: row.operation === null ? 'clients.list' : roll.upTo(2) === 0 ? null : `${row.operation} `,
    client_uid: row.client_uid === null ? 'client-9' : null,
    act_id: (row.act_id ?? 0) + 3,
    details: `${row.details} `,
  };
  const rows = WHOLE.with(at - 1, { ...row, [column]: values[column] });
  // The last one with another number is a gap at the end, and something behind it that nobody knows.
  return { what: `change ${column} of ${at}`, rows, id: at, kinds: column === 'id' ? ['missing'] : ['changed'] };
}

function swap(roll: Dice): Omit<Case, 'mirror'> {
  const first = roll.between(1, LENGTH - 1);
  const second = roll.upTo(2) === 0 ? first + 1 : roll.between(first + 1, LENGTH);
  const rows = WHOLE.with(first - 1, { ...WHOLE[second - 1]!, id: first }).with(second - 1, { ...WHOLE[first - 1]!, id: second });
  return { what: `swap ${first} and ${second}`, rows, id: first, kinds: ['order'] };
}

test('a chain that nobody touched holds, also when the book is ahead of its mirror as after a power cut', () => {
  expect(check({ rows: WHOLE, mirror: mirrorAt(LENGTH) })).toEqual({ entries: LENGTH, broken: null });
  const rules = { key, start: START, mirrored: null, changesOf: (actId: number) => ({ rows: 2, digest: digestOf(actId) }) };
  expect(verifyRows(WHOLE, { ...rules, mirror: mirrorAt(LENGTH - 5) }).broken).toBeNull();
  expect(verifyRows([], { ...rules, mirror: mirrorAt(0, []) }).broken).toBeNull();
});

test('a chain of another book does not hold', () => {
  const rules = { key, mirror: mirrorAt(LENGTH), mirrored: null, changesOf: () => ({ rows: 2, digest: '' }) };
  expect(verifyRows(WHOLE, { ...rules, start: chainStart(key, 'another book') }).broken).toMatchObject({ id: 1 });
});

test('between the last whole entry and the first after the break', () => {
  const rows = WHOLE.with(9, { ...WHOLE[9]!, event: 'locked' });
  expect(check({ rows, mirror: mirrorAt(LENGTH) }).broken).toMatchObject({ id: 10, after: WHOLE[8]!.at, before: WHOLE[10]!.at });
});

test('1,000 random cases: every one is found, and the right entry named', () => {
  const roll = dice(SEED);
  const wrong: string[] = [];
  for (let count = 0; count < 1000; count += 1) {
    const deed = DEEDS[count % DEEDS.length]!(roll);
    const { broken } = check({ ...deed, mirror: deed.mirror ?? mirrorAt(LENGTH) });
    const right = broken !== null && broken.id === deed.id && deed.kinds.includes(broken.kind);
    if (!right)
      wrong.push(`${deed.what}: expected ${deed.id} ${deed.kinds.join('|')}, found ${broken ? `${broken.id} ${broken.kind}` : 'nothing'}`);
  }
  expect(wrong).toEqual([]);
});

describe('in the real file, with a connection of their own', () => {
  let book: ShopBook;
  let log: AuditLog;
  let whole: ChainRow[];

  beforeAll(() => {
    book = aShopBook();
    log = new AuditLog({ folder: book.folder, now: () => NOW, held: () => false, log: () => undefined });
    log.open(book.db, key);
    for (let count = 0; count < 12; count += 1) act(`client ${count}`);
    log.mirror();
    whole = book.db.$client.prepare<[], ChainRow>('SELECT * FROM audit ORDER BY id').all();
  });
  afterAll(() => {
    log.close();
    book.close();
  });

  function act(name: string): void {
    book.db.$client
      .transaction(() => {
        const running = beginAct(book.db, NOW, 1, 'clients.create');
        aClient(book.db, { name });
        const tables = endAct(book.db, running);
        log.acted(book.db, { act: running, operation: 'clients.create', tables, session: { accountId: 1 }, at: NOW, note: null });
      })
      .immediate();
  }

  async function checked(): Promise<AuditBreak | null> {
    const { key: own, start, mirrored } = log.checkAccess();
    const copies = { key: new Uint8Array(book.options.key), auditKey: new Uint8Array(own), salt: new Uint8Array(book.options.salt) };
    const order = { ...copies, book: book.file, nativeBinding: undefined, folder: book.folder, start, mirrored };
    return (await verifyBook(order, { progress: () => undefined })).broken;
  }

  /** Does it from outside, checks, and puts everything back as it was. */
  async function afterwards(deed: (tool: BookConnection) => void): Promise<AuditBreak | null> {
    const tool = connect(book.file, book.options, { readonly: false, mustExist: true });
    const saved = readFileSync(mirrorFile(book.folder));
    const journal = tool.prepare<[], { id: number; before: string | null }>('SELECT id, before FROM journal').all();
    try {
      tool.pragma('foreign_keys = OFF');
      dropTriggers(tool);
      deed(tool);
      return await checked();
    } finally {
      tool.exec('DELETE FROM audit');
      const put = tool.prepare(
        'INSERT INTO audit VALUES (:id, :at, :account_id, :event, :operation, :client_uid, :act_id, :details, :mac)',
      );
      for (const row of whole) put.run(row);
      for (const { id, before } of journal) tool.prepare('UPDATE journal SET before = ? WHERE id = ?').run(before, id);
      installTriggers(tool);
      tool.close();
      writeFileSync(mirrorFile(book.folder), saved);
    }
  }

  const sql = (text: string) => (tool: BookConnection) => void tool.exec(text);
  const swapped = (first: number, second: number) =>
    sql(
      `UPDATE audit SET id = 1000 WHERE id = ${first}; UPDATE audit SET id = ${first} WHERE id = ${second}; UPDATE audit SET id = ${second} WHERE id = 1000`,
    );
  const changes = [
    "at = '2026-11-22T04:00:00.001Z'",
    'account_id = NULL',
    'account_id = 2',
    "event = 'refused'",
    'operation = NULL',
    "operation = 'clients.update'",
    'client_uid = NULL',
    'act_id = 1000',
    "details = '{}'",
    "details = replace(details, 'rows', 'Rows')",
    'mac = lower(hex(randomblob(32)))',
    'mac = (SELECT b.mac FROM audit b WHERE b.id = 2)',
  ];

  test('the whole book holds', async () => {
    expect(await checked()).toBeNull();
    expect(await afterwards(() => undefined)).toBeNull();
  });

  test.each([
    ...changes.map(
      (set, index) =>
        [`SET ${set}`, sql(`UPDATE audit SET ${set} WHERE id = ${index === 0 ? 1 : index}`), index === 0 ? 1 : index, 'changed'] as const,
    ),
    ['the last entry changed', sql("UPDATE audit SET details = '{}' WHERE id = 12"), 12, 'changed'],
    ['the first entry deleted', sql('DELETE FROM audit WHERE id = 1'), 1, 'missing'],
    ['one deleted', sql('DELETE FROM audit WHERE id = 7'), 7, 'missing'],
    ['three deleted', sql('DELETE FROM audit WHERE id BETWEEN 4 AND 6'), 4, 'missing'],
    [
      'one deleted and the rest numbered anew',
      sql('DELETE FROM audit WHERE id = 5; UPDATE audit SET id = id - 1 WHERE id > 5'),
      5,
      'missing',
    ],
    ['two neighbours swapped', swapped(3, 4), 3, 'order'],
    ['two swapped', swapped(2, 9), 2, 'order'],
    ['the ends swapped', swapped(1, 12), 1, 'order'],
    [
      'one put in',
      sql(
        'UPDATE audit SET id = -id WHERE id > 5; UPDATE audit SET id = 1 - id WHERE id < 0; INSERT INTO audit SELECT 6, at, 2, event, operation, client_uid, NULL, details, mac FROM audit WHERE id = 3',
      ),
      6,
      'extra',
    ],
    [
      'one put behind the end',
      sql('INSERT INTO audit SELECT 13, at, account_id, event, operation, client_uid, act_id, details, mac FROM audit WHERE id = 12'),
      13,
      'extra',
    ],
    [
      'one put far behind the end',
      sql('INSERT INTO audit SELECT 99, at, account_id, event, operation, client_uid, act_id, details, mac FROM audit WHERE id = 12'),
      99,
      'extra',
    ],
    [
      'one put before the beginning',
      sql('INSERT INTO audit SELECT 0, at, account_id, event, operation, client_uid, act_id, details, mac FROM audit WHERE id = 12'),
      0,
      'extra',
    ],
    ['the last cut off', sql('DELETE FROM audit WHERE id = 12'), 12, 'cut-off'],
    ['the end cut off', sql('DELETE FROM audit WHERE id > 4'), 5, 'cut-off'],
    ['all deleted', sql('DELETE FROM audit'), 1, 'cut-off'],
    ['the mirror deleted', () => rmSync(mirrorFile(book.folder)), 12, 'mirror'],
    ['the mirror damaged', () => writeFileSync(mirrorFile(book.folder), '{"entries":12'), 12, 'mirror'],
    [
      'the mirror written under another key',
      () => writeMirror(book.folder, randomBytes(32), { entries: 12, mac: whole[11]!.mac, at: NOW }),
      12,
      'mirror',
    ],
    [
      'the mirror of an older state put back',
      () => writeMirror(book.folder, key, { entries: 3, mac: whole[2]!.mac, at: NOW }),
      3,
      'mirror',
    ],
    [
      'a journal row changed',
      sql('UPDATE journal SET before = \'{"name":"x"}\' WHERE act_id = (SELECT act_id FROM audit WHERE id = 8)'),
      8,
      'journal',
    ],
  ] as const)('%s', async (_what, deed, id, kind) => {
    expect(await afterwards(deed)).toMatchObject({ id, kind });
  });
});

test('an older book put back under a newer mirror is noticed at its opening, and every check says so from then on', async () => {
  const book = aShopBook();
  const log = new AuditLog({ folder: book.folder, now: () => NOW, held: () => false, log: () => undefined });
  const write = () =>
    book.db.$client
      .transaction(() =>
        log.append({ at: NOW, accountId: 1, event: 'signed-in', operation: null, clientUid: null, actId: null, details: {} }),
      )
      .immediate();
  log.open(book.db, key);
  for (let count = 0; count < 6; count += 1) write();
  log.close();
  dropTriggers(book.db.$client);
  book.db.$client.exec('DELETE FROM audit WHERE id > 2');
  installTriggers(book.db.$client);
  for (let opening = 0; opening < 2; opening += 1) {
    log.open(book.db, key);
    write();
    log.mirror();
    const { key: own, start, mirrored } = log.checkAccess();
    const rows = book.db.$client.prepare<[], ChainRow>('SELECT * FROM audit ORDER BY id').all();
    const mirror = { ...mirrored!, at: NOW };
    const { broken } = verifyRows(rows, { key: own, start, mirror, mirrored, changesOf: () => ({ rows: 0, digest: '' }) });
    expect(broken).toMatchObject({ id: 3, kind: 'cut-off', expected: '6', found: '2' });
    log.close();
  }
  book.close();
});
