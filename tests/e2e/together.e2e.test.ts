// Contacts, relations and what was changed, in the real window and by keys where there are keys: noted, linked, looked up.

import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { seriousFindings } from '../support/renderer';

const SHOTS = process.env['SHUKE_SHOTS'];

let running: RunningApp;
let page: Page;
let lin: string;
beforeAll(async () => {
  running = await launchApp();
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(page);
  lin = (await callPage(page, 'clients.create', aDraft({ name: '林若溪', gender: 'female', wechat: 'lin-2020', phone: '13800138427' }))).id;
  await callPage(page, 'clients.create', aDraft({ name: '林秀兰', gender: 'female' }));
  await page.evaluate((id) => void (window.location.hash = `#/clients/${id}`), lin);
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
}, 120_000);
afterAll(() => running.close());

const shot = async (name: string) => {
  if (SHOTS !== undefined) await page.screenshot({ path: path.join(SHOTS, `together-${name}.png`) });
};

test('a contact is noted without the mouse', async () => {
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: '说了什么' }).waitFor();
  await page.keyboard.type('周六下午想做护理，晚上回她');
  await shot('composer');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('region', { name: '时间线' }).getByText('周六下午想做护理，晚上回她').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('mother and daughter see each other, each in her own word', async () => {
  await page.getByRole('button', { name: '加一个关系' }).click();
  await page.getByRole('combobox', { name: '谁' }).fill('xiulan');
  await page.getByRole('option', { name: /林秀兰/ }).click();
  await page.getByRole('combobox', { name: '是林若溪的' }).click();
  await page.getByRole('option', { name: '妈妈', exact: true }).click();
  await shot('relation');
  await page.getByRole('button', { name: /^记下/ }).click();
  const relations = page.getByRole('region', { name: '关系' });
  await relations.getByRole('link', { name: '林秀兰' }).click();
  await page.getByRole('heading', { name: '林秀兰' }).waitFor();
  await relations.getByText('女儿').waitFor();
});

test('who sent whom is a tree, and Escape closes it without leaving the page', async () => {
  const relations = page.getByRole('region', { name: '关系' });
  await relations.getByRole('link', { name: '林若溪' }).click();
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
  await relations.getByRole('button', { name: '选介绍人' }).click();
  await page.getByRole('combobox', { name: '介绍人' }).fill('林秀兰');
  await page.getByRole('option', { name: /林秀兰/ }).click();
  await relations.getByRole('button', { name: '看介绍关系' }).click();
  await page
    .getByRole('table', { name: /介绍关系/ })
    .getByRole('link', { name: '林秀兰' })
    .waitFor();
  await shot('tree');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The page behind it stays where it is.
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
});

test('what was changed stands on the timeline and beside the field', async () => {
  await callPage(page, 'clients.update', {
    id: lin,
    draft: aDraft({ name: '林若溪', gender: 'female', wechat: 'lin-2026', phone: '13900139000' }),
  });
  await page.getByRole('button', { name: '修改记录' }).click();
  await page.getByRole('region', { name: '时间线' }).getByText('lin-2020').first().waitFor();
  await shot('changes');
  await page.getByRole('button', { name: '微信以前是什么' }).click();
  await page.getByRole('dialog', { name: '微信以前是什么' }).getByText('lin-2020').waitFor();
  await shot('field');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
});

test('a long timeline draws few of them and goes to its end', async () => {
  await page.evaluate(async (clientId) => {
    for (let index = 0; index < 600; index += 1) {
      const day = new Date(Date.now() - (index + 1) * 7_200_000);
      const two = (n: number) => String(n).padStart(2, '0');
      const on = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
      const draft = { channel: 'phone', began: 'us', said: `第${index}句`, on, time: `${two(day.getHours())}:${two(day.getMinutes())}` };
      await window.shuke.call('contacts.record', { clientId, draft });
    }
  }, lin);
  const line = page.getByRole('region', { name: '时间线' });
  await line.getByRole('button', { name: '联系', exact: true }).click();
  await line.getByText('第0句').waitFor();
  await page.mouse.move(800, 500);
  // As many turns as it takes: a page that is slow to come is waited for, not given up.
  while ((await line.getByText('第599句').count()) === 0) {
    await page.mouse.wheel(0, 3000);
    expect(await line.getByRole('listitem').count()).toBeLessThan(80);
    await page.waitForFunction(() => document.querySelector('button[data-loading]') === null);
  }
  await shot('end');
}, 120_000);
