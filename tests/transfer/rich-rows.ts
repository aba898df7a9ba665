// Rows in every table that hangs on a client or a visit and did not come with the first version of the file.

import type { Db } from '../../electron/core/database/database';
import { runSql } from '../../electron/core/database/rows';
import type { Sealer } from '../../electron/core/sealing';
import { addRow } from '../support/shop-book';

export interface Chance {
  readonly below: (most: number) => number;
  readonly text: () => string;
  readonly maybe: <T>(value: T) => T | null;
  readonly day: () => string;
  readonly instant: () => string;
  readonly cents: () => number;
}

export interface Filled {
  readonly client: number;
  readonly visits: readonly number[];
  readonly followUp: number;
}

export interface ShopRows {
  readonly products: readonly number[];
  readonly fields: readonly number[];
}

const KINDS = ['text', 'number', 'date', 'choice', 'choices', 'yes-no'];

export function addShopRows(db: Db, { below, text, maybe, cents }: Chance): ShopRows {
  const products = [0, 1, 2].map((sort) =>
    addRow(db, 'product', {
      ...{ name: `${text()}${sort}`, group_name: maybe(text()), price_cents: maybe(cents()) },
      ...{ ingredients: JSON.stringify([text()]), active: below(2), sort },
    }),
  );
  const fields = KINDS.map((kind, sort) =>
    addRow(db, 'client_field', {
      ...{ name: `${text()}${sort}`, kind, choices: JSON.stringify([text(), text()]), purpose: maybe(text()) },
      ...{ required: below(2), sort, removed_at: null },
    }),
  );
  runSql(db, "UPDATE staff SET color = 'moss'");
  runSql(db, 'UPDATE service SET needs_patch_test = id % 2');
  runSql(db, "UPDATE tag SET group_name = '肤质 =1+1'");
  return { products, fields };
}

/** What hangs on one client; `other` is a client the first one knows, whoever of the two was written first. */
export function addClientRows(
  db: Db,
  health: Sealer,
  { below, text, maybe, day, instant, cents }: Chance,
  shop: ShopRows,
  { client, visits, followUp }: Filled,
  other: number,
): void {
  const one = (ids: readonly number[]) => ids[below(ids.length)] ?? null;
  runSql(db, 'UPDATE client SET referred_by_id = ? WHERE id = ?', [other, client]);
  addRow(db, 'client_relation', { client_id: client, other_id: other, kind: 'mother', note: maybe(text()), created_at: instant() });
  shop.fields.forEach((field) => addRow(db, 'client_field_value', { client_id: client, field_id: field, value: text() }));
  const sealed = (value: unknown) => health.seal(value);
  const tested = { tested: text(), reaction: maybe(text()) };
  addRow(db, 'patch_test', {
    ...{ client_id: client, tested_on: day(), valid_until_on: day(), sealed: sealed(tested), author: text(), at: instant() },
    ended_at: maybe(instant()),
  });
  const said = { client_id: client, channel: 'wechat', began: 'client', said: text(), by: text() };
  addRow(db, 'contact', { ...said, follow_up_id: maybe(followUp), at: instant(), created_at: instant(), deleted_at: maybe(instant()) });
  const taken = { client_id: client, visit_id: one(visits), kind: 'before', pair: maybe(text()), taken_on: day() };
  addRow(db, 'photo', {
    ...{ ...taken, sealed: maybe(sealed(text())), width: 1 + below(4000), height: 1 + below(4000) },
    ...{ author: text(), created_at: instant(), deleted_at: maybe(instant()) },
  });
  for (const visit of visits) {
    runSql(db, 'UPDATE visit SET formula = ?, void_reason = ? WHERE id = ?', [maybe(text()), maybe(text()), visit]);
    runSql(db, 'UPDATE visit_item SET product_id = ?, discount_cents = ? WHERE visit_id = ?', [one(shop.products), cents(), visit]);
    addRow(db, 'visit_payment', { visit_id: visit, payment: 'cash', amount_cents: cents(), sort: 0 });
    const spoke = { against: text(), reason: text() };
    addRow(db, 'conflict_override', {
      ...{ visit_id: visit, service_id: null, kind: 'patch-test', sealed: sealed(spoke), by: text(), at: instant(), seen_at: null },
    });
  }
}
