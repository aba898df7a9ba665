// The history of one visit on the screen, from the timeline and from the panel.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
import { expectAccessible, renderApp, screen, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

it('tells line by line what a visit was before, from the timeline and while one corrects it', async () => {
  const client = await aClient(app);
  const items = [{ serviceId: null, name: '补水护理', quantity: 1, priceCents: 39_800 }];
  const id = await aVisit(app, { clientId: client, items, payment: 'cash' });
  const changed = [{ serviceId: null, name: '补水护理', quantity: 2, priceCents: 39_800, discountCents: 9600 }];
  await app.call('visits.update', { id, draft: aVisitDraft({ clientId: client, items: changed, amountCents: 70_000, payment: 'wechat' }) });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await user.click(await screen.findByRole('button', { name: '补水护理：更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: '修改记录' }));
  const list = await screen.findByRole('list', { name: '修改记录' });
  expect(list.textContent).toContain('苏敏改了');
  expect(list.textContent).toContain('付款现金改成微信');
  expect(list.textContent).toContain('金额¥398.00改成¥700.00');
  expect(list.textContent).toContain('项目补水护理 ¥398.00改成补水护理 ×2 ¥398.00 优惠 ¥96.00');
  expect(within(list).getAllByRole('listitem').at(-1)?.textContent).toContain('苏敏记下');
  await expectAccessible();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: '补水护理：更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: '改这次到店' }));
  await user.click(await screen.findByRole('button', { name: '这次到店的修改记录' }));
  expect(await screen.findByRole('dialog', { name: '2026年3月14日到店的修改记录' })).toBeTruthy();
});
