// A book with everything in it that could be lost on the way, the same for the same seed, and what stands in a book for comparing.

import { wrapDatabase, type Db } from '../../electron/core/database/database';
import { runSql } from '../../electron/core/database/rows';
import { createSealer, type Sealer } from '../../electron/core/sealing';
import { openAlert, sealedColumns } from '../../electron/preferences/alerts';
import type { TestApp } from '../support/app';
import { addRow, inAct } from '../support/shop-book';
import { addClientRows, addShopRows, type Filled } from './rich-rows';

export const TEXTS = [
  '林若溪',
  '𠮷野家の𡈽田さん',
  '👩‍👧 妈妈和女儿 🇨🇳',
  '00123',
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+8613800138000',
  '-5',
  '@sum',
  "'quoted",
  'line\nbreak\r\nand\ttab',
  '  blanks at the ends  ',
  '""',
  'json:"x"',
  'json:',
  '"',
  '_x000D_ and _x0041_ and __x005F_',
  '_x000\r',
  '<a href="x">&amp; ]]></a>',
  '\u0001\u001f\u007f\ufffe\uffff',
  'e\u0301 é \u200d \u3000',
  '2026-03-14',
  '1e5',
  'TRUE',
  '\u0085\u2028x',
] as const;

const BIRTHDAYS = ['1990-05-03', '--02-29', 'lunar:1985-08-15', 'lunar:--08-15', 'lunar:1990-L05-03', null] as const;
const ALERTS = ['allergy', 'condition', 'pregnancy'] as const;

/** Numbers between 0 and 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return (((state ^ (state >>> 13)) >>> 0) % 1_000_003) / 1_000_003;
  };
}

export function healthOf(app: TestApp): Sealer {
  const { health } = app.house.vault.subKeys();
  return createSealer(health!, 'health');
}

export function dbOf(app: TestApp): Db {
  return wrapDatabase(app.house.vault.database());
}

export function fillBook(app: TestApp, seed: number, clients: number, longest = 70_000): void {
  const random = seeded(seed);
  const below = (most: number) => Math.floor(random() * most);
  const text = () => Array.from({ length: 1 + below(3) }, () => TEXTS[below(TEXTS.length)]).join(random() < 0.5 ? ' ' : '');
  const maybe = <T>(value: T): T | null => (random() < 0.4 ? null : value);
  const day = () => `20${10 + below(16)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const instant = () => `${day()}T0${below(10)}:3${below(10)}:00.${String(below(1000)).padStart(3, '0')}Z`;
  const cents = () => below(2_000_000) - 500_000;
  const db = dbOf(app);
  const health = healthOf(app);
  inAct(db, () => {
    const list = (table: string, count: number, row: (index: number) => Parameters<typeof addRow>[2]) =>
      Array.from({ length: count }, (_, index) => addRow(db, table, row(index)));
    const one = (ids: readonly number[]) => maybe(ids[below(ids.length)]!);
    runSql(db, "INSERT OR REPLACE INTO setting (key, value) VALUES ('region', '\"CN\"'), ('idleMinutes', '7')");
    const staff = list('staff', 4, (i) => ({ name: `${text()}${i}`, post: maybe(text()), active: below(2), sort: i }));
    const services = list('service', 5, (i) => ({
      ...{
        name: `${text()}${i}`,
        group_name: maybe(''),
        minutes: maybe(below(200)),
        price_cents: maybe(cents()),
        follow_up_days: maybe(30),
      },
      ...{ follow_up_note: maybe(text()), ingredients: JSON.stringify([text()]), active: below(2), sort: i },
    }));
    const tiers = list('tier', 2, (i) => ({ name: `${text()}${i}`, mark: 'gold', sort: i }));
    const tags = list('tag', 4, (i) => ({ name: `${text()}${i}` }));
    const batches = list('import_batch', 2, () => ({
      ...{ file_name: text(), file_sha256: 'ab'.repeat(32), kind: 'clients', rows: below(100), act_uid: 'gone', by: text(), at: instant() },
    }));
    const filled: Filled[] = [];
    for (let index = 0; index < clients; index += 1) {
      const id = addRow(db, 'client', {
        ...{
          number: `C-${String(index).padStart(5, '0')}`,
          name: `${text()}${index}`,
          nickname: maybe(text()),
          pinyin: index % 2 ? '' : 'lin ruo xi',
        },
        ...{
          gender: maybe('female'),
          birthday: BIRTHDAYS[below(BIRTHDAYS.length)]!,
          wechat: maybe(text()),
          email: maybe('a+b@example.com'),
        },
        ...{
          address: maybe(text()),
          source: maybe(''),
          referrer: maybe(text()),
          occupation: maybe(text()),
          staff_id: one(staff),
          tier_id: one(tiers),
        },
        ...{
          first_seen_on: maybe(day()),
          asked_no_alerts: below(2),
          import_id: one(batches),
          archived_at: maybe(instant()),
          deleted_at: maybe(instant()),
        },
        ...{ created_at: instant(), updated_at: instant() },
      });
      list('client_phone', below(3), (sort) => ({
        ...{
          client_id: id,
          typed: `0${below(1e9)}`,
          e164: maybe(`+86138${String(below(1e8)).padStart(8, '0')}`),
          label: maybe(text()),
          sort,
        },
      }));
      for (const tag of tags) if (random() < 0.3) addRow(db, 'client_tag', { client_id: id, tag_id: tag });
      const first = addRow(db, 'preference', {
        client_id: id,
        kind: 'note',
        text: text(),
        detail: maybe(''),
        author: text(),
        at: instant(),
        ended_at: maybe(instant()),
        end_reason: maybe(text()),
      });
      const note = index === 0 ? `${'一个很长的备注𠮷 <&> '.repeat(longest / 14)}` : text();
      addRow(db, 'preference', {
        client_id: id,
        kind: 'like',
        text: note,
        detail: maybe(text()),
        author: text(),
        at: instant(),
        replaces_id: first,
      });
      const alert = sealedColumns(health, { kind: ALERTS[below(3)]!, text: text(), detail: maybe(text()), endReason: maybe(text()) });
      addRow(db, 'preference', { client_id: id, ...alert, author: text(), at: instant(), ended_at: maybe(instant()) });
      if (random() < 0.5)
        addRow(db, 'brought_over', {
          ...{
            client_id: id,
            balance_cents: maybe(cents()),
            bonus_cents: maybe(cents()),
            package_name: maybe(text()),
            sessions: random() * 10,
          },
          ...{ spent_cents: maybe(cents()), visits: maybe(below(99)), last_visit_on: maybe(day()), first_visit_on: maybe(day()) },
        });
      const visits = list('visit', below(4), () => ({
        ...{
          client_id: id,
          number: maybe(`00${below(1e6)}`),
          visited_on: day(),
          visited_time: maybe('09:30'),
          visited_at: instant(),
          staff_id: one(staff),
        },
        ...{
          payment: maybe('wechat'),
          amount_cents: cents(),
          note: maybe(text()),
          import_id: one(batches),
          created_at: instant(),
          deleted_at: maybe(instant()),
        },
      }));
      for (const visit of visits) {
        list('visit_item', below(3), (sort) => ({
          ...{
            visit_id: visit,
            service_id: one(services),
            name: text(),
            quantity: random() < 0.5 ? 1 : random() * 3,
            price_cents: cents(),
            sort,
          },
        }));
        addRow(db, 'import_remark', {
          ...{
            import_id: batches[0]!,
            client_id: maybe(id),
            visit_id: maybe(visit),
            row: below(9999),
            column_title: text(),
            original: text(),
            code: 'date.future',
          },
        });
      }
      const followUp = addRow(db, 'follow_up', {
        ...{
          client_id: id,
          visit_id: visits.length > 0 ? one(visits) : null,
          kind: 'other',
          due_on: day(),
          staff_id: one(staff),
          note: text(),
        },
        ...{ state: 'done', outcome: maybe('well'), outcome_note: maybe(text()), closed_at: maybe(instant()), closed_by: maybe(text()) },
        ...{ snoozed: below(3), created_at: instant() },
      });
      filled.push({ client: id, visits, followUp });
    }
    const chance = { below, text, maybe, day, instant, cents };
    const shop = addShopRows(db, chance);
    // Round in a ring: the first one names the last one, who comes later.
    filled.forEach((one, index) => addClientRows(db, health, chance, shop, one, filled.at(index - 1)!.client));
    runSql(
      db,
      "INSERT INTO erased_client (uid, number, at, by) VALUES ('0199aaaa-0000-7000-8000-00000000dead', 'C-99999', '2026-01-01T00:00:00.000Z', 'nobody')",
    );
    runSql(db, 'UPDATE book SET last_client_number = 99999');
  });
}

type Row = Record<string, unknown>;

const TABLES = [
  ...[
    'setting',
    'staff',
    'service',
    'tier',
    'tag',
    'client',
    'client_phone',
    'client_tag',
    'preference',
    'brought_over',
    'visit',
    'visit_item',
  ],
  ...['follow_up', 'import_batch', 'import_remark', 'erased_client', 'client_totals', 'shelf_count'],
  ...['product', 'client_field', 'client_field_value', 'client_relation', 'patch_test', 'contact', 'photo', 'visit_payment'],
  'conflict_override',
];
const RELATIONS: Readonly<Record<string, string>> = {
  ...{
    client_id: 'client',
    staff_id: 'staff',
    tier_id: 'tier',
    tag_id: 'tag',
    import_id: 'import_batch',
    visit_id: 'visit',
    service_id: 'service',
  },
  ...{ replaces_id: 'preference', other_id: 'client', referred_by_id: 'client', field_id: 'client_field', product_id: 'product' },
  follow_up_id: 'follow_up',
};

/** Every table by uid: local ids become the uids they stand for, and alerts what is sealed in them. Written apart from the code it proves. */
export function logicalDump(app: TestApp): Record<string, Row[]> {
  const sqlite = app.house.vault.database();
  const health = healthOf(app);
  const uids = new Map(
    Object.values(RELATIONS).map((table) => [
      table,
      new Map(
        sqlite
          .prepare<[], { id: number; uid: string }>(`SELECT id, uid FROM ${table}`)
          .all()
          .map(({ id, uid }) => [id, uid]),
      ),
    ]),
  );
  const plain = (table: string, row: Row): Row => {
    const named = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
      if (column === 'id') return [];
      const target = RELATIONS[column];
      return [[column, target === undefined || value === null ? value : (uids.get(target)?.get(value as number) ?? 'NOWHERE')]];
    });
    const open = Object.fromEntries(named);
    if (typeof row['sealed'] !== 'string') return open;
    if (table !== 'preference') return { ...open, sealed: health.open(row['sealed']) };
    return {
      ...open,
      ...openAlert(health, { kind: 'alert', text: '', detail: null, sealed: row['sealed'] }),
      end_reason: null,
      sealed: true,
    };
  };
  const all = (table: string) =>
    sqlite
      .prepare<[], Row>(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => plain(table, row));
  const sorted = (rows: Row[]) => rows.map((row) => [JSON.stringify(row), row] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([
    ...TABLES.map((table) => [table, sorted(all(table)).map(([, row]) => row)]),
    ['last_client_number', sqlite.prepare<[], Row>('SELECT last_client_number FROM book').all()],
  ]);
}
