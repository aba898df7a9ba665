// The way into the sample salon from first start and from the lock, what it shows while one is in it, and the way out.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { anApp, anEmptyApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, within } from '../support/screen';

let app: TestApp;
afterEach(() => app.close());

const STRIP = { name: '示例店' };

test('opens from first start, is marked on every page, and is removed after one question', async () => {
  app = anEmptyApp();
  const { user } = await renderApp({ app });
  await user.click(await screen.findByRole('button', { name: '先看看示例店' }));
  const strip = await screen.findByRole('region', STRIP, { timeout: 90_000 });
  expect(within(strip).getByText('示例店 · 内容都是编的')).toBeTruthy();
  expect(within(strip).getByText(/look-around/)).toBeTruthy();
  await screen.findByRole('heading', { level: 1, name: /今日|3月14日/ });
  await expectAccessible();
  await user.click(within(screen.getAllByRole('navigation')[0]!).getByRole('link', { name: /客户/ }));
  expect(screen.getByRole('region', STRIP)).toBeTruthy();
  await user.click(within(strip).getByRole('button', { name: '删掉示例店' }));
  const question = await screen.findByRole('dialog', { name: '删掉示例店？' });
  await user.click(within(question).getByRole('button', { name: '删掉示例店' }));
  await screen.findByRole('button', { name: '先看看示例店' });
  expect(screen.queryByRole('region', STRIP)).toBeNull();
  expect(existsSync(path.join(app.folder, 'sample'))).toBe(false);
}, 150_000);

test('from the lock it leaves the shop’s own book locked behind it, and there again it asks for its password', async () => {
  app = await anApp();
  app.house.lock('key');
  const { user } = await renderApp({ app, language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Look round a sample salon' }));
  const strip = await screen.findByRole('region', { name: 'Sample salon' }, { timeout: 90_000 });
  expect((await app.call('book.status', null)).shopName).toContain('sample');
  await user.click(within(strip).getByRole('button', { name: 'Leave it' }));
  await screen.findByLabelText(/Password/);
  expect(await app.call('book.status', null)).toMatchObject({ state: 'locked', shopName: '棠舍' });
  expect(await screen.findByRole('button', { name: 'Open the sample salon' })).toBeTruthy();
}, 150_000);
