// Clients with words of their own in every place the book has for them, edited and edited again, then erased: how many of those words are left in any byte.

import { ActId, type ClientId } from '../../shared/ids';
import { anApp, TEST_NOW, type TestApp } from '../support/app';
import { aDraft, aVisitDraft } from '../support/build';
import { plainPages } from '../support/plain-pages';
import { addRow, inAct } from '../support/shop-book';
import { wrapDatabase } from '../../electron/core/database/database';
import { oneRow, runSql } from '../../electron/core/database/rows';

export interface Marked {
  readonly id: ClientId;
  readonly number: string;
  /** Texts that stand in the book because of this client and of nobody else. */
  readonly words: readonly string[];
}

export interface ErasureResult {
  readonly erased: number;
  /** How many of their words stood in the book before: all of them. */
  readonly unseen: number;
  /** How many stand there still: none. */
  readonly left: number;
}

export async function eraseMany(count: number): Promise<ErasureResult> {
  const app = await anApp();
  try {
    const marked: Marked[] = [];
    for (let index = 0; index < count; index += 1) {
      marked.push(await aMarkedClient(app, index));
      await aBystander(app, index);
    }
    const words = marked.flatMap((one) => one.words);
    const unseen = words.length - wordsIn(app, words).length;
    for (const one of marked.toSorted((a, b) => a.words.join().localeCompare(b.words.join()))) await erase(app, one);
    return { erased: count, unseen, left: wordsIn(app, words).length };
  } finally {
    app.close();
  }
}

export async function erase(app: TestApp, { id, number }: Pick<Marked, 'id' | 'number'>): Promise<void> {
  await app.call('clients.remove', { id });
  await app.call('clients.erase', { id, confirm: number });
}

/** Which of these texts stand in any page of the book or of its log. */
export function wordsIn(app: TestApp, words: readonly string[]): string[] {
  const { file, key } = app.house.vault.readerAccess();
  const pages = plainPages(file, key).map(({ bytes }) => bytes);
  key.fill(0);
  return words.filter(isIn(Buffer.concat(pages)));
}

/** Most words end alike: where that ending is nowhere, none of them is. */
function isIn(bytes: Buffer): (word: string) => boolean {
  const ending = bytes.includes(ENDING);
  return (word) => (ending || !word.endsWith(ENDING)) && bytes.includes(word);
}

const ENDING = 'qx';

/** `index` makes the words those of this client alone. */
export async function aMarkedClient(app: TestApp, index: number): Promise<Marked> {
  // Scattered over the alphabet: neighbours in time are none in the indexes.
  const place = String((index * 7919) % 10_007).padStart(5, '0');
  const own = (what: string) => `${place}${what}${ENDING}`;
  const phone = (digit: number) => `138${place}${digit}42`;
  const draft = (round: number) =>
    aDraft({
      name: own(`珊珊${round}na`),
      nickname: own(`nick${round}`),
      wechat: own(`wx${round}`),
      email: `${own(`mail${round}`)}@example.cn`,
      address: own(`路${round}`),
      source: own(`src${round}`),
      referrer: own(`ref${round}`),
      occupation: own(`job${round}`),
      phones: [{ typed: phone(round), label: own(`label${round}`) }],
      tags: [],
    });
  const { id, number } = await app.call('clients.create', draft(0));
  for (const round of [1, 2, 3]) await app.call('clients.update', { id, draft: draft(round) });
  await writeAround(app, id, own);
  const rounds = [0, 1, 2, 3].flatMap((round) => [
    own(`珊珊${round}na`),
    ...['nick', 'wx', 'mail', '路', 'src', 'ref', 'job', 'label'].map((what) => own(`${what}${round}`)),
    phone(round),
  ]);
  return { id, number, words: [...rounds, ...KINDS_OF_WORDS.map(own), ...sealedOf(app, id)] };
}

const KINDS_OF_WORDS = [
  ...['likeA', 'likeB', 'detailA', 'detailB', 'whyEnded', 'itemA', 'itemB', 'visitA', 'visitB', 'goneVisit', 'goneItem'],
  ...['dueA', 'dueB', 'outcome', 'dropped', 'remark', 'pack'],
  ...['value', 'relation', 'said', 'formula', 'voided', 'conflict', 'tested', 'photo', 'picture'],
];

/** Everything that hangs on a client. */
async function writeAround(app: TestApp, id: ClientId, own: (what: string) => string): Promise<void> {
  const liked = await app.call('preferences.add', { clientId: id, draft: { kind: 'like', text: own('likeA'), detail: own('detailA') } });
  const edited = await app.call('preferences.edit', { id: liked.id, draft: { kind: 'like', text: own('likeB'), detail: own('detailB') } });
  await app.call('preferences.end', { id: edited.id, reason: own('whyEnded') });
  await app.call('preferences.add', { clientId: id, draft: { kind: 'allergy', text: own('坚果'), detail: null } });
  const item = (what: string) => [{ serviceId: null, name: own(what), quantity: 1, priceCents: 39_800 }];
  const visit = await app.call('visits.record', aVisitDraft({ clientId: id, items: item('itemA'), note: own('visitA') }));
  await app.call('visits.update', { id: visit.id, draft: aVisitDraft({ clientId: id, items: item('itemB'), note: own('visitB') }) });
  const undone = await app.act('visits.record', aVisitDraft({ clientId: id, items: item('goneItem'), note: own('goneVisit') }));
  await app.call('history.undo', { actId: ActId.parse(undone.act) });
  const due = { clientId: id, kind: 'other', dueOn: '2026-03-14', staffId: null } as const;
  const first = await app.call('followUps.create', { ...due, note: own('dueA') });
  await app.call('followUps.update', { id: first.id, draft: { ...due, note: own('dueB') } });
  await app.call('followUps.complete', { id: first.id, outcome: 'well', note: own('outcome') });
  const second = await app.call('followUps.create', { ...due, note: 'x' });
  await app.call('followUps.drop', { id: second.id, reason: own('dropped') });
  await app.call('drafts.save', { key: `note:${id}`, value: { text: own('draft') } });
  await app.call('clients.opened', { id });
  fromAList(app, id, own);
  inTheSalon(app, id, own);
}

/** What else a day at the salon leaves of them. */
function inTheSalon(app: TestApp, id: ClientId, own: (what: string) => string): void {
  const db = wrapDatabase(app.house.vault.database());
  const clientId = clientRow(app, id);
  const of = { client_id: clientId };
  inAct(db, () => {
    const fieldId = addRow(db, 'client_field', { name: '栏目', kind: 'text' });
    addRow(db, 'client_field_value', { ...of, field_id: fieldId, value: own('value') });
    addRow(db, 'client_relation', { ...of, other_id: clientId, kind: 'friend', note: own('relation'), created_at: TEST_NOW });
    addRow(db, 'contact', { ...of, channel: 'phone', began: 'us', said: own('said'), by: '苏敏', at: TEST_NOW, created_at: TEST_NOW });
    runSql(db, 'UPDATE visit SET formula = ?, void_reason = ? WHERE client_id = ?', [own('formula'), own('voided'), clientId]);
    const visit = oneRow<{ id: number }>(db, 'SELECT id FROM visit WHERE client_id = ?', [clientId])?.id ?? 0;
    addRow(db, 'conflict_override', { visit_id: visit, kind: 'alert', sealed: own('conflict'), by: '苏敏', at: TEST_NOW });
    const days = { tested_on: '2026-01-05', valid_until_on: '2026-07-05', author: '苏敏', at: TEST_NOW };
    addRow(db, 'patch_test', { ...of, ...days, sealed: own('tested') });
    const size = { width: 8, height: 6, author: '苏敏', created_at: TEST_NOW };
    const photo = addRow(db, 'photo', { ...of, kind: 'portrait', taken_on: '2026-03-01', sealed: own('photo'), ...size });
    const content = 'INSERT INTO photo_content (photo_uid, thumbnail, picture) SELECT uid, :small, :large FROM photo WHERE id = :photo';
    db.$client.prepare(content).run({ small: Buffer.from(own('picture')), large: Buffer.from(own('picture').repeat(900)), photo });
  });
}

/** As an import leaves it: what an older system knew, and a cell word for word. */
function fromAList(app: TestApp, id: ClientId, own: (what: string) => string): void {
  const db = wrapDatabase(app.house.vault.database());
  inAct(db, () => {
    const batch = {
      file_name: '名单.xlsx',
      file_sha256: '',
      kind: 'clients',
      rows: 1,
      act_uid: '',
      by: '苏敏',
      at: '2026-03-14T04:00:00.000Z',
    };
    const client = clientRow(app, id);
    const remark = { client_id: client, row: 2, column_title: '生日', original: own('remark'), code: 'unread' };
    addRow(db, 'import_remark', { ...remark, import_id: addRow(db, 'import_batch', batch) });
    addRow(db, 'brought_over', { client_id: client, package_name: own('pack'), visits: 3 });
  });
}

/** The ciphertexts of their alert and of the draft about them are theirs too. */
function sealedOf(app: TestApp, id: ClientId): string[] {
  const sqlite = app.house.vault.database();
  const sealed = sqlite
    .prepare<[number], { sealed: string }>('SELECT sealed FROM preference WHERE client_id = ? AND sealed IS NOT NULL')
    .all(clientRow(app, id));
  const draft = sqlite.prepare<[string], { value: string }>('SELECT value FROM draft WHERE key = ?').get(`note:${id}`);
  return [...sealed.map((row) => row.sealed), ...(draft ? [draft.value] : [])].map((text) => text.slice(0, 60));
}

function clientRow(app: TestApp, id: ClientId): number {
  return app.house.vault.database().prepare<[string], { id: number }>('SELECT id FROM client WHERE uid = ?').get(id)?.id ?? 0;
}

/** Their rows lie between those of the others in every page. */
async function aBystander(app: TestApp, index: number): Promise<void> {
  const { id } = await app.call(
    'clients.create',
    aDraft({ name: `路人${index}`, phone: `139${String(10_000_000 + ((index * 7919) % 10_007))}` }),
  );
  await app.call('visits.record', aVisitDraft({ clientId: id, note: '路过' }));
}
