// A field of the shop's own from the settings to the Excel file, in the real window: required, filled in, a column, a filter, a workbook; and the settings of tags.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDraft } from '../support/build';
import { answerSaveDialog, launchApp, type RunningApp } from '../support/electron';
import { callPage, createBookIn } from '../support/page-calls';
import { go } from '../support/walk';

const SHOTS = process.env['SHUKE_SHOTS'];

let userData: string;
let running: RunningApp;
beforeAll(async () => {
  userData = await mkdtemp(path.join(os.tmpdir(), 'shuke-fields-'));
  running = await launchApp({ userData });
  await running.page.setViewportSize({ width: 1280, height: 800 });
  await createBookIn(running.page);
  await callPage(running.page, 'clients.create', aDraft({ name: '李梦瑶', tags: ['老客', '敏感肌'] }));
}, 120_000);
afterAll(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true });
});

const shoot = async (name: string) => {
  if (SHOTS !== undefined) await running.page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
};

test('is made, required, filled in, seen in the list, filtered by and exported', async () => {
  const { page, app } = running;
  await go(running.page, '/settings/fields');
  await page.getByRole('button', { name: /新字段/ }).click();
  await page.getByRole('textbox', { name: '名称' }).fill('发质');
  await page.getByRole('combobox', { name: '类型' }).click();
  await page.getByRole('option', { name: '单选' }).click();
  await page.getByRole('combobox', { name: '选项' }).pressSequentially('细软,粗硬,');
  await page.getByRole('switch', { name: /^必填/ }).click();
  await shoot('fields-new');
  await page.getByRole('button', { name: '加上' }).click();
  await page.getByRole('cell', { name: '发质' }).waitFor();
  await shoot('fields');
  await go(running.page, '/settings/dictionary');
  await page.getByText('1个字段没写用途').waitFor();
  await shoot('dictionary');

  await go(running.page, '/clients/new');
  await page.getByRole('textbox', { name: /^姓名/ }).fill('林若溪');
  await page.keyboard.press('Control+Enter');
  await page.getByText('这一栏必填。').waitFor();
  await shoot('form-required');
  await page.getByRole('combobox', { name: /^发质/ }).click();
  await page.getByRole('option', { name: '细软' }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
  await page.getByText('细软').first().waitFor();
  await shoot('client');

  await go(running.page, '/clients');
  await page.getByRole('button', { name: '显示哪些列' }).click();
  await page.getByRole('menuitemcheckbox', { name: '发质' }).click();
  await page.getByRole('columnheader', { name: '发质' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '自定义' }).click();
  await page.getByRole('menuitemradio', { name: '发质：细软' }).click();
  await page.getByRole('row', { name: /李梦瑶/ }).waitFor({ state: 'detached' });
  await shoot('list');

  const target = path.join(userData, 'out.xlsx');
  await answerSaveDialog(app, target);
  await page.getByRole('button', { name: '导出Excel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('用途').first().fill('盘点');
  await dialog.getByRole('button', { name: '导出Excel' }).click();
  await page.getByText('已导出1行到“out.xlsx”').first().waitFor();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(target);
  const sheet = workbook.worksheets[0]!;
  const column = Array.from(sheet.getRow(1).values as unknown[], String).indexOf('发质');
  expect([sheet.rowCount, sheet.getRow(2).getCell(column).value]).toEqual([2, '细软']);
}, 120_000);

test('the page of tags and the page of tiers stand as they are drawn', async () => {
  const { page } = running;
  await go(running.page, '/settings/tags');
  await page.getByRole('cell', { name: '敏感肌' }).click();
  await page.getByRole('combobox', { name: '并入另一个标签' }).waitFor();
  await shoot('tags');
  await go(running.page, '/settings/tiers');
  await page.getByRole('button', { name: /新等级/ }).click();
  await page.getByRole('textbox', { name: '名称' }).waitFor();
  await shoot('tiers');
}, 60_000);
