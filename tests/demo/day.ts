// One day at the front desk, step by step, through the interface only. The demo takes pictures of it; the end-to-end ring asserts what came of it.

import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from '../support/electron';

export interface DayTools {
  readonly page: Page;
  readonly app: ElectronApplication;
  /** Where the two lists of the old system are. */
  readonly lists: string;
  /** Where the exported workbook goes. */
  readonly workbook: string;
  readonly shot: (name: string) => Promise<void>;
}

export const PASSWORD = 'shanchahua-9-yue';

export async function theDay(tools: DayTools): Promise<void> {
  await firstStart(tools, 'import');
  await importList(tools, '老客户名单.xlsx');
  await importList(tools, '到店流水.xlsx');
  await today(tools);
  await findClient(tools);
  await recordVisit(tools);
  await promiseFollowUps(tools);
  await newClient(tools);
  await loyalClients(tools);
  await lockAndUnlock(tools);
  await exportBook(tools);
  await inTheDark(tools);
}

/** Shop, owner, recovery key; then straight to the old lists or to today. */
export async function firstStart({ page, shot }: Pick<DayTools, 'page' | 'shot'>, next: 'import' | 'today'): Promise<void> {
  await page.getByText('中文').click();
  await page.getByLabel('店名').fill('棠舍');
  await shot('first-start-shop');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('老板姓名').fill('苏敏');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次').fill(PASSWORD);
  const asked = page.getByLabel(/输入第\d组和第\d组/);
  const numbers = [
    ...((await asked.getAttribute('aria-label')) ?? (await page.getByText(/输入第\d组和第\d组/).innerText())).matchAll(/\d/g),
  ].map(Number);
  const groups = await recoveryGroups(page);
  await asked.fill(numbers.map((number) => groups[number - 1]).join(' '));
  await shot('first-start-key');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText(next === 'import' ? '导入老名单' : '从今天到店的第一位记起').click();
  await shot('first-start-list');
  await page.getByRole('button', { name: next === 'import' ? '建好客户簿，去导入' : '建好客户簿，打开今日' }).click();
}

/** Reads the eight groups off the sheet on the screen. */
async function recoveryGroups(page: Page): Promise<string[]> {
  const texts = await page.getByRole('list', { name: '恢复钥匙，共8组' }).getByRole('listitem').allInnerTexts();
  return texts.map((text) => /[0-9A-Z]{4,5}$/.exec(text.trim())?.[0] ?? '');
}

async function importList({ page, app, lists, shot }: DayTools, file: string): Promise<void> {
  const name = path.basename(file, '.xlsx');
  await answerOpenDialog(app, [path.join(lists, file)]);
  await page.getByRole('button', { name: '选文件' }).first().click();
  const check = page.getByRole('button', { name: /^检查[\d,]+行/ });
  await check.waitFor();
  await shot(`import-columns-${name}`);
  await check.click();
  const write = page.getByRole('button', { name: /^导入[\d,]+行/ });
  await write.waitFor();
  await shot(`import-problems-${name}`);
  await write.click();
  const again = page.getByRole('button', { name: '再导入一份' });
  await again.waitFor();
  await shot(`import-done-${name}`);
  await again.click();
}

async function today({ page, shot }: DayTools): Promise<void> {
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByText('该回来的客人').waitFor();
  await shot('today');
  await page.getByRole('link', { name: '客户', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  await shot('clients');
}

async function findClient(tools: DayTools): Promise<void> {
  // A word of a note finds whoever it was noted for, the latest visit first.
  await open(tools, '过敏', 'palette');
  await tools.shot('client-with-alert');
  await open(tools, 'lsz');
  await tools.shot('client');
}

/** Two keystrokes' worth of time: the palette, initials or whatever is known, Enter. */
async function open({ page, shot }: DayTools, known: string, picture?: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(known);
  await page.getByRole('option').first().waitFor();
  if (picture !== undefined) await shot(picture);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '记到店' }).waitFor();
}

async function recordVisit({ page, shot }: DayTools): Promise<void> {
  await page.keyboard.press('v');
  await page.getByRole('dialog').getByText('应收').waitFor();
  await page.keyboard.press('1');
  await shot('visit');
  await page.keyboard.press('Control+Enter');
  await page.getByText(/^已记.*的到店/).waitFor();
  // Until the panel has gone, keys are still its own.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shot('visit-saved');
}

async function promiseFollowUps(tools: DayTools): Promise<void> {
  const { page, shot } = tools;
  await promiseFollowUp(tools, '问皮肤感受，约下次补水', 'follow-up');
  await open(tools, 'hfq');
  await promiseFollowUp(tools, '睫毛嫁接后三周，该补睫毛了');
  await open(tools, 'zax');
  await promiseFollowUp(tools, '首次做头皮养护，问满意度');
  await page.getByRole('link', { name: '回访' }).click();
  await page.getByText('问皮肤感受，约下次补水').first().waitFor();
  await shot('follow-ups');
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByText('问皮肤感受，约下次补水').first().waitFor();
  await shot('today-with-follow-ups');
}

/** On the page of a client: F, what to ask, saved by keyboard. */
async function promiseFollowUp({ page, shot }: DayTools, note: string, picture?: string): Promise<void> {
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: '明天' }).click();
  await dialog.getByRole('textbox').last().fill(note);
  if (picture !== undefined) await shot(picture);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function newClient({ page, shot }: DayTools): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByLabel('姓名').fill('林若溪');
  await page.getByLabel('手机', { exact: true }).fill('138 0013 8427');
  await page.getByText('号码有效').waitFor();
  await shot('new-client');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
}

async function loyalClients({ page, shot }: DayTools): Promise<void> {
  await page.getByRole('link', { name: '洞察' }).click();
  await page.getByText('调整标准').waitFor();
  await shot('loyal-clients');
}

async function lockAndUnlock({ page, shot }: DayTools): Promise<void> {
  await page.keyboard.press('Control+l');
  const password = page.getByLabel('苏敏的密码');
  await password.fill('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByText(/^密码不对/).waitFor();
  await shot('locked');
  await password.fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('调整标准').waitFor();
}

async function exportBook({ page, app, workbook, shot }: DayTools): Promise<void> {
  await answerSaveDialog(app, workbook);
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('tab', { name: '导出' }).click();
  await page.getByRole('button', { name: '导出Excel' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('自己留底').click();
  await shot('export-purpose');
  await dialog.getByRole('button', { name: '导出Excel' }).click();
  await page
    .getByText(/已导出[\d,]+行|刚才导出到/)
    .first()
    .waitFor();
  await shot('export');
}

/** The same places in the dark theme and in English. */
async function inTheDark({ page, shot }: DayTools): Promise<void> {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '外观和语言' }).click();
  await page.getByText('深色').click();
  await page.getByRole('link', { name: '今日' }).click();
  await page.getByText('该回来的客人').waitFor();
  await shot('today-dark');
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '外观和语言' }).click();
  await page.getByText('English').click();
  await page.getByRole('link', { name: 'Clients', exact: true }).click();
  await page.getByRole('row').nth(3).waitFor();
  await shot('clients-dark-en');
}
