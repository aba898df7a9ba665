// A visit of several lines in the real window: two services by two people, a split payment, a correction and its history; at 150 % text nothing is lost sideways.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { aDraft, aVisitDraft } from '../support/build';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { seriousFindings } from '../support/renderer';

const SHOTS = process.env['SHUKE_SHOTS'];
const SERVICE = { group: null, minutes: 60, followUpDays: 3, followUpNote: null, ingredients: [], active: true };

let folder: string;
let running: RunningApp;
let page: Page;
let client: ClientId;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shuke-visit-'));
  running = await launchApp({ userData: path.join(folder, 'profile') });
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(page);
  const alerts = [{ id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: '头皮红肿' }];
  client = (await callPage(page, 'clients.create', aDraft({ name: '林若溪', alerts }))).id;
  for (const name of ['周静', '何晓琪', '陈露']) await callPage(page, 'staff.create', { name, post: null, active: true });
  for (const [name, priceCents] of [
    ['深层补水护理', 39_800],
    ['肩颈舒缓', 16_800],
    ['植物染（无PPD）', 56_000],
  ] as const)
    await callPage(page, 'catalogue.create', { ...SERVICE, name, priceCents });
  await callPage(page, 'catalogue.create', { ...SERVICE, name: '染发补色', priceCents: 28_000, ingredients: ['PPD'] });
  const items = [{ serviceId: null, name: '面部清洁', quantity: 1, priceCents: 19_800 }];
  await callPage(page, 'visits.record', {
    ...aVisitDraft({ clientId: client, items, amountCents: 19_800, payment: 'cash' }),
    on: '2026-03-01',
  });
  await page.evaluate((id) => void (window.location.hash = `#/clients/${id}`), client);
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
}, 120_000);
afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

async function shot(name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `visit-${name}.png`) });
}

async function expectGood(): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
  const wide = await page
    .getByRole('dialog')
    .last()
    .evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(wide).toBe(0);
}

test('records two services by two people, with something taken off one, paid in two ways', async () => {
  await page.keyboard.press('v');
  await page.getByRole('button', { name: /深层补水护理/ }).waitFor();
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await shot('simple');
  await page.getByRole('button', { name: '改数量、价格或员工' }).click();
  await page.getByRole('button', { name: '肩颈舒缓的员工和优惠' }).click();
  await page.getByRole('radiogroup', { name: '肩颈舒缓是谁做的' }).getByText('陈露').click();
  await page.getByRole('textbox', { name: '肩颈舒缓的优惠' }).fill('-20');
  await page.getByRole('button', { name: '分开付' }).click();
  await page.getByRole('textbox', { name: '微信付多少' }).fill('300');
  await shot('lines');
  await expectGood();
  await page.getByRole('button', { name: /^保存，收 ¥546.00/ }).click();
  await page.getByText('已记林若溪的到店').waitFor();
  await page.getByText('现金 ¥246.00 + 微信 ¥300.00').waitFor();
  await shot('timeline');
});

test('tells what was changed of it, in both languages and themes', async () => {
  await page.getByRole('button', { name: /深层补水护理.*：更多操作/ }).click();
  await page.getByRole('menuitem', { name: '改这次到店' }).click();
  await page.getByRole('textbox', { name: '深层补水护理的单价' }).fill('298');
  await page.getByRole('textbox', { name: '微信付多少' }).fill('');
  await page.getByRole('button', { name: /^保存修改，收 ¥446.00/ }).click();
  await page.getByText('已改林若溪的到店').waitFor();
  for (const look of [
    { language: 'zh-CN', theme: 'light', menu: '修改记录', actions: /深层补水护理.*：更多操作/ },
    { language: 'en', theme: 'dark', menu: 'Changes', actions: /深层补水护理.*肩颈舒缓: more actions/ },
  ] as const) {
    await callPage(page, 'appearance.set', { language: look.language, theme: look.theme });
    await page.getByRole('button', { name: look.actions }).click();
    await page.getByRole('menuitem', { name: look.menu }).click();
    await page.getByRole('list', { name: look.menu }).waitFor();
    await shot(`changes-${look.language}`);
    await expectGood();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
});

test('shows the panel whole in English, dark, with a conflict, and at 150 % text without scrolling sideways', async () => {
  await page.keyboard.press('v');
  await page.getByRole('button', { name: /染发补色/ }).click();
  await page.getByRole('button', { name: 'Another reason' }).click();
  await page.getByRole('button', { name: 'Change quantity, price or staff' }).click();
  await page.getByRole('button', { name: 'Staff and discount of 染发补色' }).click();
  await page.getByRole('button', { name: 'Split payment' }).click();
  await shot('conflict-en-dark');
  await expectGood();
  await page.evaluate(() => void (document.documentElement.style.fontSize = '150%'));
  await shot('150-top');
  await expectGood();
  await page.getByRole('textbox', { name: 'Treatment note' }).scrollIntoViewIfNeeded();
  await shot('150-bottom');
});
