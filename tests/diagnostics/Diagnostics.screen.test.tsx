// The diagnostics file from all three places: one reads it before it is saved, and can leave without it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { work } from '../../electron/diagnostics/work';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;
afterEach(() => app.close());

/** The threads of the app are tried in the service's test; here is the screen. */
const SAME_THREAD: Workers = {
  run: async <Out,>(_name: string, input: unknown, { onProgress = () => undefined }: Parameters<Workers['run']>[2] = {}) =>
    (await work(structuredClone(input) as Parameters<typeof work>[0], { progress: onProgress })) as Out,
};

const open = async (rendered: Awaited<ReturnType<typeof renderApp>>) =>
  rendered.user.click(await screen.findByRole('button', { name: '做一份诊断包' }));

test('shows every text that is saved, word for word', async () => {
  app = await anApp({ workers: SAME_THREAD });
  const rendered = await renderApp({ app, route: '/settings/about' });
  await open(rendered);
  const shown = await screen.findByLabelText('电脑和版本的内容');
  expect(shown.textContent).toContain('shuke: 0.0.0');
  await expectAccessible();
  await rendered.user.click(screen.getByRole('tab', { name: '客户簿的状态' }));
  const book = (await screen.findByLabelText('客户簿的状态的内容')).textContent;
  expect(book).toContain('rows client: 0');
  const target = path.join(app.folder, 'out.zip');
  app.answers.saveFile.push(target);
  await rendered.user.click(screen.getByRole('button', { name: '存成文件' }));
  await screen.findByText('已存好。');
  expect(strFromU8(unzipSync(readFileSync(target))['book.txt']!)).toBe(book);
});

test('works from the lock, and can be left without a file', async () => {
  app = await anApp({ workers: SAME_THREAD });
  await app.call('book.lock', { reason: 'key' });
  const rendered = await renderApp({ app });
  await open(rendered);
  await screen.findByLabelText('电脑和版本的内容');
  await rendered.user.click(screen.getByRole('button', { name: '取消' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(existsSync(path.join(app.folder, 'out.zip'))).toBe(false);
});

test('works where the book was refused, in English, too', async () => {
  app = await anApp({ workers: SAME_THREAD });
  app.house.vault.database().pragma('user_version = 99');
  app.house.lock('key');
  const { accounts } = await app.call('book.status', null);
  await app.house.dispatch('book.unlock', { accountId: accounts[0]!.id, password: 'shanchahua-9-yue' });
  const { user } = await renderApp({ app, language: 'en' });
  await user.click(await screen.findByRole('button', { name: 'Make a diagnostics file' }));
  await screen.findByLabelText('What is in PC and versions');
  await user.click(screen.getByRole('tab', { name: 'State of the book' }));
  expect((await screen.findByLabelText('What is in State of the book')).textContent).toContain(
    'refused with: book.newer\nschema of the book: 99',
  );
});
