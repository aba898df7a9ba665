// The money of a visit agrees with itself to the cent, and the sums of its client never drift from it, whatever is done in whatever order.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ActId, ClientId, VisitId } from '../../shared/ids';
import { PAYMENTS } from '../../shared/visits/contract';
import { fitsVisit, isRounding, lineCents, lineDiscounts, MOST_OF_A_VISIT, subtotalOfLines, wholeDiscount } from '../../shared/visits/sums';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';

type Item = Input<'visits.record'>['items'][number];
type Draft = Input<'visits.record'>;

const DEAREST = 999_999_999;
const prices = fc.oneof(fc.constantFrom(0, 1, DEAREST, -DEAREST, MOST_OF_A_VISIT), fc.integer({ min: -DEAREST, max: DEAREST }));
const quantities = fc.oneof(
  fc.constantFrom(0.01, 0.5, 1, 1000),
  fc.integer({ min: 1, max: 4000 }).map((n) => n / 100),
);

/** A line with a discount that it can bear. */
const lines = fc
  .record({ priceCents: prices, quantity: quantities, part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ priceCents, quantity, part }) => ({
    serviceId: null,
    name: '护理',
    priceCents,
    quantity,
    discountCents: Math.floor(Math.max(0, lineCents({ priceCents, quantity })) * part),
  }));

/** Cuts a sum into as many parts as there are cuts and one more; all of them add up to it. */
function partsOf(sum: number, cuts: readonly number[]): number[] {
  const parts = cuts.map((cut) => Math.trunc(sum * cut));
  return [...parts, sum - parts.reduce((all, one) => all + one, 0)];
}

const drafts = fc
  .record({
    items: fc.array(lines, { minLength: 1, maxLength: 5 }),
    off: fc.oneof(fc.constant(0), fc.integer({ min: -1_000_000, max: DEAREST })),
    cuts: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 3 }),
  })
  .map(({ items, off, cuts }) => {
    const amountCents = subtotalOfLines(items) - lineDiscounts(items) - off;
    const parts = partsOf(amountCents, cuts);
    const payments =
      parts.length < 2 ? [] : parts.map((part, index) => ({ payment: PAYMENTS[index] ?? ('other' as const), amountCents: part }));
    return { items, amountCents, payments };
  })
  .filter(
    ({ items, amountCents, payments }) =>
      [subtotalOfLines(items), amountCents].every(fitsVisit) &&
      items.every((item) => fitsVisit(lineCents(item))) &&
      payments.every((paid) => fitsVisit(paid.amountCents)),
  );

describe('a line', () => {
  test.each([
    [0, 1, 0],
    [DEAREST, 1, DEAREST],
    [39_800, 0.5, 19_900],
    [350, 0.35, 123],
    [1, 0.5, 1],
    [-1, 0.5, -1],
    [-350, 0.35, -123],
    [1, 0.01, 0],
    [MOST_OF_A_VISIT, 1, MOST_OF_A_VISIT],
  ])('of %i cents, %f times, costs %i', (priceCents, quantity, sum) => {
    expect(lineCents({ priceCents, quantity })).toBe(sum);
  });

  test('given back is worth as much as it cost, and is a whole number of cents', () => {
    fc.assert(
      fc.property(prices, quantities, (priceCents, quantity) => {
        const sum = lineCents({ priceCents, quantity });
        expect(Number.isInteger(sum)).toBe(true);
        expect(lineCents({ priceCents: -priceCents, quantity })).toBe(-sum || 0);
        expect(Math.abs(sum - priceCents * quantity)).toBeLessThanOrEqual(0.5 + Math.abs(priceCents) * quantity * 1e-12);
      }),
    );
  });

  test('whose unit price was worked out from a sum shows no discount for the half cents', () => {
    const worked = (amountCents: number, quantity: number) => {
      const items = [{ priceCents: Math.round(amountCents / quantity), quantity }];
      return isRounding(items, wholeDiscount(items, amountCents));
    };
    fc.assert(fc.property(fc.integer({ min: -DEAREST, max: DEAREST }), fc.integer({ min: 2, max: 1000 }), worked));
    expect(isRounding([{ priceCents: 10_000, quantity: 1 }], 1)).toBe(false);
  });
});

describe('on a book', () => {
  let app: TestApp;
  let client: ClientId;
  let other: ClientId;
  beforeEach(async () => {
    app = await anApp();
    client = await aClient(app);
    other = await aClient(app, { name: '王芳' });
  });
  afterEach(() => app.close());

  const draft = (money: Pick<Draft, 'items' | 'amountCents' | 'payments'>): Draft => aVisitDraft({ clientId: client, ...money });
  const spent = async (id: ClientId) => (await app.call('clients.get', { id })).spentCents;

  test('lines less what is taken off are the amount, and the amount is what was paid', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (money) => {
        const { id } = await app.call('visits.record', draft(money));
        const visit = await app.call('visits.get', { id });
        const items = visit.items.map(({ priceCents, discountCents, quantity }) => ({
          priceCents: Number(priceCents),
          discountCents: Number(discountCents),
          quantity,
        }));
        const amount = Number(visit.amountCents);
        expect(subtotalOfLines(items) - lineDiscounts(items) - wholeDiscount(items, amount)).toBe(amount);
        expect(amount).toBe(money.amountCents);
        const paid = visit.payments.reduce((sum, { amountCents }) => sum + Number(amountCents), 0);
        expect(visit.payments.length === 0 ? amount : paid).toBe(amount);
        expect(visit.payments).toHaveLength(money.payments.length);
      }),
      { numRuns: 60 },
    );
  });

  test('the sums of a client are those of the visits that stand, after every change, strike-out and undo', async () => {
    const steps = fc.array(
      fc.oneof(
        drafts.map((money) => ({ step: 'record' as const, money })),
        fc.record({ step: fc.constant('update' as const), at: fc.nat(), money: drafts, moved: fc.boolean() }),
        fc.record({ step: fc.constant('remove' as const), at: fc.nat() }),
        fc.record({ step: fc.constant('undo' as const), at: fc.nat() }),
      ),
      { minLength: 4, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const visits: VisitId[] = [];
        const acts: ActId[] = [];
        for (const one of todo) {
          const id = 'at' in one ? visits[one.at % Math.max(1, visits.length)] : undefined;
          const actId = 'at' in one ? acts[one.at % Math.max(1, acts.length)] : undefined;
          if (one.step === 'record') {
            const { value, act } = await app.act('visits.record', draft(one.money));
            visits.push(value.id);
            acts.push(act as ActId);
          } else if (actId && one.step === 'undo') keep(acts, await app.act('history.undo', { actId }).catch(refused));
          else if (id && one.step === 'remove') keep(acts, await app.act('visits.remove', { id, reason: '记错了' }).catch(refused));
          else if (id && one.step === 'update') {
            const changed = { ...draft(one.money), clientId: one.moved ? other : client };
            keep(acts, await app.act('visits.update', { id, draft: changed }).catch(refused));
          }
          expect(await spent(client)).toBe(sumOf(client));
          expect(await spent(other)).toBe(sumOf(other));
          expect(unbalanced()).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
  });

  function sumOf(id: ClientId): number {
    const sql =
      'SELECT coalesce(sum(v.amount_cents), 0) AS n FROM visit v JOIN client c ON c.id = v.client_id WHERE c.uid = ? AND v.deleted_at IS NULL';
    return app.house.vault.database().prepare<[string], { n: number }>(sql).get(id)?.n ?? Number.NaN;
  }

  /** Visits whose payments are not their amount. */
  function unbalanced(): unknown[] {
    const sql = `SELECT v.id FROM visit v JOIN visit_payment p ON p.visit_id = v.id GROUP BY v.id HAVING sum(p.amount_cents) <> v.amount_cents OR v.payment IS NOT NULL`;
    return app.house.vault.database().prepare(sql).all();
  }

  test('takes payments that are the amount, and no others', async () => {
    const two = (first: number, second: number) => [
      { payment: 'cash' as const, amountCents: first },
      { payment: 'wechat' as const, amountCents: second },
    ];
    const differ = { code: 'visits.payments-differ', details: { paidCents: 39_799, amountCents: 39_800 } };
    await expect(aVisit(app, { clientId: client, payments: two(20_000, 19_799) })).rejects.toMatchObject(differ);
    const id = await aVisit(app, { clientId: client, payment: 'card', payments: two(20_000, 19_800) });
    expect(await app.call('visits.get', { id })).toMatchObject({ payment: null, payments: two(20_000, 19_800) });
    const [only] = two(39_800, 0);
    await app.call('visits.update', { id, draft: aVisitDraft({ clientId: client, payments: [only!] }) });
    expect(await app.call('visits.get', { id })).toMatchObject({ payment: 'cash', payments: [] });
  });

  test('refuses a discount larger than its line, one on what is given back, and sums no book can hold', async () => {
    const line = (wishes: Partial<Item>): Draft =>
      aVisitDraft({ clientId: client, items: [{ serviceId: null, name: '面膜', quantity: 1, priceCents: 100, ...wishes }] });
    const refusedWith = (code: string) => expect.objectContaining({ code });
    await expect(app.call('visits.record', line({ discountCents: 101 }))).rejects.toEqual(refusedWith('visits.discount-too-large'));
    await expect(app.call('visits.record', line({ discountCents: -1 }))).rejects.toEqual(refusedWith('visits.discount-too-large'));
    await expect(app.call('visits.record', line({ priceCents: -100, discountCents: 1 }))).rejects.toEqual(
      refusedWith('visits.discount-too-large'),
    );
    await expect(app.call('visits.record', line({ priceCents: MOST_OF_A_VISIT, quantity: 1.01 }))).rejects.toEqual(
      refusedWith('visits.sum-too-large'),
    );
    await expect(aVisit(app, { clientId: client, amountCents: MOST_OF_A_VISIT + 1 })).rejects.toEqual(refusedWith('visits.sum-too-large'));
    expect(await spent(client)).toBe(0);
  });
});

/** What may be refused on the way: what is gone, or changed since. */
function refused(error: unknown): null {
  expect(error).toMatchObject({ code: expect.stringMatching(/^(record\.not-found|history\.)/) });
  return null;
}

function keep(acts: ActId[], done: { readonly act: string | null } | null): void {
  if (done?.act) acts.push(done.act as ActId);
}
