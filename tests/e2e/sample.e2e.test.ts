// The sample salon in the real window: from first start and from the lock, marked wherever one looks, gone in one click, and the shop's own book as it was.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn, signInTo } from '../support/page-calls';
import { go } from '../support/walk';

const SHOTS = process.env['SHUKE_SHOTS'];
const MAKING_MS = 90_000;
const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;

let userData: string;
let running: RunningApp;
let page: Page;
beforeAll(async () => {
  userData = await mkdtemp(path.join(os.tmpdir(), 'shuke-sample-'));
  running = await launchApp({ userData });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
}, 120_000);
afterAll(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true });
});

const strip = () => page.getByRole('region', { name: '示例店' });
const title = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
const shoot = async (name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `sample-${name}.png`) });
};
const removeIt = () => page.getByRole('dialog', { name: '删掉示例店？' }).getByRole('button', { name: '删掉示例店' }).click();

test('opens from first start, says on every page and in the title what it is, and is gone in one click', async () => {
  await page.getByText('中文').click();
  await page.getByRole('button', { name: '先看看示例店' }).click();
  await strip().waitFor({ timeout: MAKING_MS });
  expect(await title()).toContain('示例店');
  for (const [place, heading] of [
    ['/today', /今日|\d+月\d+日/],
    ['/clients', '客户'],
    ['/follow-ups', '回访'],
    ['/insights', /./],
    ['/data', '数据'],
    ['/settings/audit', '审计日志'],
  ] as const) {
    await go(page, place);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await strip().isVisible()).toBe(true);
    await shoot(place.replaceAll('/', '-'));
  }
  const { rows } = await callPage(page, 'clients.list', { filter: ALL, sort: 'visits', descending: true, offset: 0, limit: 1 });
  await go(page, `/clients/${rows[0]!.id}`);
  await page.getByRole('region', { name: '照片' }).locator('img').first().click();
  await page.getByRole('dialog').getByRole('button', { name: '前后对比' }).click();
  await page.getByRole('slider').waitFor();
  await shoot('photos');
  await go(page, '/today');
  await page.getByRole('slider').waitFor({ state: 'detached' });
  await strip().getByRole('button', { name: '删掉示例店' }).click();
  await removeIt();
  await page.getByText('示例店删掉了。').waitFor();
  await page.getByRole('button', { name: '先看看示例店' }).waitFor();
  expect(await title()).not.toContain('示例店');
  expect(existsSync(path.join(userData, 'sample'))).toBe(false);
}, 180_000);

test('from the lock the shop’s own book stays shut and not a byte of it changes; what was tried out is removed from the settings', async () => {
  await createBookIn(page);
  await callPage(page, 'clients.create', aDraft({ name: '林若溪' }));
  await callPage(page, 'book.lock', { reason: 'key' });
  const button = page.getByRole('button', { name: '先看看示例店' });
  await button.waitFor();
  const before = filesOf(path.join(userData, 'book'));
  expect(Object.keys(before)).not.toEqual([]);
  await button.click();
  await strip().waitFor({ timeout: MAKING_MS });
  await go(page, '/settings/about');
  await page.getByRole('heading', { level: 1, name: /关于/ }).waitFor();
  await shoot('about-inside');
  await strip().getByRole('button', { name: '退出示例店' }).click();
  await page.getByLabel('密码').first().waitFor();
  expect(filesOf(path.join(userData, 'book'))).toEqual(before);
  expect(existsSync(path.join(userData, 'sample'))).toBe(true);

  await signInTo(page);
  await go(page, '/settings/about');
  await page.getByRole('button', { name: '打开示例店' }).waitFor();
  await shoot('about');
  await page.getByRole('button', { name: '删掉示例店' }).click();
  await removeIt();
  await page.getByText('示例店删掉了。').waitFor();
  await page.getByRole('button', { name: '先看看示例店' }).waitFor();
  expect(existsSync(path.join(userData, 'sample'))).toBe(false);
  await go(page, '/clients');
  await page.getByRole('row', { name: /林若溪/ }).waitFor();
}, 180_000);

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}
