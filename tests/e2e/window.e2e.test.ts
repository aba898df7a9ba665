// What only a real window can show: files dropped on it, the clipboard, a key pressed right after another.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';

let running: RunningApp;
beforeAll(async () => {
  running = await launchApp();
  await callPage(running.page, 'appearance.set', { language: 'zh-CN', theme: 'light' });
  await createBookIn(running.page);
  await callPage(running.page, 'clients.create', aDraft({ name: '张素芬', phones: [{ typed: '13800138064', label: null }] }));
  await running.page.getByRole('link', { name: '今日' }).waitFor();
});
afterAll(() => running.close());

test('a list dropped on the window is read, from its bytes and without its path', async () => {
  const { page } = running;
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('button', { name: '选文件' }).waitFor();
  const bytes = [...(await readFile(path.resolve('tests/fixtures/老收银导出.csv')))];
  await page.evaluate((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], '老收银导出.csv', { type: 'text/csv' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }, bytes);
  await page.getByRole('button', { name: /^检查[\d,]+行/ }).waitFor();
  expect(await page.getByText('老收银导出.csv').first().isVisible()).toBe(true);
});

test('the number to call is on the clipboard after one key, with every permission denied', async () => {
  const { page, app } = running;
  const { rows } = await callPage(page, 'clients.list', {
    filter: { text: 'zsf', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
    sort: 'last-visit',
    descending: true,
    offset: 0,
    limit: 1,
  });
  const { today } = await callPage(page, 'today.page', null);
  await callPage(page, 'followUps.create', { clientId: rows[0]!.id, kind: 'other', dueOn: today, staffId: null, note: '问皮肤感受' });
  await app.evaluate(({ clipboard }) => clipboard.clear());
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByText('问皮肤感受').waitFor();
  await page.keyboard.press('c');
  await page.getByRole('dialog').waitFor();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/138 ?0013 ?8064/);
  await page.keyboard.press('Escape');
});

test('no key is lost between Ctrl K and the letters typed right after it', async () => {
  const { page } = running;
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zsf');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '张素芬' }).waitFor();
  expect(page.url()).toContain('#/clients/');
});

test('what a button opens has the focus before the next key', async () => {
  const { page } = running;
  const focusedBy = (label: string) =>
    page.getByRole('button', { name: label }).evaluate(async (button: HTMLElement) => {
      button.click();
      // React does its work after the click, in the same turn; no frame is drawn and no key comes in between
      await Promise.resolve();
      return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName;
    });
  await page.getByRole('button', { name: '加标签' }).waitFor();
  expect(await focusedBy('加标签')).toBe('标签');
});
