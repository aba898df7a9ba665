// All tables of the book on one page. `id` is local and only for joins; `uid` is global and never changes.
// Instants end in _at (UTC, ISO), calendar days in _on, money in _cents. After a change: npm run migration.

import { sql } from 'drizzle-orm';
import { blob, index, integer, real, sqliteTable, text, uniqueIndex, primaryKey, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

// AUTOINCREMENT: an id that once stood in the journal must never name another row.
const id = () => integer('id').primaryKey({ autoIncrement: true });
const uid = () => text('uid').notNull().unique();

// ── the book itself ──────────────────────────────────────────────────────────────────────────────

/** One row: the sentinel that tells this book from any other. */
export const book = sqliteTable('book', {
  id: id(),
  uid: uid(),
  shopName: text('shop_name').notNull(),
  createdAt: text('created_at').notNull(),
  lastClientNumber: integer('last_client_number').notNull().default(0),
  /** The epoch of keys.json this book last saw: an older keys.json put back is noticed. */
  keysEpoch: integer('keys_epoch').notNull().default(0),
});

export const setting = sqliteTable('setting', { key: text('key').primaryKey(), value: text('value').notNull() });

/** What somebody may do. Built-in roles have a `key`, the shop's own have a name only. */
export const role = sqliteTable('role', {
  id: id(),
  uid: uid(),
  /** owner · manager · front-desk · therapist · reviewer · security-officer; null for the shop's own */
  key: text('key').unique(),
  name: text('name'),
  /** JSON: right → level (shared/permissions.ts). */
  levels: text('levels').notNull(),
  ownClientsOnly: integer('own_clients_only', { mode: 'boolean' }).notNull().default(false),
  exportRows: integer('export_rows'),
  revealsPerDay: integer('reveals_per_day'),
  sort: integer('sort').notNull().default(0),
  removedAt: text('removed_at'),
});

export const account = sqliteTable('account', {
  id: id(),
  uid: uid(),
  name: text('name').notNull(),
  /** The built-in role's key, or the uid of one of the shop's own. */
  role: text('role').notNull(),
  staffId: integer('staff_id').references((): AnySQLiteColumn => staff.id),
  disabledAt: text('disabled_at'),
  removedAt: text('removed_at'),
  createdAt: text('created_at').notNull(),
});

/** The PIN for changing over while the book is open: a verifier and the wrong tries since the last right one. Not journaled. */
export const accountPin = sqliteTable('account_pin', {
  accountId: integer('account_id')
    .primaryKey()
    .references(() => account.id),
  salt: text('salt').notNull(),
  hash: text('hash').notNull(),
  wrong: integer('wrong').notNull().default(0),
  setAt: text('set_at').notNull(),
});

// ── the audit log: append-only, chained, without gaps (electron/audit) ──────────────────────────

export const audit = sqliteTable(
  'audit',
  {
    /** 1, 2, 3 …: a missing number is a missing row. */
    id: integer('id').primaryKey(),
    at: text('at').notNull(),
    /** Null: the app itself, or nobody who was known. */
    accountId: integer('account_id').references(() => account.id),
    event: text('event').notNull(),
    operation: text('operation'),
    clientUid: text('client_uid'),
    actId: integer('act_id').references((): AnySQLiteColumn => act.id),
    /** JSON; never a phone, a health note or a password. */
    details: text('details').notNull().default('{}'),
    mac: text('mac').notNull(),
  },
  (t) => [
    index('audit_at').on(t.at),
    index('audit_account').on(t.accountId, t.at),
    index('audit_client').on(t.clientUid, t.at),
    index('audit_event').on(t.event, t.at),
    index('audit_act').on(t.actId),
  ],
);

/** The last day each person used each right: what the permission review proposes to take away. */
export const rightUse = sqliteTable(
  'right_use',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => account.id),
    right: text('right').notNull(),
    lastOn: text('last_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.right] })],
);

/** One row per signed-off permission review. */
export const permissionReview = sqliteTable('permission_review', {
  id: id(),
  uid: uid(),
  at: text('at').notNull(),
  by: text('by').notNull(),
  /** JSON: who had what, and what was taken away. */
  findings: text('findings').notNull(),
});

// ── the journal: who did what, and each row it touched (core/database/journal.ts) ────────────────

export const act = sqliteTable(
  'act',
  {
    id: id(),
    uid: uid(),
    at: text('at').notNull(),
    accountId: integer('account_id').references((): AnySQLiteColumn => account.id),
    operation: text('operation').notNull(),
    undoesId: integer('undoes_id').references((): AnySQLiteColumn => act.id),
    undoneById: integer('undone_by_id').references((): AnySQLiteColumn => act.id),
    rows: integer('rows').notNull().default(0),
  },
  (t) => [index('act_at').on(t.at)],
);

export const journal = sqliteTable(
  'journal',
  {
    id: id(),
    actId: integer('act_id')
      .notNull()
      .references(() => act.id),
    tableName: text('table_name').notNull(),
    rowUid: text('row_uid').notNull(),
    /** insert · update · delete */
    kind: text('kind').notNull(),
    /** JSON of the columns that changed; whole row for a delete, nothing for an insert. */
    before: text('before'),
    after: text('after'),
  },
  (t) => [
    index('journal_act').on(t.actId),
    index('journal_row').on(t.rowUid),
    // What was taken away stands nowhere else: an erasure looks here for what once hung on the client.
    index('journal_taken')
      .on(t.tableName)
      .where(sql`kind = 'delete'`),
  ],
);

/** One row: the act that is writing now. The triggers refuse any write outside an act. */
export const journalState = sqliteTable('journal_state', { id: id(), actId: integer('act_id') });

/** Rows of clients who are being erased at this moment; empty outside of that. The triggers let the journal forget what stood in these, and in no others. */
export const erasingRow = sqliteTable('erasing_row', { rowUid: text('row_uid').primaryKey() });

// ── people and what they offer ───────────────────────────────────────────────────────────────────

export const staff = sqliteTable('staff', {
  id: id(),
  uid: uid(),
  name: text('name').notNull().unique(),
  post: text('post'),
  /** One of the names in shared/staff/color.ts. */
  color: text('color'),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  sort: integer('sort').notNull().default(0),
});

export const service = sqliteTable('service', {
  id: id(),
  uid: uid(),
  name: text('name').notNull().unique(),
  groupName: text('group_name'),
  minutes: integer('minutes'),
  priceCents: integer('price_cents'),
  followUpDays: integer('follow_up_days'),
  followUpNote: text('follow_up_note'),
  /** JSON array of words an allergy is matched against. */
  ingredients: text('ingredients').notNull().default('[]'),
  needsPatchTest: integer('needs_patch_test', { mode: 'boolean' }).notNull().default(false),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  sort: integer('sort').notNull().default(0),
});

export const product = sqliteTable('product', {
  id: id(),
  uid: uid(),
  name: text('name').notNull().unique(),
  groupName: text('group_name'),
  priceCents: integer('price_cents'),
  /** JSON array of words an allergy is matched against. */
  ingredients: text('ingredients').notNull().default('[]'),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  sort: integer('sort').notNull().default(0),
});

export const tier = sqliteTable('tier', {
  id: id(),
  uid: uid(),
  name: text('name').notNull().unique(),
  /** diamond · gold · silver · regular */
  mark: text('mark').notNull(),
  sort: integer('sort').notNull().default(0),
});

export const tag = sqliteTable('tag', { id: id(), uid: uid(), name: text('name').notNull().unique(), groupName: text('group_name') });

/** A field of the shop's own on the client's page. */
export const clientField = sqliteTable('client_field', {
  id: id(),
  uid: uid(),
  name: text('name').notNull(),
  /** text · number · date · choice · choices · yes-no */
  kind: text('kind').notNull(),
  /** JSON array of texts, for choice and choices. */
  choices: text('choices').notNull().default('[]'),
  /** What the shop needs it for; null is flagged. */
  purpose: text('purpose'),
  required: integer('required', { mode: 'boolean' }).notNull().default(false),
  sort: integer('sort').notNull().default(0),
  removedAt: text('removed_at'),
});

// ── clients ──────────────────────────────────────────────────────────────────────────────────────

export const client = sqliteTable(
  'client',
  {
    id: id(),
    uid: uid(),
    number: text('number').notNull().unique(),
    name: text('name').notNull(),
    nickname: text('nickname'),
    /** Syllables of the name, 'zhang su fen'; surnames read as surnames. */
    pinyin: text('pinyin').notNull().default(''),
    /** female · male */
    gender: text('gender'),
    /** '1990-05-03', '--05-03', 'lunar:1985-08-15', 'lunar:1990-L05-03' */
    birthday: text('birthday'),
    wechat: text('wechat'),
    email: text('email'),
    address: text('address'),
    source: text('source'),
    /** Who sent them, as somebody wrote it; `referredById` when that is a client of the book. */
    referrer: text('referrer'),
    referredById: integer('referred_by_id').references((): AnySQLiteColumn => client.id),
    occupation: text('occupation'),
    staffId: integer('staff_id').references(() => staff.id),
    tierId: integer('tier_id').references(() => tier.id),
    firstSeenOn: text('first_seen_on'),
    askedNoAlerts: integer('asked_no_alerts', { mode: 'boolean' }).notNull().default(false),
    importId: integer('import_id').references((): AnySQLiteColumn => importBatch.id),
    archivedAt: text('archived_at'),
    deletedAt: text('deleted_at'),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    /** 'S05-03' or 'L08-15': month and day in the birthday's own calendar. */
    birthdayKey: text('birthday_key').generatedAlwaysAs(
      sql`CASE WHEN birthday IS NULL THEN NULL WHEN birthday LIKE 'lunar:%' THEN 'L' || substr(birthday, -5) ELSE 'S' || substr(birthday, -5) END`,
      { mode: 'virtual' },
    ),
  },
  (t) => [
    index('client_birthday').on(t.birthdayKey),
    index('client_created').on(t.createdAt),
    index('client_pinyin').on(t.pinyin),
    index('client_shelf').on(t.deletedAt, t.archivedAt),
    // Whose clients are whose, for those who see only their own.
    index('client_staff').on(t.staffId),
    index('client_referred_by').on(t.referredById),
    index('client_referrer')
      .on(t.referrer)
      .where(sql`referrer IS NOT NULL AND referred_by_id IS NULL`),
  ],
);

export const clientPhone = sqliteTable(
  'client_phone',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    typed: text('typed').notNull(),
    e164: text('e164'),
    label: text('label'),
    sort: integer('sort').notNull().default(0),
  },
  (t) => [index('client_phone_client').on(t.clientId, t.sort), index('client_phone_e164').on(t.e164)],
);

export const clientTag = sqliteTable(
  'client_tag',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    tagId: integer('tag_id')
      .notNull()
      .references(() => tag.id),
  },
  (t) => [uniqueIndex('client_tag_once').on(t.clientId, t.tagId), index('client_tag_tag').on(t.tagId)],
);

/** What a client has in a field of the shop's own. */
export const clientFieldValue = sqliteTable(
  'client_field_value',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    fieldId: integer('field_id')
      .notNull()
      .references(() => clientField.id),
    /** Text as written · a decimal number · a day · one choice · a JSON array of choices · 'yes' or 'no'. */
    value: text('value').notNull(),
  },
  (t) => [uniqueIndex('client_field_value_once').on(t.clientId, t.fieldId), index('client_field_value_field').on(t.fieldId, t.value)],
);

/** Two clients who belong together. `kind` is what the other one is to the client. */
export const clientRelation = sqliteTable(
  'client_relation',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    otherId: integer('other_id')
      .notNull()
      .references(() => client.id),
    kind: text('kind').notNull(),
    note: text('note'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('client_relation_client').on(t.clientId), index('client_relation_other').on(t.otherId)],
);

/** A portrait or a picture of a treatment; the picture itself is in photo_content. */
export const photo = sqliteTable(
  'photo',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    visitId: integer('visit_id').references((): AnySQLiteColumn => visit.id),
    /** portrait · before · after · other */
    kind: text('kind').notNull(),
    /** A before and an after with the same pair belong together. */
    pair: text('pair'),
    takenOn: text('taken_on').notNull(),
    /** What is written under it, under the health key. */
    sealed: text('sealed'),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    author: text('author').notNull(),
    createdAt: text('created_at').notNull(),
    deletedAt: text('deleted_at'),
  },
  (t) => [index('photo_client').on(t.clientId, t.takenOn), index('photo_visit').on(t.visitId)],
);

/** The pictures, sealed under the key of photos: written once with their photo and never changed. Not journaled, so that an undone photo can come back. */
export const photoContent = sqliteTable('photo_content', {
  photoUid: text('photo_uid').primaryKey(),
  thumbnail: blob('thumbnail', { mode: 'buffer' }).notNull(),
  picture: blob('picture', { mode: 'buffer' }).notNull(),
});

/** A patch test of a service or a substance; what was found is health data. */
export const patchTest = sqliteTable(
  'patch_test',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    serviceId: integer('service_id').references(() => service.id),
    testedOn: text('tested_on').notNull(),
    validUntilOn: text('valid_until_on').notNull(),
    /** JSON of what was tested and how the skin answered, under the health key. */
    sealed: text('sealed').notNull(),
    author: text('author').notNull(),
    at: text('at').notNull(),
    endedAt: text('ended_at'),
  },
  (t) => [index('patch_test_client').on(t.clientId, t.testedOn)],
);

/** Who spoke to a client, by which way, and what was said. */
export const contact = sqliteTable(
  'contact',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    followUpId: integer('follow_up_id').references((): AnySQLiteColumn => followUp.id),
    /** phone · wechat · in-person · sms · e-mail · other */
    channel: text('channel').notNull(),
    /** us · client: who began it */
    began: text('began').notNull(),
    said: text('said').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    createdAt: text('created_at').notNull(),
    deletedAt: text('deleted_at'),
  },
  (t) => [index('contact_client').on(t.clientId, t.at), index('contact_follow_up').on(t.followUpId)],
);

/**
 * Alerts, likes, dislikes and notes. An edit ends the old row and starts a new one, so the old text stays.
 * An alert has the kind 'alert' and an empty text here: its real kind, text and detail are in `sealed`, under the health key.
 */
export const preference = sqliteTable(
  'preference',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    kind: text('kind').notNull(),
    text: text('text').notNull(),
    detail: text('detail'),
    sealed: text('sealed'),
    author: text('author').notNull(),
    at: text('at').notNull(),
    replacesId: integer('replaces_id').references((): AnySQLiteColumn => preference.id),
    endedAt: text('ended_at'),
    endReason: text('end_reason'),
  },
  (t) => [
    index('preference_client').on(t.clientId, t.endedAt, t.at),
    // Without it SQLite looks through all of them for one that points at a row that is deleted.
    index('preference_replaces')
      .on(t.replacesId)
      .where(sql`replaces_id IS NOT NULL`),
  ],
);

/** Who was erased for good: nothing personal, only what keeps them from coming back with an older backup, and their number from being given again. */
export const erasedClient = sqliteTable(
  'erased_client',
  {
    uid: text('uid').primaryKey(),
    number: text('number').notNull(),
    at: text('at').notNull(),
    /** The account's uid. */
    by: text('by').notNull(),
  },
  (t) => [index('erased_client_number').on(t.number)],
);

/** What an older system knew; shown apart from what the book itself recorded. */
export const broughtOver = sqliteTable('brought_over', {
  id: id(),
  uid: uid(),
  clientId: integer('client_id')
    .notNull()
    .unique()
    .references(() => client.id),
  balanceCents: integer('balance_cents'),
  bonusCents: integer('bonus_cents'),
  packageName: text('package_name'),
  sessions: real('sessions'),
  spentCents: integer('spent_cents'),
  visits: integer('visits'),
  lastVisitOn: text('last_visit_on'),
  firstVisitOn: text('first_visit_on'),
});

// ── visits and follow-ups ────────────────────────────────────────────────────────────────────────

export const visit = sqliteTable(
  'visit',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    /** The receipt number of an older system, when the visit was imported. */
    number: text('number'),
    visitedOn: text('visited_on').notNull(),
    /** Shop's local 'HH:MM'; null when nobody knows. */
    visitedTime: text('visited_time'),
    visitedAt: text('visited_at').notNull(),
    staffId: integer('staff_id').references(() => staff.id),
    payment: text('payment'),
    amountCents: integer('amount_cents').notNull(),
    note: text('note'),
    /** What was mixed and how it was done, for next time. */
    formula: text('formula'),
    importId: integer('import_id').references((): AnySQLiteColumn => importBatch.id),
    createdAt: text('created_at').notNull(),
    deletedAt: text('deleted_at'),
    voidReason: text('void_reason'),
  },
  (t) => [
    index('visit_client').on(t.clientId, t.visitedAt),
    // Covering: the loyal-client list reads nothing else.
    index('visit_loyalty').on(t.clientId, t.visitedOn, t.amountCents, t.deletedAt),
    index('visit_on').on(t.visitedOn, t.amountCents, t.deletedAt),
    index('visit_number').on(t.number),
    index('visit_staff').on(t.staffId, t.clientId, t.deletedAt),
  ],
);

export const visitItem = sqliteTable(
  'visit_item',
  {
    id: id(),
    uid: uid(),
    visitId: integer('visit_id')
      .notNull()
      .references(() => visit.id),
    serviceId: integer('service_id').references(() => service.id),
    productId: integer('product_id').references(() => product.id),
    /** Null: whoever stands on the visit. */
    staffId: integer('staff_id').references(() => staff.id),
    name: text('name').notNull(),
    quantity: real('quantity').notNull().default(1),
    priceCents: integer('price_cents').notNull(),
    /** Taken off the whole line. */
    discountCents: integer('discount_cents').notNull().default(0),
    sort: integer('sort').notNull().default(0),
  },
  (t) => [
    index('visit_item_visit').on(t.visitId, t.sort),
    index('visit_item_service').on(t.serviceId),
    index('visit_item_product').on(t.productId),
  ],
);

/** How a visit was paid, when it was in more than one way; their sum is the visit's amount. */
export const visitPayment = sqliteTable(
  'visit_payment',
  {
    id: id(),
    uid: uid(),
    visitId: integer('visit_id')
      .notNull()
      .references(() => visit.id),
    payment: text('payment').notNull(),
    amountCents: integer('amount_cents').notNull(),
    sort: integer('sort').notNull().default(0),
  },
  (t) => [index('visit_payment_visit').on(t.visitId, t.sort)],
);

/** A service that was given although an alert or a missing patch test spoke against it, and why. */
export const conflictOverride = sqliteTable(
  'conflict_override',
  {
    id: id(),
    uid: uid(),
    visitId: integer('visit_id')
      .notNull()
      .references(() => visit.id),
    serviceId: integer('service_id').references(() => service.id),
    /** alert · patch-test */
    kind: text('kind').notNull(),
    /** JSON of what spoke against it and why it was done all the same, under the health key. */
    sealed: text('sealed').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    seenAt: text('seen_at'),
  },
  (t) => [index('conflict_override_visit').on(t.visitId), index('conflict_override_at').on(t.at)],
);

export const followUp = sqliteTable(
  'follow_up',
  {
    id: id(),
    uid: uid(),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id),
    visitId: integer('visit_id').references(() => visit.id),
    kind: text('kind').notNull(),
    dueOn: text('due_on').notNull(),
    staffId: integer('staff_id').references(() => staff.id),
    note: text('note').notNull(),
    /** open · done · dropped */
    state: text('state').notNull().default('open'),
    outcome: text('outcome'),
    outcomeNote: text('outcome_note'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
    snoozed: integer('snoozed').notNull().default(0),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    index('follow_up_due').on(t.state, t.dueOn),
    index('follow_up_client').on(t.clientId, t.dueOn),
    index('follow_up_closed').on(t.closedAt),
    index('follow_up_visit')
      .on(t.visitId)
      .where(sql`visit_id IS NOT NULL`),
  ],
);

// ── import ───────────────────────────────────────────────────────────────────────────────────────

export const importBatch = sqliteTable('import_batch', {
  id: id(),
  uid: uid(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  /** clients · visits */
  kind: text('kind').notNull(),
  rows: integer('rows').notNull(),
  actUid: text('act_uid').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
});

/** A cell that could not be stored as a typed value, word for word, for the reviewer. */
export const importRemark = sqliteTable(
  'import_remark',
  {
    id: id(),
    uid: uid(),
    importId: integer('import_id')
      .notNull()
      .references(() => importBatch.id),
    clientId: integer('client_id').references(() => client.id),
    visitId: integer('visit_id').references(() => visit.id),
    row: integer('row').notNull(),
    columnTitle: text('column_title').notNull(),
    original: text('original').notNull(),
    code: text('code').notNull(),
  },
  (t) => [index('import_remark_client').on(t.clientId), index('import_remark_visit').on(t.visitId)],
);

// ── kept per person or derived: not journaled ────────────────────────────────────────────────────

/** One row per client: sums over their visits, kept by triggers (core/database/totals.ts). */
export const clientTotals = sqliteTable(
  'client_totals',
  {
    clientId: integer('client_id')
      .primaryKey()
      .references(() => client.id, { onDelete: 'cascade' }),
    visits: integer('visits').notNull(),
    spentCents: integer('spent_cents').notNull(),
    firstVisitOn: text('first_visit_on'),
    lastVisitOn: text('last_visit_on'),
  },
  (t) => [
    index('client_totals_last').on(t.lastVisitOn),
    index('client_totals_visits').on(t.visits),
    index('client_totals_spent').on(t.spentCents),
  ],
);

/** How many clients are current, archived and in the bin; kept by triggers, because counting a hundred thousand rows is what a first page waits for. */
export const shelfCount = sqliteTable('shelf_count', { shelf: text('shelf').primaryKey(), clients: integer('clients').notNull() });

export const draft = sqliteTable(
  'draft',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => account.id),
    key: text('key').notNull(),
    value: text('value').notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] })],
);

export const openedClient = sqliteTable(
  'opened_client',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => account.id),
    clientId: integer('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.clientId] })],
);

/** How somebody likes their screens: which columns, in which order. */
export const accountChoice = sqliteTable(
  'account_choice',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => account.id),
    key: text('key').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.key] })],
);
