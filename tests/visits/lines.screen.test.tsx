// A visit of several lines in the panel: products, who did what, what was taken off, and several ways to pay.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { aProduct } from '../support/product';
import { aClient, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let client: ClientId;

beforeEach(async () => {
  app = await anApp();
  client = await aClient(app);
  await aService({ name: '植物染', priceCents: 56_000 });
});

afterEach(() => app.close());

async function aService(wishes: Partial<Input<'catalogue.create'>> & { readonly name: string }) {
  const service = { group: null, minutes: null, priceCents: null, followUpDays: null, followUpNote: null, ingredients: [], active: true };
  return (await app.call('catalogue.create', { ...service, ...wishes })).id;
}

async function open() {
  const { user } = await renderApp({ app, route: `/clients/${client}?open=visit` });
  await screen.findByRole('button', { name: /植物染/ });
  return user;
}

async function recorded() {
  const { items } = await app.call('timeline.of', { clientId: client, kind: 'visit', before: null, limit: 50 });
  return items.flatMap((one) => (one.type === 'visit' ? [one.visit] : []));
}

describe('a visit of several lines', () => {
  it('takes a product by name with its price, and one more of a service that stands there', async () => {
    const product = await aProduct(app, { name: '护发精油', priceCents: 12_800 });
    const user = await open();
    await user.keyboard('1/');
    await user.type(await screen.findByLabelText('找项目或产品，或写一项', { selector: 'input' }), '护发精油{Enter}');
    await user.keyboard('/');
    await user.type(await screen.findByLabelText('找项目或产品，或写一项', { selector: 'input' }), '植物染{Enter}');
    expect(screen.getAllByRole('textbox', { name: '植物染的单价' })).toHaveLength(2);
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: /^保存，收 ¥1,248.00/ }));
    await waitFor(async () => expect(await recorded()).toHaveLength(1));
    const [visit] = await recorded();
    expect(visit?.items.map(({ name, productId, priceCents }) => [name, productId, priceCents])).toEqual([
      ['植物染', null, 56_000],
      ['护发精油', product, 12_800],
      ['植物染', null, 56_000],
    ]);
  });

  it('has each line done by somebody else with one tap, and something taken off it', async () => {
    const [zhou, chen] = [await aPerson('周静'), await aPerson('陈露')];
    const user = await open();
    await user.keyboard('1');
    await user.click(screen.getByRole('radio', { name: '周静' }));
    await user.click(screen.getByRole('button', { name: '改数量、价格或员工' }));
    await user.click(screen.getByRole('button', { name: '植物染的员工和优惠' }));
    const who = screen.getByRole('radiogroup', { name: '植物染是谁做的' });
    expect(within(who).getByRole('radio', { name: '周静' })).toHaveProperty('checked', true);
    await user.click(within(who).getByRole('radio', { name: '陈露' }));
    await user.type(screen.getByRole('textbox', { name: '植物染的优惠' }), '-60');
    await user.type(screen.getByRole('textbox', { name: '优惠' }), '9折');
    await screen.findByText('单项已优惠 ¥60.00');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: /^保存，收 ¥450.00/ }));
    await waitFor(async () => expect(await recorded()).toHaveLength(1));
    const [visit] = await recorded();
    expect(visit).toMatchObject({ staff: { id: zhou }, amountCents: 45_000, items: [{ staff: { id: chen }, discountCents: 6000 }] });
  });

  it('says that more is taken off than the line costs, and does not save it', async () => {
    const user = await open();
    await user.keyboard('1');
    await user.click(screen.getByRole('button', { name: '改数量、价格或员工' }));
    await user.click(screen.getByRole('button', { name: '植物染的员工和优惠' }));
    await user.type(screen.getByRole('textbox', { name: '植物染的优惠' }), '-600');
    await screen.findByText(/不能比价格还多/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('还有没填好的地方，看标红的。');
    expect(await recorded()).toEqual([]);
  });

  it('splits the payment: what is left empty takes the rest, and a difference is named', async () => {
    const user = await open();
    await user.keyboard('1');
    await user.click(screen.getByText('微信'));
    await user.click(screen.getByRole('button', { name: '分开付' }));
    await user.type(await screen.findByRole('textbox', { name: '微信付多少' }), '200');
    expect(screen.getByRole('textbox', { name: '支付宝付多少' })).toHaveProperty('placeholder', '360');
    await user.type(screen.getByRole('textbox', { name: '支付宝付多少' }), '300');
    await screen.findByText('还差 ¥60.00');
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await recorded()).toEqual([]);
    await user.click(screen.getByRole('button', { name: '再加一种' }));
    await user.click(screen.getByRole('button', { name: /^保存，收 ¥560.00/ }));
    await waitFor(async () => expect(await recorded()).toHaveLength(1));
    expect((await recorded())[0]).toMatchObject({
      payment: null,
      payments: [
        { payment: 'wechat', amountCents: 20_000 },
        { payment: 'alipay', amountCents: 30_000 },
        { payment: 'cash', amountCents: 6000 },
      ],
    });
  });

  it('goes back to one way to pay when all others are taken away', async () => {
    const user = await open();
    await user.keyboard('1');
    await user.click(screen.getByText('现金'));
    await user.click(screen.getByRole('button', { name: '分开付' }));
    await user.click(screen.getByRole('button', { name: '去掉微信' }));
    expect(screen.getByRole('radio', { name: '现金' })).toHaveProperty('checked', true);
    await user.click(screen.getByRole('button', { name: /^保存，收/ }));
    await waitFor(async () => expect(await recorded()).toMatchObject([{ payment: 'cash', payments: [] }]));
  });

  it('gives money back with a price below nothing, and the timeline calls it a refund', async () => {
    const user = await open();
    await user.keyboard('1');
    await user.click(screen.getByRole('button', { name: '改数量、价格或员工' }));
    await user.clear(screen.getByRole('textbox', { name: '植物染的单价' }));
    await user.type(screen.getByRole('textbox', { name: '植物染的单价' }), '-560');
    await screen.findByText('应退');
    await user.click(screen.getByRole('button', { name: /^保存，退 ¥560.00/ }));
    await waitFor(async () => expect(await recorded()).toMatchObject([{ amountCents: -56_000 }]));
    await screen.findByText('退款');
  });

  it('opens a visit for correction as it was, with the same service twice, and keeps what it does not change', async () => {
    const [zhou, chen] = [await aPerson('周静'), await aPerson('陈露')];
    const service = await aService({ name: '肩颈舒缓', priceCents: 16_800 });
    const line = { serviceId: service, name: '肩颈舒缓', quantity: 1, priceCents: 16_800 };
    await aVisit(app, {
      clientId: client,
      items: [
        { ...line, staffId: chen },
        { ...line, discountCents: 800 },
      ],
      staffId: zhou,
      amountCents: 30_000,
      payments: [
        { payment: 'cash', amountCents: 10_000 },
        { payment: 'package', amountCents: 20_000 },
      ],
    });
    const { user } = await renderApp({ app, route: `/clients/${client}` });
    await user.click(await screen.findByRole('button', { name: /：更多操作$/ }));
    await user.click(await screen.findByRole('menuitem', { name: '改这次到店' }));
    expect(await screen.findAllByRole('textbox', { name: '肩颈舒缓的单价' })).toHaveLength(2);
    await user.type(screen.getByRole('textbox', { name: '护理记录' }), '补一句');
    await user.click(screen.getByRole('button', { name: /^保存修改，收 ¥300.00/ }));
    await waitFor(async () => expect(await recorded()).toMatchObject([{ note: '补一句' }]));
    expect((await recorded())[0]).toMatchObject({
      items: [
        { staff: { id: chen }, discountCents: 0 },
        { staff: null, discountCents: 800 },
      ],
      payments: [{ amountCents: 10_000 }, { amountCents: 20_000 }],
    });
  });
});

async function aPerson(name: string) {
  return (await app.call('staff.create', { name, post: null, active: true })).id;
}
