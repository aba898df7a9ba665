// The list of clients and the board of today in the real window, as somebody at the desk goes through them: by keys, and everything taken back.

import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, todayAt } from '../../shared/core/date';
import { ClientId } from '../../shared/ids';
import { aDraft } from '../support/build';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { seriousFindings } from '../support/renderer';
import { go } from '../support/walk';

const SHOTS = process.env['SHUKE_SHOTS'];
const TODAY = todayAt(new Date());

let running: RunningApp;
let page: Page;
beforeAll(async () => {
  running = await launchApp();
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(page);
  const field = { name: '头围', kind: 'number', choices: [], purpose: '做帽子', required: false } as const;
  const { id } = await callPage(page, 'fields.create', { ...field, choices: [] });
  await callPage(page, 'clients.showColumns', { fields: [id], hidden: [] });
  for (let index = 0; index < 60; index += 1)
    await callPage(
      page,
      'clients.create',
      aDraft({ name: `客人${String(index).padStart(2, '0')}`, fields: [{ id, value: String(60 - index / 2) }] }),
    );
}, 120_000);
afterAll(() => running.close());

const shot = async (name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `list-${name}.png`) });
};
const names = async () =>
  (await page.getByRole('row').getByRole('link').allTextContents())
    .filter((text) => text.startsWith('客人'))
    .map((text) => text.slice(0, 4));

test('is sorted by a column of the shop’s own, and back by the name', async () => {
  await go(page, '/clients');
  await page.getByRole('columnheader', { name: '头围' }).getByRole('button').click();
  await expect.poll(async () => (await names())[0]).toBe('客人59');
  await page.getByText('按头围排序').waitFor();
  await page.getByRole('columnheader', { name: '头围' }).getByRole('button').click();
  await expect.poll(async () => (await names())[0]).toBe('客人00');
  expect(await page.getByRole('columnheader', { name: '头围' }).getAttribute('aria-sort')).toBe('descending');
  expect(await seriousFindings(page)).toEqual([]);
  await shot('sorted');
});

test('several are chosen and tagged by keys, and Ctrl Z takes it back', async () => {
  await page.getByRole('columnheader', { name: '姓名' }).getByRole('button').click();
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['客人00', '客人01']);
  await page.getByRole('row', { name: /客人00/ }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('已选2位').waitFor();
  await page.getByRole('button', { name: '打标签' }).click();
  await page.keyboard.type('周末');
  await page.keyboard.press('Enter');
  await page.getByText('已给2位加上“周末”').waitFor();
  const tagged = async () => (await callPage(page, 'clients.tags', null)).find(({ name }) => name === '周末')?.clients ?? 0;
  expect(await tagged()).toBe(2);
  await page.keyboard.press('Control+z');
  await expect.poll(tagged).toBe(0);
});

test('who comes back from a client is where they were', async () => {
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /客人00/ }).focus();
  await page.keyboard.press('Control+End');
  await page.getByRole('row', { name: /客人59/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '客人59' }).waitFor();
  await page.getByRole('main').getByRole('link', { name: '客户', exact: true }).click();
  await page.getByRole('row', { name: /客人59/ }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('客人59');
});

test('a promise of today is done with one key where it stands, and taken back', async () => {
  const { rows } = await callPage(page, 'clients.list', {
    filter: { text: '客人07', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
    ...{ sort: 'name', descending: false, offset: 0, limit: 1 },
  });
  const clientId = ClientId.parse(rows[0]?.id);
  await callPage(page, 'followUps.create', {
    clientId,
    kind: 'after-service',
    dueOn: addDays(TODAY, 0),
    staffId: null,
    note: '问皮肤还紧不紧',
  });
  await go(page, '/today');
  await page.getByText('问皮肤还紧不紧').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('menu').waitFor();
  await page.getByRole('menuitem').first().click();
  await page.getByRole('region', { name: '今天' }).getByText('问皮肤还紧不紧').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: '今天' }).getByText('问皮肤还紧不紧').waitFor();
  await shot('today');
});
