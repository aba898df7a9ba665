// What was done against a health alert, as the owner reads and ticks it off.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { damageOverride } from '../support/damage';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

async function anOverride(): Promise<void> {
  const draft = { group: null, minutes: 60, priceCents: 28_000, followUpDays: null, followUpNote: null, active: true };
  const { id: serviceId } = await app.call('catalogue.create', { ...draft, name: '染发补色', ingredients: ['PPD'] });
  const alerts = [{ id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: null }];
  const items = [{ serviceId, name: '染发补色', quantity: 1, priceCents: 28_000 }];
  const clientId = await aClient(app, { alerts });
  await aVisit(app, { clientId, items, amountCents: 28_000, overrides: [{ serviceId, reason: '做过皮试' }] });
}

it('says that there is nothing, and how something would come here', async () => {
  const { user } = await renderApp({ app, route: '/settings/audit' });
  await user.click(await screen.findByRole('tab', { name: '越过提醒' }));
  expect(await screen.findByText('没有越过的提醒')).toBeTruthy();
  await expectAccessible();
});

it('lists who did what against which alert and why, and lets the owner tick it off', async () => {
  await anOverride();
  const { user } = await renderApp({ app, route: '/settings/audit' });
  await user.click(await screen.findByRole('tab', { name: /^越过提醒 ?1$/ }));
  const row = await screen.findByRole('row', { name: /林若溪/ });
  for (const text of ['染发补色', '过敏：对苯二胺（PPD）（含PPD）', '做过皮试', '苏敏']) expect(within(row).getByText(text)).toBeTruthy();
  expect(screen.getByText('1条没看过')).toBeTruthy();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: '林若溪，染发补色：看过了' }));
  expect(await screen.findByText('都看过了')).toBeTruthy();
  expect(await screen.findByText('已看过')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole('tab', { name: '越过提醒' })).toBeTruthy());
});

it('shows one that is damaged as unreadable', async () => {
  await anOverride();
  damageOverride(app);
  const { user } = await renderApp({ app, route: '/settings/audit' });
  await user.click(await screen.findByRole('tab', { name: /^越过提醒 ?1$/ }));
  const row = await screen.findByRole('row', { name: /林若溪/ });
  expect(within(row).getAllByText('读不出来')).toHaveLength(2);
});

it('is not there for whoever else may read the log', async () => {
  await someoneWith(app, {});
  await renderApp({ app, route: '/settings/audit' });
  await screen.findByRole('tab', { name: '每人动态' });
  expect(screen.queryByRole('tab', { name: /越过提醒/ })).toBeNull();
});
