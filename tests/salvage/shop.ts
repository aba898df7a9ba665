// A shop with something in every table, written through acts: long notes that need pages of their own, texts in two scripts, links in all directions.

import type { Db } from '../../electron/core/database/database';
import { runSql } from '../../electron/core/database/rows';
import { addRow, aClient, aVisit, inAct, NOW } from '../support/shop-book';

export function writeShop(db: Db, clients: number, visits: number): void {
  const { staff, services, products, fields, tiers, tags } = inAct(db, () => writeLists(db));
  const ids: number[] = [];
  for (let index = 0; index < clients; index += 1) {
    const id = inAct(db, () => writeClient(db, index, { staff, tiers, tags }));
    inAct(db, () => writeAround(db, id, index, { before: ids, fields, services }));
    ids.push(id);
  }
  for (let index = 0; index < visits; index += 1) {
    const clientId = pick(ids, index * 7);
    inAct(db, () => writeVisit(db, clientId, index, { staff, services, products }));
  }
}

function writeLists(db: Db) {
  const add = (table: string, count: number, columns: (index: number) => Record<string, string | number | null>) =>
    Array.from({ length: count }, (_, index) => addRow(db, table, columns(index)));
  return {
    staff: add('staff', 6, (index) => ({ name: `员工${index}` })),
    services: add('service', 20, (index) => ({ name: `项目${index}`, price_cents: 1000 * index })),
    tiers: add('tier', 3, (index) => ({ name: `等级${index}`, mark: 'gold' })),
    products: add('product', 5, (index) => ({ name: `产品${index}`, price_cents: 5000 * index })),
    fields: add('client_field', 3, (index) => ({ name: `栏目${index}`, kind: 'text' })),
    tags: add('tag', 8, (index) => ({ name: `标签${index}` })),
  };
}

interface Lists {
  readonly staff: readonly number[];
  readonly tiers: readonly number[];
  readonly tags: readonly number[];
}

function writeClient(db: Db, index: number, { staff, tiers, tags }: Lists): number {
  const long = index % 25 === 0;
  const id = aClient(db, {
    number: `C-${String(index + 1).padStart(4, '0')}`,
    name: `客户 ${index}`,
    pinyin: `ke hu ${index}`,
    birthday: index % 3 === 0 ? '1990-05-03' : null,
    address: long ? '很长的地址'.repeat(900) : `街道${index}号`,
    staff_id: pick(staff, index),
    tier_id: pick(tiers, index),
  });
  addRow(db, 'client_phone', {
    client_id: id,
    typed: `1380000${String(index).padStart(4, '0')}`,
    e164: `+861380000${String(index).padStart(4, '0')}`,
  });
  addRow(db, 'client_tag', { client_id: id, tag_id: pick(tags, index) });
  addRow(db, 'preference', { client_id: id, kind: 'note', text: `喜欢 ${'🌿'.repeat(index % 9)}`, author: '苏敏', at: NOW });
  if (index % 10 === 0) addRow(db, 'brought_over', { client_id: id, balance_cents: index * 100, sessions: 2.5 });
  runSql(db, "INSERT INTO draft (account_id, key, value, at) VALUES (1, ?, '{}', ?)", [`client:${index}`, NOW]);
  return id;
}

interface Around {
  readonly before: readonly number[];
  readonly fields: readonly number[];
  readonly services: readonly number[];
}

/** What hangs on a client besides visits. */
function writeAround(db: Db, clientId: number, index: number, { before, fields, services }: Around): void {
  addRow(db, 'client_field_value', { client_id: clientId, field_id: pick(fields, index), value: `值 ${index}` });
  if (index % 4 === 0)
    addRow(db, 'contact', { client_id: clientId, channel: 'phone', began: 'us', said: `说了 ${index}`, ...BY, created_at: NOW });
  if (index % 5 === 0) {
    const days = { tested_on: '2026-01-05', valid_until_on: '2026-07-05' };
    addRow(db, 'patch_test', {
      client_id: clientId,
      service_id: pick(services, index),
      ...days,
      sealed: `p${index}`,
      author: '苏敏',
      at: NOW,
    });
  }
  if (index % 6 === 1)
    addRow(db, 'client_relation', { client_id: clientId, other_id: pick(before, index), kind: 'friend', created_at: NOW });
  if (index % 10 === 0) {
    const size = { width: 800, height: 600, author: '苏敏', created_at: NOW };
    const photo = addRow(db, 'photo', { client_id: clientId, kind: 'portrait', taken_on: '2026-03-01', ...size });
    const content =
      'INSERT INTO photo_content (photo_uid, thumbnail, picture) SELECT uid, zeroblob(900), zeroblob(30000) FROM photo WHERE id = ?';
    runSql(db, content, [photo]);
  }
}

const BY = { by: '苏敏', at: NOW } as const;

function writeVisit(
  db: Db,
  clientId: number,
  index: number,
  lists: { readonly staff: readonly number[]; readonly services: readonly number[]; readonly products: readonly number[] },
): void {
  const on = `20${20 + (index % 6)}-${String(1 + (index % 12)).padStart(2, '0')}-15`;
  const visitId = aVisit(db, clientId, on, {
    amount_cents: 10_000 + index,
    note: index % 5 === 0 ? `备注 ${index}` : null,
    staff_id: pick(lists.staff, index),
  });
  addRow(db, 'visit_item', {
    visit_id: visitId,
    service_id: pick(lists.services, index),
    name: `项目${index % 20}`,
    quantity: 1.5,
    price_cents: 10_000 + index,
  });
  if (index % 3 === 0) {
    addRow(db, 'visit_item', { visit_id: visitId, product_id: pick(lists.products, index), name: '精华', quantity: 1, price_cents: 5000 });
    addRow(db, 'visit_payment', { visit_id: visitId, payment: 'cash', amount_cents: 5000 });
  }
  if (index % 40 === 0) addRow(db, 'conflict_override', { visit_id: visitId, kind: 'allergy', sealed: `x${index}`, by: '苏敏', at: NOW });
  if (index % 8 === 0)
    addRow(db, 'follow_up', { client_id: clientId, visit_id: visitId, kind: 'other', due_on: on, note: '问皮肤感受', created_at: NOW });
}

function pick(ids: readonly number[], index: number): number {
  return ids[index % ids.length]!;
}
