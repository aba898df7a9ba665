// Old books that were put aside, on the tab of the backups and where somebody is erased for good.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anApp, OWNER, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let place: string;
beforeEach(async () => {
  app = await anApp();
  place = path.join(app.folder, 'book', 'damaged-0123456789ab');
  mkdirSync(place);
  writeFileSync(path.join(place, 'book.db'), 'x'.repeat(4096));
});
afterEach(() => app.close());

it('are said to be there, and deleted for good once the owner has given their own password', async () => {
  const { user } = await renderApp({ app, route: '/data?tab=backups' });
  const part = await screen.findByRole('region', { name: '留存的旧客户簿' });
  expect(within(part).getByText(/查出损坏的那本$/)).toBeTruthy();
  await expectAccessible();
  await user.click(within(part).getByRole('button', { name: /^删掉.*留存的那本$/ }));
  const question = await screen.findByRole('dialog', { name: /^彻底删掉/ });
  const [own, act] = [within(question).getByLabelText(/^您自己的密码/), within(question).getByRole('button', { name: '彻底删掉' })];
  await user.click(act);
  expect(within(question).getByText('请输入您自己的密码。')).toBeTruthy();
  expect(document.activeElement).toBe(own);
  await user.type(own, '不是这个密码呀{Enter}');
  await within(question).findByText(/密码不对/);
  await expectAccessible();
  expect(existsSync(place)).toBe(true);
  await user.clear(own);
  await user.type(own, `${OWNER.password}{Enter}`);
  await waitFor(() => expect(screen.queryByRole('region', { name: '留存的旧客户簿' })).toBeNull());
  expect(existsSync(place)).toBe(false);
});

it('are named where a client is erased, because they still hold them', async () => {
  const id = await aClient(app, { name: '林若溪' });
  await app.call('clients.remove', { id });
  const { user } = await renderApp({ app, route: `/clients/${id}` });
  await user.click(await screen.findByRole('button', { name: /^彻底删除/ }));
  expect(await screen.findByText(/还留着1本以前的客户簿/)).toBeTruthy();
});
