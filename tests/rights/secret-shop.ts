// A shop whose phones, alerts and amounts can be told from everything else, wherever they turn up.

import path from 'node:path';
import { wrapDatabase } from '../../electron/core/database/database';
import { runSql } from '../../electron/core/database/rows';
import type {
  ClientId,
  ContactId,
  FollowUpId,
  PatchTestId,
  PreferenceId,
  RelationId,
  ServiceId,
  StaffId,
  TagId,
  VisitId,
} from '../../shared/ids';
import type { TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { inAct } from '../support/shop-book';

/** Every one in digits only, as it would be dialled. */
export const PHONES = [
  '13801385331',
  '13724689753',
  '13691357924',
  '15874136925',
  '85291827364',
  '886938271645',
  '18936925814',
  '17715926348',
  '19917283946',
  '13257913579',
] as const;

export const ALERTS = ['对苯二胺', '面部红肿', '孕十二周', '换季脱皮', '皮肤科说好了', '瘢痕体质', '耳后起疹', '甲基丙烯酸'] as const;

/** Cents; none of them is a price of the list or a sum of prices. */
export const AMOUNTS = [1357931, 2468042, 987613] as const;

export interface SecretShop {
  readonly clients: readonly ClientId[];
  readonly first: ClientId;
  readonly visit: VisitId;
  readonly followUp: FollowUpId;
  readonly note: PreferenceId;
  readonly alert: PreferenceId;
  readonly contact: ContactId;
  readonly patchTest: PatchTestId;
  readonly relation: RelationId;
  readonly staff: StaffId;
  readonly service: ServiceId;
  readonly tag: TagId;
  readonly folder: string;
}

/** Made by the owner, who is signed in. */
export async function aSecretShop(app: TestApp): Promise<SecretShop> {
  const { id: staff } = await app.call('staff.create', { name: '小雅', post: null, active: true });
  const plain = { group: null, minutes: 60, followUpDays: null, followUpNote: null, active: true };
  const { id: service } = await app.call('catalogue.create', { ...plain, name: '染发', priceCents: 38_000, ingredients: ['对苯二胺'] });
  const allergy = { id: null, kind: 'allergy', text: '对苯二胺', detail: '面部红肿' } as const;
  const clients = [
    await aClient(app, {
      name: '张素芬',
      phone: '138-0138-5331',
      staffId: staff,
      alerts: [allergy],
      tags: ['敏感肌'],
      birthday: '1990-03-20',
    }),
    await aClient(app, { name: '王玉兰', nickname: '兰姐 137 2468 9753', phone: '+852 9182 7364', source: '15874136925 介绍' }),
    await aClient(app, { name: '陈美玲', phone: '+886 938 271 645', referrer: '老客 136.9135.7924', address: '花园路 9 号，18936925814' }),
    await aClient(app, { name: '赵小雨', phone: '（138）0138 5331', occupation: '电话 １７７１５９２６３４８' }),
  ];
  const first = clients[0]!;
  const visit = await aVisit(app, {
    clientId: first,
    on: '2026-03-10',
    amountCents: AMOUNTS[0],
    staffId: staff,
    note: '改约到 138-0138-5331',
  });
  await aVisit(app, { clientId: clients[1]!, on: '2025-11-10', amountCents: AMOUNTS[1], staffId: staff });
  const followUp = await aFollowUp(app, first, { note: '打 199 1728 3946 问恢复', dueOn: '2026-03-14' });
  const add = async (clientId: ClientId, kind: 'note' | 'pregnancy' | 'skin' | 'condition', text: string, detail: string | null = null) =>
    (await app.call('preferences.add', { clientId, draft: { kind, text, detail } })).id;
  const note = await add(first, 'note', '先生 132 5791 3579，家里 １３２ ５７９１ ３５７９');
  await add(clients[1]!, 'pregnancy', '孕十二周');
  const over = await add(clients[2]!, 'skin', '换季脱皮');
  await app.call('preferences.end', { id: over, reason: '皮肤科说好了' });
  const alert = await add(first, 'condition', '瘢痕体质');
  const said = { channel: 'phone', began: 'client', said: '以后打 189 3692 5814', on: '2026-03-12', time: '09:00' } as const;
  const { id: contact } = await app.call('contacts.record', { clientId: first, draft: said });
  const tested = { serviceId: null, substance: '甲基丙烯酸', on: '2026-03-11', validUntil: '2026-09-11' } as const;
  const { id: patchTest } = await app.call('patchTests.record', {
    ...{ clientId: first, draft: { ...tested, result: 'reaction', note: '耳后起疹' } },
  });
  const { id: relation } = await app.call('relations.add', {
    ...{ clientId: first, otherId: clients[3]!, kind: 'sister', note: '电话 177 1592 6348' },
  });
  leaveFromAnOldList(app);
  for (const id of clients) await app.call('clients.opened', { id });
  const tag = (await app.call('clients.tags', null))[0]!.id;
  return {
    clients,
    first,
    visit,
    followUp,
    note,
    alert,
    contact,
    patchTest,
    relation,
    staff,
    service,
    tag,
    folder: path.join(app.folder, 'files'),
  };
}

/** What an import leaves: cells as they were typed, and figures of an older system. */
function leaveFromAnOldList(app: TestApp): void {
  const db = wrapDatabase(app.house.vault.database());
  inAct(db, () => {
    runSql(
      db,
      `INSERT INTO import_batch (uid, file_name, file_sha256, kind, rows, act_uid, by, at)
       VALUES ('0199aaaa-0000-7000-8000-000000000001', '老客户.xlsx', 'x', 'clients', 1, '0199aaaa-0000-7000-8000-000000000002', '苏敏', '2026-03-01T04:00:00.000Z')`,
    );
    runSql(
      db,
      `INSERT INTO import_remark (uid, import_id, client_id, row, column_title, original, code)
       VALUES ('0199aaaa-0000-7000-8000-000000000003', 1, 1, 2, '手机', '13691357924 或 瘢痕体质 9876.13', 'phone.not-understood')`,
    );
    runSql(
      db,
      "INSERT INTO brought_over (uid, client_id, balance_cents, spent_cents, visits) VALUES ('0199aaaa-0000-7000-8000-000000000004', 3, ?, ?, 4)",
      [AMOUNTS[2], AMOUNTS[2]],
    );
    // As an import kept what it could not understand.
    runSql(db, "UPDATE client_phone SET typed = '一三八 １３８０１３８５３３１ 转 3', e164 = NULL WHERE client_id = 4");
  });
}
