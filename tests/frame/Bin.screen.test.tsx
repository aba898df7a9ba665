// The bin as a person meets it: opened from the palette, read, and emptied by bringing things back.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

async function openBin() {
  const { user } = await renderApp({ app, route: '/settings/about' });
  await screen.findByRole('navigation', { name: '主导航' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'hsz{Enter}');
  return { user, dialog: await screen.findByRole('dialog', { name: '回收站' }) };
}

it('says so while nothing was deleted', async () => {
  const { dialog } = await openBin();
  expect(await within(dialog).findByText('回收站是空的')).toBeTruthy();
  await expectAccessible();
});

it('names what was deleted and brings it back', async () => {
  const client = await aClient(app, { name: '林若溪' });
  const visit = await aVisit(app, { clientId: client, on: '2026-03-10' });
  await app.call('visits.remove', { id: visit, reason: '记错了' });
  const { user, dialog } = await openBin();
  expect(await within(dialog).findByText(/^还能恢复30天，到4月13日/)).toBeTruthy();
  await expectAccessible();
  await user.click(within(dialog).getByRole('button', { name: '恢复林若溪的到店' }));
  expect(await screen.findByText('已恢复林若溪的到店')).toBeTruthy();
  await waitFor(() => expect(within(dialog).getByText('回收站是空的')).toBeTruthy());
  expect((await app.call('visits.get', { id: visit })).on).toBe('2026-03-10');
});
