// Fills a new book, its owner and tiers already in it, with an invented salon: clients with ten tags and fields of the shop's own, about ten visits each with a heavy
// tail over four years, notes, follow-ups, photos, and their journal.

import { randomBytes } from 'node:crypto';
import { addDays, isoDate, type IsoDate } from '../../shared/core/date';
import type { BookConnection } from '../../electron/core/database/connection';
import { installTriggers, JOURNALED_TABLES } from '../../electron/core/database/triggers';
import { newUid } from '../../electron/core/database/uid';
import { aNote, aPerson, pick, seeded } from './people';

/** The day the salon's books end; the benchmark's clock stands on it. */
export const LAST_DAY: IsoDate = isoDate(2026, 11, 22);
/** The client whose page has 200 visits. */
export const BUSIEST_CLIENT = 1;

const DAYS = 1461;
/** Two years of them; some fifty are due in the coming week, however many clients there are: a shop has only so many people to call. */
const MOST_FOLLOW_UPS = 5000;
const FIRST_DAY = addDays(LAST_DAY, 1 - DAYS);
const SERVICES = ['补水护理', '肩颈按摩', '染发', '烫发', '洗剪吹', '睫毛嫁接', '美甲', '清洁护理', '头皮护理', '身体护理'];
const STAFF = ['苏敏', '王芳', '周静', '陈露', '何晓琪', '李雪', '张雨', '刘倩'];
const TAGS = [
  ...[
    '怕疼',
    '老顾客介绍',
    '学生',
    '住附近',
    '周末',
    '敏感肌',
    '新娘',
    '团购',
    '停车',
    '要发票',
    '喜欢安静',
    '爱聊天',
    '宝妈',
    '上班族',
    '夜班',
    '带小孩',
  ],
  ...[
    '短发',
    '长发',
    '卷发',
    '油皮',
    '干皮',
    '混合皮',
    '孕期',
    '会员日',
    '生日礼',
    '靠窗',
    '温水',
    '无香',
    '左手',
    '早到',
    '迟到',
    '微信约',
  ],
];
/** Of nearly everybody: the name, the kind, what can be chosen, and what is written. */
const FIELDS = [
  { name: '发质', kind: 'choice', choices: ['细软', '粗硬', '自然卷', '受损'] },
  { name: '开车来', kind: 'yes-no', choices: ['yes', 'no'] },
  { name: '上次护理', kind: 'date', choices: ['2026-03-04', '2026-06-18', '2026-09-09'] },
  { name: '色号', kind: 'text', choices: ['6.35', '7.0', '5.4 + 9%', '8.1'] },
] as const;
const TAGS_A_CLIENT = 10;
/** One in so many clients has photos, the busiest has most. */
const PHOTOGRAPHED = 100;
const THUMBNAIL_BYTES = 6_000;
const PICTURE_BYTES = 60_000;

/** Triggers and indexes are put aside while filling and made again afterwards: what is left is what the app itself would have left. */
export function fillSalon(db: BookConnection, clients: number, seed = 20_261_122): void {
  const random = seeded(seed);
  const indexes = asideForFilling(db);
  db.transaction(() => {
    addShop(db);
    addClients(db, clients, random);
    addVisits(db, visitPlan(clients, random), random);
    addFollowUps(db, clients, random);
    addOwnFields(db, clients, random);
    addPhotos(db, clients, random);
  })();
  for (const sql of indexes) db.exec(sql);
  addTotals(db);
  addJournal(db);
  installTriggers(db);
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
}

function asideForFilling(db: BookConnection): readonly string[] {
  const made = db
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL",
    )
    .all();
  for (const { type, name } of made) db.exec(`DROP ${type} "${name}"`);
  return made.filter(({ type }) => type === 'index').map(({ sql }) => sql);
}

function uidOn(day: IsoDate): string {
  return newUid(Date.parse(`${day}T04:00:00.000Z`));
}

function at(day: IsoDate, minute: number): string {
  return `${day}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;
}

function addShop(db: BookConnection): void {
  const add = (table: string, columns: string, rows: readonly (readonly unknown[])[]) => {
    const insert = db.prepare(`INSERT INTO ${table} (uid, ${columns}) VALUES (?${', ?'.repeat(columns.split(',').length)})`);
    for (const row of rows) insert.run(uidOn(FIRST_DAY), ...row);
  };
  const numbered = (names: readonly string[]) => names.map((name, sort) => [name, sort]);
  add('staff', 'name, sort', numbered(STAFF));
  add(
    'service',
    'name, sort, price_cents, minutes',
    SERVICES.map((name, sort) => [name, sort, 8000 + sort * 4000, 45 + sort * 5]),
  );
  add(
    'tag',
    'name',
    TAGS.map((name) => [name]),
  );
}

function addClients(db: BookConnection, clients: number, random: () => number): void {
  const client = db.prepare(
    `INSERT INTO client (uid, number, name, nickname, pinyin, gender, birthday, wechat, address, source, staff_id, tier_id, archived_at, deleted_at, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const phone = db.prepare('INSERT INTO client_phone (uid, client_id, typed, e164) VALUES (?, ?, ?, ?)');
  const tag = db.prepare('INSERT INTO client_tag (uid, client_id, tag_id) VALUES (?, ?, ?)');
  const preference = db.prepare('INSERT INTO preference (uid, client_id, kind, text, author, at) VALUES (?, ?, ?, ?, ?, ?)');
  for (let id = 1; id <= clients; id += 1) {
    const day = addDays(FIRST_DAY, Math.floor((id / clients) * (DAYS - 1)));
    const [person, since, fate] = [aPerson(random, id), at(day, 120), random()];
    client.run(
      ...[uidOn(day), `C-${String(id).padStart(4, '0')}`, person.name, person.nickname, person.pinyin, random() < 0.9 ? 'female' : 'male'],
      ...[person.birthday, person.wechat, person.address, random() < 0.5 ? pick(random, ['朋友介绍', '路过', '大众点评', '小红书']) : null],
      ...[1 + Math.floor(random() * STAFF.length), random() < 0.3 ? 1 + Math.floor(random() * 3) : null],
      ...[id !== BUSIEST_CLIENT && fate < 0.02 ? since : null, fate > 0.99 ? since : null, since, since],
    );
    phone.run(uidOn(day), id, person.phone, `+86${person.phone}`);
    const first = Math.floor(random() * TAGS.length);
    for (let step = 0; step < TAGS_A_CLIENT; step += 1) tag.run(uidOn(day), id, 1 + ((first + step * 3) % TAGS.length));
    if (random() < 0.1) preference.run(uidOn(day), id, 'allergy', `${pick(random, ['花粉', '染膏', '精油', '酒精'])}过敏`, '王芳', since);
    if (random() < 0.9) preference.run(uidOn(day), id, 'note', aNote(random), '周静', since);
  }
  db.prepare('UPDATE book SET last_client_number = ?').run(clients);
}

/** For every visit, in the order of their days: whose it is and on which day, packed in one number each. */
function visitPlan(clients: number, random: () => number): Float64Array {
  const plan: number[] = [];
  for (let id = 1; id <= clients; id += 1) {
    const start = Math.floor((id / clients) * (DAYS - 1));
    const most = Math.min(400, 1 + Math.floor((DAYS - start) / 4));
    const count = id === BUSIEST_CLIENT ? 200 : Math.min(most, Math.floor(5.6 / (1 - random()) ** 0.72) - 4);
    const rhythm = 14 + Math.floor(random() * 60);
    for (let visit = 0, day = start; visit < count; visit += 1) {
      if (visit > 0) day += Math.max(1, Math.round(rhythm * (0.6 + random() * 0.8)));
      plan.push((day < DAYS ? day : start + Math.floor(random() * (DAYS - start))) * 1_000_000 + id);
    }
  }
  return Float64Array.from(plan).sort();
}

function addVisits(db: BookConnection, plan: Float64Array, random: () => number): void {
  const visit = db.prepare(
    'INSERT INTO visit (uid, client_id, visited_on, visited_time, visited_at, staff_id, payment, amount_cents, note, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const item = db.prepare('INSERT INTO visit_item (uid, visit_id, service_id, name, price_cents) VALUES (?, ?, ?, ?, ?)');
  for (const packed of plan) {
    const day = addDays(FIRST_DAY, Math.floor(packed / 1_000_000));
    const minute = 60 + Math.floor(random() * 600);
    const service = Math.floor(random() * SERVICES.length);
    const amount = random() < 0.01 ? -(8000 + service * 4000) : 8000 + service * 4000 + Math.floor(random() * 20) * 500;
    const { lastInsertRowid } = visit.run(
      ...[
        uidOn(day),
        packed % 1_000_000,
        day,
        at(day, minute + 480).slice(11, 16),
        at(day, minute),
        1 + Math.floor(random() * STAFF.length),
      ],
      ...[pick(random, ['wechat', 'alipay', 'cash', 'card']), amount, random() < 0.2 ? aNote(random) : null, at(day, minute)],
    );
    item.run(uidOn(day), lastInsertRowid, service + 1, SERVICES[service], Math.abs(amount));
  }
}

function addFollowUps(db: BookConnection, clients: number, random: () => number): void {
  const insert = db.prepare(
    'INSERT INTO follow_up (uid, client_id, kind, due_on, note, state, closed_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (let made = 0; made < Math.min(clients / 4, MOST_FOLLOW_UPS); made += 1) {
    const due = addDays(LAST_DAY, Math.floor(random() * 700) - 690);
    const closed = due < LAST_DAY && random() < 0.999;
    insert.run(
      ...[uidOn(due), 1 + Math.floor(random() * clients), pick(random, ['after-service', 'rebook', 'first-visit']), due, '问皮肤感受'],
      ...[closed ? 'done' : 'open', closed ? at(due, 300) : null, at(addDays(due, -3), 300)],
    );
  }
}

function addOwnFields(db: BookConnection, clients: number, random: () => number): void {
  const field = db.prepare('INSERT INTO client_field (uid, name, kind, choices, sort) VALUES (?, ?, ?, ?, ?)');
  FIELDS.forEach(({ name, kind, choices }, sort) =>
    field.run(uidOn(FIRST_DAY), name, kind, kind === 'choice' ? JSON.stringify(choices) : '[]', sort),
  );
  const value = db.prepare('INSERT INTO client_field_value (uid, client_id, field_id, value) VALUES (?, ?, ?, ?)');
  for (let id = 1; id <= clients; id += 1)
    FIELDS.forEach(({ choices }, index) => {
      if (random() < 0.9) value.run(uidOn(FIRST_DAY), id, index + 1, pick<string>(random, choices));
    });
}

/** Nobody looks at them here: bytes of the usual size that stand for sealed pictures. */
function addPhotos(db: BookConnection, clients: number, random: () => number): void {
  const photo = db.prepare(
    `INSERT INTO photo (uid, client_id, kind, taken_on, width, height, author, created_at) VALUES (?, ?, 'other', ?, 1600, 1200, '周静', ?)`,
  );
  const content = db.prepare('INSERT INTO photo_content (photo_uid, thumbnail, picture) VALUES (?, ?, ?)');
  for (let id = BUSIEST_CLIENT; id <= clients; id += PHOTOGRAPHED)
    for (let taken = 0; taken < (id === BUSIEST_CLIENT ? 20 : 2); taken += 1) {
      const day = addDays(LAST_DAY, -Math.floor(random() * 300));
      const uid = uidOn(day);
      photo.run(uid, id, day, at(day, 300));
      content.run(uid, randomBytes(THUMBNAIL_BYTES), randomBytes(PICTURE_BYTES));
    }
}

function addTotals(db: BookConnection): void {
  db.exec(`INSERT INTO client_totals (client_id, visits, spent_cents, first_visit_on, last_visit_on)
    SELECT c.id, count(v.id), coalesce(sum(v.amount_cents), 0), min(v.visited_on), max(v.visited_on)
    FROM client c LEFT JOIN visit v ON v.client_id = c.id AND v.deleted_at IS NULL GROUP BY c.id`);
  db.exec(`UPDATE shelf_count SET clients = (SELECT count(*) FROM client WHERE CASE shelf_count.shelf
    WHEN 'bin' THEN deleted_at IS NOT NULL
    WHEN 'archived' THEN deleted_at IS NULL AND archived_at IS NOT NULL
    ELSE deleted_at IS NULL AND archived_at IS NULL END)`);
}

// One entry per row, as the triggers and an import would have left them.
function addJournal(db: BookConnection): void {
  const act = db.prepare("INSERT INTO act (uid, at, account_id, operation) VALUES (?, ?, 1, 'imports.commit')");
  const { lastInsertRowid } = act.run(uidOn(LAST_DAY), at(FIRST_DAY, 120));
  for (const { name, key } of JOURNALED_TABLES) {
    if (ALREADY_JOURNALED.has(name)) continue;
    db.exec(
      `INSERT INTO journal (act_id, table_name, row_uid, kind) SELECT ${lastInsertRowid}, '${name}', "${key}", 'insert' FROM "${name}"`,
    );
  }
  db.prepare('UPDATE act SET rows = (SELECT count(*) FROM journal WHERE act_id = act.id)').run();
}

const ALREADY_JOURNALED = new Set(['account', 'tier']);
