// One sensible call or more of every operation of the contract, in an order in which they make sense; a new operation does not compile without.

import path from 'node:path';
import type { Input, Path } from '../../shared/contract';
import type { ActId, ServiceId } from '../../shared/ids';
import type { TestApp } from '../support/app';
import { aDraft, aVisitDraft } from '../support/build';
import { aJpeg } from '../support/picture';
import type { SecretShop } from './secret-shop';

export interface Scene extends SecretShop {
  readonly app: TestApp;
  /** An act somebody else did. */
  readonly act: ActId;
  readonly owner: Input<'book.unlock'>['accountId'];
}

/** What is asked: inputs one after the other, or that it is the owner's alone and refused whatever comes with it. */
type Calls = { readonly [P in Path]: ((scene: Scene) => readonly Input<P>[]) | 'owner' };

const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const PAGE = { descending: true, offset: 0, limit: 100 } as const;
const TERMS = { purpose: '月度盘点', password: null, approval: null } as const;
const LOG = { from: null, to: null, accountId: null, events: [], clientId: null };
const LOYAL = { period: 'all', tierId: null, limit: 100 } as const;
const TEXTS = [
  '',
  '芬',
  '5331',
  '138',
  '13801385331',
  '1380138',
  '7364',
  '兰姐',
  '对苯',
  '孕',
  '介绍',
  '敏感',
  '先生',
  '132',
  'wx',
  'C-0001',
];
const SORTS = ['last-visit', 'name', 'number', 'visits', 'spent', 'newest'] as const;
const NO_PRODUCT = '0199aaaa-0000-7000-8000-000000000004';
const PRODUCT = { name: '精华液', group: null, priceCents: 26_800, ingredients: ['烟酰胺'], active: true };
const NO_PHOTO = '0199aaaa-0000-7000-8000-000000000003';
const PHOTO = { kind: 'before', takenOn: '2026-03-13', visitId: null, caption: '13801385331' } as const;
const PATCH_TEST: Input<'patchTests.record'>['draft'] = {
  ...{ serviceId: null, substance: '对苯二胺', on: '2026-03-10', validUntil: '2026-09-10' },
  ...{ result: 'none', note: '13801385331' },
};
const NO_FIELD = '0199aaaa-0000-7000-8000-000000000002';
const WRONG = { password: 'nicht-das-passwort', newPassword: 'auch-nicht-das-1' };
const none = () => [];
const once = () => [null] as const;
const service = (given: Partial<Input<'catalogue.create'>> = {}): Input<'catalogue.create'> => ({
  ...{ name: '面诊', group: null, minutes: 30, priceCents: null, followUpDays: null, followUpNote: null, ingredients: [], active: true },
  ...given,
});
const target = ({ app, folder }: Scene, name: string) => void app.answers.saveFile.push(path.join(folder, name));
const itemOf = (serviceId: ServiceId) => [{ serviceId, name: '染发', quantity: 1, priceCents: 38_000 }];

export const CALLS: Calls = {
  // ── reading ──
  'appearance.get': once,
  'book.status': once,
  'book.others': once,
  'catalogue.list': () => [{ activeOnly: false }],
  'catalogue.products': () => [{ activeOnly: false }],
  'clients.list': ({ staff, tag }) => [
    ...TEXTS.map((text) => ({ filter: { ...ALL, text }, sort: 'last-visit', ...PAGE }) as const),
    ...SORTS.map((sort) => ({ filter: ALL, sort, ...PAGE }) as const),
    { filter: { ...ALL, staffId: staff, tagId: tag, lastVisitDays: 30 }, sort: 'name', ...PAGE },
    { filter: { ...ALL, text: '5331', shelf: 'bin' }, sort: 'name', ...PAGE },
    { filter: { ...ALL, spent: { from: 100, to: null } }, sort: 'name', ...PAGE },
    { filter: { ...ALL, source: '美团', birthMonth: 3 }, sort: 'name', ...PAGE },
    { filter: { ...ALL, alert: 'any' }, sort: 'name', ...PAGE },
    { filter: { ...ALL, alert: 'pregnancy' }, sort: 'name', ...PAGE },
  ],
  'clients.counts': once,
  'clients.erasing': 'owner',
  'clients.columns': once,
  'clients.get': ({ clients }) => clients.map((id) => ({ id })),
  'clients.withPhone': () => ['13801385331', '1380138', '+852 9182 7364', 'x'].map((typed) => ({ typed, self: null })),
  'clients.tags': once,
  'clients.tiers': once,
  'clients.sources': once,
  'diagnostics.look': once,
  'diagnostics.save': () => [{ token: 'nowhere' }],
  'drafts.save': () => [{ key: 'client', value: { name: '草稿' } }],
  'drafts.get': () => [{ key: 'client' }],
  'drafts.list': once,
  'fields.list': once,
  'followUps.board': ({ staff }) => [
    { until: '2026-12-31', staffId: null },
    { until: '2026-12-31', staffId: staff },
  ],
  'health.state': once,
  'history.deleted': once,
  'history.recent': () => [{ limit: 200 }],
  'history.ofClient': ({ clients }) => clients.map((clientId) => ({ clientId, field: null })),
  'loyalty.page': () => [{ ...LOYAL, cell: null }, ...[0, 1, 2, 3, 4].map((recency) => ({ ...LOYAL, cell: { recency, frequency: 0 } }))],
  'people.accounts': once,
  'people.roles': once,
  'people.approvers': () => [{ for: 'export', rows: 10 }, { for: 'reveal' }],
  'people.review': once,
  'preferences.versions': ({ clients }) => clients.map((clientId) => ({ clientId })),
  'reveals.count': once,
  'safety.state': once,
  'settings.get': once,
  'staff.list': () => [{ activeOnly: false }],
  'timeline.of': ({ clients }) => clients.map((clientId) => ({ clientId, kind: 'all', before: null, limit: 100 })),
  'timeline.shown': once,
  'timeline.show': () => [{ kind: 'visit' }],
  'today.page': once,
  'visits.offer': ({ clients }) => clients.map((clientId) => ({ clientId })),
  'visits.get': ({ visit }) => [{ id: visit }],
  'visits.changes': ({ visit }) => [{ id: visit }],

  // ── out ──
  'exports.size': () => [
    { what: 'book' },
    { what: 'clients', filter: { ...ALL, text: '5331' }, sort: 'spent', descending: true },
    { what: 'loyal', question: { ...LOYAL, cell: null } },
    { what: 'follow-ups', question: { until: '2026-12-31', staffId: null } },
    { what: 'late' },
  ],
  'exports.columns': () => [
    { what: 'clients', language: 'zh-CN' },
    { what: 'loyal', language: 'en' },
    { what: 'follow-ups', language: 'zh-CN' },
    { what: 'late', language: 'en' },
  ],
  'exports.book': (scene) => {
    target(scene, 'book.xlsx');
    return [{ language: 'zh-CN', terms: TERMS }];
  },
  'exports.clients': (scene) => {
    target(scene, 'list.xlsx');
    return [{ language: 'en', terms: TERMS, filter: ALL, sort: 'number', descending: false }];
  },
  'exports.loyal': (scene) => {
    target(scene, 'loyal.xlsx');
    return [{ language: 'zh-CN', terms: TERMS, question: { ...LOYAL, cell: { recency: 0, frequency: 0 } } }];
  },
  'exports.followUps': (scene) => {
    target(scene, 'follow-ups.xlsx');
    return [{ language: 'zh-CN', terms: TERMS, question: { until: '2026-12-31', staffId: null } }];
  },
  'exports.late': (scene) => {
    target(scene, 'late.xlsx');
    return [{ language: 'zh-CN', terms: TERMS }];
  },
  'exports.show': () => [{ token: 'nothing' }],
  'printing.card': ({ first }) => [{ clientId: first, paper: 'A5', language: 'zh-CN', to: 'printer' }],
  'printing.visits': ({ first }) => [{ clientId: first, paper: 'A4', language: 'en', to: 'printer' }],
  'printing.consent': ({ first }) => [{ clientId: first, paper: 'A4', language: 'zh-CN', to: 'printer' }],
  'printing.loyal': () => [
    { question: { period: '12-months', cell: null, tierId: null, limit: 100 }, paper: 'A4', language: 'en', to: 'printer' },
  ],
  'printing.day': (scene) => {
    target(scene, 'day.pdf');
    return [{ paper: 'A4', language: 'zh-CN', to: 'pdf' }];
  },
  'safety.prove': () => [{ full: false }],
  'salvage.saveReport': () => [{ language: 'zh-CN' }],
  'backups.state': once,
  'backups.make': once,
  'backups.list': once,
  'backups.addFolder': (scene) => {
    scene.app.answers.chooseFolder.push(scene.app.folder);
    return [null];
  },
  'backups.removeFolder': () => [{ id: 'nothing' }],
  'backups.setDaily': () => [{ at: '20:30' }],
  'backups.told': once,
  'backups.kept': once,
  'backups.removeKept': 'owner',
  'backups.setPassword': 'owner',
  'backups.drillLater': 'owner',

  // ── writing ──
  'clients.create': () => [
    aDraft({ name: '新来的' }),
    aDraft({ name: '新来的', phone: '13801385331' }),
    aDraft({ name: '错', phone: '1380138533' }),
  ],
  'clients.update': ({ clients }) => [
    { id: clients[1]!, draft: aDraft({ name: '王玉兰' }) },
    { id: clients[2]!, draft: aDraft({ name: '陈美玲', phone: '12' }) },
  ],
  'clients.addTag': ({ clients }) => [{ ids: [...clients], name: '老客' }],
  'clients.removeTag': ({ clients, tag }) => [{ ids: [...clients], tagId: tag }],
  'clients.assign': ({ clients, staff }) => [
    { ids: [...clients], staffId: staff },
    { ids: [...clients], staffId: null },
  ],
  'clients.setTier': ({ clients }) => [{ ids: [...clients], tierId: null }],
  'clients.archiveAll': ({ clients }) => [{ ids: [clients[2]!] }],
  'clients.showColumns': () => [{ fields: [] }],
  'clients.opened': ({ first }) => [{ id: first }],
  'relations.of': ({ clients }) => clients.map((clientId) => ({ clientId })),
  'relations.tree': ({ clients }) => clients.map((clientId) => ({ clientId })),
  'relations.add': ({ clients }) => [{ clientId: clients[1]!, otherId: clients[2]!, kind: 'friend', note: '13801385331' }],
  'relations.update': ({ first, relation }) => [{ id: relation, clientId: first, kind: 'friend', note: null }],
  'relations.remove': ({ relation }) => [{ id: relation }],
  'relations.refer': ({ clients }) => [{ clientId: clients[1]!, byId: clients[2]! }],
  'photos.of': ({ clients }) => clients.map((clientId) => ({ clientId })),
  'photos.thumbnails': () => [{ ids: [] }, { ids: [NO_PHOTO] }],
  'photos.picture': () => [{ id: NO_PHOTO }],
  'photos.choose': once,
  'photos.add': ({ first }) => [{ clientId: first, draft: PHOTO, picture: aJpeg(640, 480), thumbnail: aJpeg(256, 192) }],
  'photos.update': () => [{ id: NO_PHOTO, draft: PHOTO }],
  'photos.pair': () => [{ beforeId: NO_PHOTO, afterId: NO_PHOTO }],
  'photos.remove': () => [{ id: NO_PHOTO }],
  'photos.putBack': () => [{ id: NO_PHOTO }],
  'contacts.record': ({ first }) => [
    { clientId: first, draft: { channel: 'phone', began: 'client', said: '13801385331也可以找到她', on: '2026-03-13', time: '10:00' } },
  ],
  'contacts.update': ({ contact }) => [
    { id: contact, draft: { channel: 'wechat', began: 'us', said: '改过', on: '2026-03-13', time: '10:00' } },
  ],
  'contacts.remove': ({ contact }) => [{ id: contact }],
  'patchTests.of': ({ clients }) => clients.map((clientId) => ({ clientId })),
  'patchTests.record': ({ first }) => [{ clientId: first, draft: PATCH_TEST }],
  'patchTests.update': ({ patchTest }) => [{ id: patchTest, draft: PATCH_TEST }],
  'patchTests.remove': ({ patchTest }) => [{ id: patchTest }],
  'catalogue.create': () => [service(), service({ name: '染发' })],
  'catalogue.update': ({ service: id }) => [{ id, draft: service({ name: '染发', priceCents: 38_000, ingredients: ['对苯二胺'] }) }],
  'catalogue.arrange': ({ service: id }) => [{ ids: [id] }],
  'catalogue.createProduct': () => [PRODUCT],
  'catalogue.updateProduct': () => [{ id: NO_PRODUCT, draft: PRODUCT }],
  'catalogue.arrangeProducts': () => [{ ids: [] }],
  'staff.create': () => [{ name: '阿梅', post: null, active: true }],
  'staff.update': ({ staff }) => [{ id: staff, draft: { name: '小雅', post: '店长', active: true } }],
  'staff.arrange': ({ staff }) => [{ ids: [staff] }],
  'settings.change': () => [{ idleMinutes: 10 }],
  'appearance.set': () => [{ language: 'en', theme: 'light' }],
  'preferences.add': ({ first }) => [
    { clientId: first, draft: { kind: 'note', text: '新的一条', detail: null } },
    { clientId: first, draft: { kind: 'allergy', text: '花粉', detail: null } },
  ],
  'preferences.edit': ({ note, alert }) => [
    { id: note, draft: { kind: 'note', text: '改过', detail: null } },
    { id: alert, draft: { kind: 'condition', text: '改过', detail: null } },
  ],
  'preferences.end': ({ alert, note }) => [
    { id: alert, reason: '看过' },
    { id: note, reason: '' },
  ],
  'fields.create': () => [{ name: '发质', kind: 'choice', choices: ['细软', '粗硬'], purpose: null, required: false }],
  'fields.update': () => [{ id: NO_FIELD, draft: { name: '发质', choices: [], purpose: null, required: false } }],
  'fields.arrange': () => [{ ids: [] }],
  'fields.remove': () => [{ id: NO_FIELD }],
  'fields.putBack': () => [{ id: NO_FIELD }],
  'fields.require': () => [{ fields: [] }],
  'followUps.create': ({ first }) => [{ clientId: first, kind: 'other', dueOn: '2026-03-20', staffId: null, note: '再问' }],
  'followUps.update': ({ first, followUp }) => [
    { id: followUp, draft: { clientId: first, kind: 'other', dueOn: '2026-03-21', staffId: null, note: '再问' } },
  ],
  'followUps.snooze': ({ followUp }) => [{ id: followUp, until: '2026-03-22' }],
  'followUps.complete': ({ followUp }) => [{ id: followUp, outcome: 'well', note: '都好', channel: 'phone' }],
  'followUps.drop': ({ followUp }) => [{ id: followUp, reason: '不用了' }],
  'tags.update': ({ tag }) => [{ id: tag, draft: { name: '油皮', group: '肤质' } }],
  'tags.merge': ({ tag }) => [{ id: tag, into: tag }],
  'tags.remove': () => [{ id: NO_FIELD }],
  'tiers.create': () => [{ name: '黑金', mark: 'gold' }],
  'tiers.update': () => [{ id: NO_FIELD, draft: { name: '黑金', mark: 'gold' } }],
  'tiers.arrange': () => [{ ids: [] }],
  'visits.record': ({ clients, service: id }) => [
    aVisitDraft({ clientId: clients[3]!, items: itemOf(id), amountCents: 38_000 }),
    aVisitDraft({ clientId: clients[3]!, items: itemOf(id), amountCents: 100 }),
    aVisitDraft({ clientId: clients[0]!, items: itemOf(id), amountCents: 38_000 }),
  ],
  'visits.update': ({ visit, first, service: id }) => [
    { id: visit, draft: aVisitDraft({ clientId: first, items: itemOf(id), amountCents: 38_000 }) },
  ],
  'visits.remove': ({ visit }) => [{ id: visit, reason: '记错了，问13801385331' }],
  'visits.overrides': 'owner',
  'visits.seenOverride': 'owner',
  'clients.archive': ({ clients }) => [{ id: clients[2]! }],
  'clients.unarchive': ({ clients }) => [{ id: clients[2]! }],
  'clients.remove': ({ clients }) => [{ id: clients[2]! }],
  'clients.restore': ({ clients }) => [{ id: clients[2]! }],
  'history.undo': ({ act }) => [{ actId: act }],
  // Shows on purpose what is masked: its own tests.
  'reveals.show': none,
  'drafts.drop': () => [{ key: 'client' }],

  // ── lists that come in ──
  'imports.list': once,
  'imports.choose': once,
  'imports.drop': () => [{ fileName: '新.csv', bytes: new TextEncoder().encode('姓名,手机\n张素芬,13801385331\n') }],
  'imports.read': () => [{ token: 'nothing', sheet: null, encoding: null, large: false }],
  'imports.check': () => [{ token: 'nothing', kind: 'clients', sheet: null, fields: [], fixes: [], skipRows: [] }],
  'imports.commit': () => [{ token: 'nothing', kind: 'clients', sheet: null, fields: [], fixes: [], skipRows: [] }],
  'imports.problemsToExcel': () => [
    { token: 'nothing', kind: 'clients', sheet: null, fields: [], fixes: [], skipRows: [], language: 'zh-CN' },
  ],
  'imports.forget': () => [{ token: 'nothing' }],
  'imports.undo': () => [{ id: '0199aaaa-0000-7000-8000-000000000001' }],
  'transfer.state': 'owner',
  'transfer.whole': 'owner',
  'transfer.exitPack': 'owner',
  'transfer.bringBack': 'owner',
  'transfer.commit': 'owner',
  'jobs.cancel': () => [{ callId: 'call-1' }],
  'jobs.unfinished': once,
  'jobs.seen': once,

  // ── the log, which has all of the above in it ──
  'audit.list': () => [{ filter: LOG, before: null, limit: 500 }],
  'audit.changes': () => Array.from({ length: 60 }, (_, index) => ({ id: index + 1 })),
  'audit.lastCheck': once,
  'audit.activity': () => [{ from: '2026-03-01', to: '2026-03-31' }],
  'audit.departing': ({ owner }) => [{ accountId: owner }],
  'audit.verify': once,
  'audit.toExcel': (scene) => {
    target(scene, 'audit.xlsx');
    return [{ language: 'zh-CN', filter: LOG, purpose: '查一查' }];
  },
  'audit.evidence': (scene) => {
    target(scene, 'evidence.json');
    return [{ language: 'zh-CN' }];
  },

  'book.renewRecovery': 'owner',
  'sample.fill': 'owner',
  'clients.erase': 'owner',
  'people.rotateKeys': 'owner',
  'people.invite': 'owner',
  'people.update': 'owner',
  'people.setRole': 'owner',
  'people.resetPassword': 'owner',
  'people.disable': 'owner',
  'people.enable': 'owner',
  'people.remove': 'owner',
  'people.saveRoles': 'owner',
  'people.addRole': 'owner',
  'people.renameRole': 'owner',
  'people.removeRole': 'owner',
  'people.signReview': 'owner',

  // ── the door, last ──
  'book.rename': () => [{ shopName: '棠舍' }],
  'book.prepare': once,
  'book.printRecovery': () => [{ shopName: '棠舍' }],
  'book.saveRecovery': () => [{ shopName: '棠舍' }],
  'book.create': () => [{ shopName: '棠舍', ownerName: '苏敏', password: 'shanchahua-9-yue', answers: ['A', 'B'] }],
  'book.setPin': () => [{ password: WRONG.password, pin: null }],
  'book.changePassword': () => [WRONG],
  'book.chooseOwnPassword': () => [WRONG],
  'book.switchByPin': ({ owner }) => [{ accountId: owner, pin: '000000' }],
  'restore.choose': once,
  'restore.known': once,
  'restore.preview': 'owner',
  'restore.practise': 'owner',
  'restore.run': 'owner',
  'restore.runClosed': ({ owner }) => [{ token: 'none', opener: { way: 'password', accountId: owner, password: WRONG.password } }],
  'salvage.run': ({ owner }) => [{ opener: { way: 'password', accountId: owner, password: 'nicht-das-passwort' } }],
  'sample.state': once,
  'sample.open': none,
  'sample.leave': () => [{ remove: true }],
  'book.lock': () => [{ reason: 'key' }],
  'book.unlock': none,
  'book.switchTo': none,
  'book.recover': none,
};
