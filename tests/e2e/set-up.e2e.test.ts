// What the owner sets up is what the desk works with, in the real window: a service in the settings, the visit it is part of, and what was deleted brought back.

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

let running: RunningApp;
let page: Page;
let client: ClientId;
beforeAll(async () => {
  running = await launchApp();
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(page);
  client = (await callPage(page, 'clients.create', aDraft({ name: '林若溪', phone: '13800138427' }))).id;
}, 120_000);
afterAll(() => running.close());

const shot = async (name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `set-up-${name}.png`) });
};
const timeline = () => page.getByRole('region', { name: '时间线' });

test('a service is added in the settings, with its price, its follow-up and the patch test it needs', async () => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '项目' }).click();
  await page
    .getByRole('button', { name: /新项目/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: '项目', exact: true }).fill('染发补色');
  await page.getByLabel('价格').fill('280');
  await page.getByLabel('时长').fill('90');
  await page.getByLabel('做后几天回访').fill('30');
  await page.getByRole('switch', { name: '先做皮试' }).click({ force: true });
  await shot('service');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '加上这个项目' }).click();
  await page.getByRole('cell', { name: '染发补色' }).waitFor();
});

test('the visit asks why it is done without a patch test, and proposes when to follow up', async () => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lrx');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
  await page.keyboard.press('v');
  await page.getByRole('button', { name: /染发补色.*没做皮试/ }).waitFor();
  await page.keyboard.press('1');
  await page.getByText('“染发补色”要先做皮试，林若溪还没有做过').waitFor();
  await page.getByRole('button', { name: '其他原因' }).click();
  await page.keyboard.type('只染发尾，不碰头皮');
  await page.keyboard.press('Enter');
  await shot('conflict');
  // what was told before stands beside the panel, not on its button
  await page.getByRole('button', { name: /^保存/ }).click({ trial: true, timeout: 2000 });
  await page.keyboard.press('Control+Enter');
  await page.getByText('已记林若溪的到店').waitFor();
  const due = addDays(todayAt(new Date()), 30);
  const { lines } = await callPage(page, 'followUps.board', { until: due, staffId: null });
  expect(lines).toMatchObject([{ dueOn: due, client: { id: client } }]);
});

test('the owner reads who went on without one, and why', async () => {
  await go(page, '/settings/audit');
  await page.getByRole('tab', { name: /^越过提醒/ }).click();
  await page.getByText('只染发尾，不碰头皮').waitFor();
  await shot('override');
});

test('the timeline shows one kind at a time', async () => {
  await go(page, `/clients/${client}`);
  await timeline().getByText('染发补色').first().waitFor();
  await timeline().getByRole('button', { name: '联系', pressed: false }).click();
  await page.getByText('还没有联系记录').waitFor();
  expect(await timeline().getByText('染发补色').count()).toBe(0);
  await timeline().getByRole('button', { name: '全部', pressed: false }).click();
  await timeline().getByText('染发补色').first().waitFor();
});

test('a client who was put into the bin comes back with everything', async () => {
  await page.getByRole('button', { name: '更多操作', exact: true }).click();
  await page.getByRole('menuitem', { name: '移到回收站' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '移到回收站' }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hsz');
  await page.keyboard.press('Enter');
  const bin = page.getByRole('dialog', { name: '回收站' });
  await bin.getByText('林若溪').first().waitFor();
  await shot('bin');
  expect(await seriousFindings(page)).toEqual([]);
  await bin.getByRole('button', { name: /^恢复林若溪/ }).click();
  await bin.getByText('回收站是空的').waitFor();
  await page.keyboard.press('Escape');
  await go(page, `/clients/${client}`);
  await timeline().getByText('染发补色').first().waitFor();
});

test('every key is a question mark away', async () => {
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await sheet.getByText('记到店').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('language, theme and text size are changed where they are looked for, and the page follows at once', async () => {
  await go(page, '/settings/appearance');
  await page.getByRole('radiogroup', { name: '界面语言' }).getByText('English').click();
  await page.getByRole('radiogroup', { name: 'Theme' }).getByText('Dark').click();
  await page.getByRole('radiogroup', { name: 'Text size' }).getByText('150%').click();
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('24px');
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe('dark');
  await shot('appearance');
  expect(await seriousFindings(page)).toEqual([]);
});
