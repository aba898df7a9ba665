// A morning at the desk in the real window: the owner and the front desk take turns, and the audit log tells exactly that story.

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '@playwright/test';
import type { AuditEntry } from '../../shared/audit/contract';
import { firstStart, PASSWORD } from '../demo/day';
import { launchApp, type RunningApp } from '../support/electron';

const FRONT_PASSWORD = 'wangfang-de-mima';

let running: RunningApp;
let page: Page;
beforeAll(async () => {
  running = await launchApp();
  page = running.page;
  await page.setViewportSize({ width: 1280, height: 800 });
  await firstStart({ page, shot: async () => undefined }, 'today');
}, 120_000);
afterAll(() => running.close());

test('the owner makes an account for the front desk and gets a start password', async () => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '账号' }).click();
  await page.getByRole('button', { name: '新账号' }).first().click();
  await page.getByLabel('姓名', { exact: true }).fill('王芳');
  await page.getByRole('button', { name: '建账号，拿初始密码' }).click();
  const start = await page.getByText(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/).innerText();
  await page.getByRole('button', { name: '已经告诉王芳' }).click();
  await takeOver('王芳', start);
  await page.getByLabel('自己的密码').fill(FRONT_PASSWORD);
  await page.getByLabel('再输一次').fill(FRONT_PASSWORD);
  await page.getByRole('button', { name: /设好，打开客户簿/ }).click();
  await page.getByRole('link', { name: '今日' }).waitFor();
});

test('the front desk is offered what is theirs and no more', async () => {
  expect(await page.getByRole('link', { name: '洞察' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: '客户', exact: true }).count()).toBe(1);
});

test('the front desk enters a client, and is refused what it goes around the window for', async () => {
  await page.keyboard.press('Control+n');
  await page.getByLabel('姓名').fill('林若溪');
  await page.getByLabel('手机', { exact: true }).fill('138 0013 8427');
  await page.getByText('号码有效').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '林若溪' }).waitFor();
  expect(await call('people.accounts', null)).toMatchObject({ ok: false, error: { code: 'session.not-allowed' } });
});

test('a wrong password at the lock screen is remembered', async () => {
  await page.keyboard.press('Control+l');
  await page.getByRole('radio', { name: /苏敏/ }).click();
  await page.getByLabel('苏敏的密码').fill('not-the-password');
  await page.keyboard.press('Enter');
  await page.getByText(/^密码不对/).waitFor();
  await page.getByLabel('苏敏的密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '设置' }).waitFor();
});

test('the log tells exactly this story, in order, and its chain holds', async () => {
  const filter = { from: null, to: null, accountId: null, events: [], clientId: null };
  const answer = await call('audit.list', { filter, before: null, limit: 200 });
  expect(answer.ok).toBe(true);
  const entries = answer.value.entries.toReversed();
  expect(entries.map(({ id }) => id)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.map(told)).toEqual([
    '苏敏 signed-in',
    '苏敏 people-changed people.invite',
    '王芳 switched',
    '王芳 password-changed book.chooseOwnPassword',
    '王芳 changed clients.create 林若溪',
    '王芳 client-seen 林若溪',
    '王芳 refused people.accounts',
    '王芳 locked',
    'nobody sign-in-failed',
    '苏敏 signed-in',
  ]);
  expect(await call('audit.verify', null)).toMatchObject({ ok: true, value: { broken: null } });
});

test('the owner reads it in sentences', async () => {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '审计日志' }).click();
  await page.getByText('林若溪').first().waitFor();
  const log = await page.getByRole('main').innerText();
  for (const word of ['王芳', '苏敏', '林若溪']) expect(log).toContain(word);
  expect(log).not.toContain('8427');
});

async function takeOver(name: string, password: string): Promise<void> {
  await page.keyboard.press('Control+u');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(new RegExp(`^${name}的`)).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '设一个自己的密码' }).waitFor();
}

interface Answer {
  readonly ok: boolean;
  readonly value: { readonly entries: readonly AuditEntry[] };
}

/** As the page itself asks, without a button for it. */
async function call(path: string, input: unknown): Promise<Answer> {
  const answer: unknown = await page.evaluate(([where, what]) => Reflect.get(window, 'shuke').call(where, what), [path, input] as const);
  // The page's own bridge; the test knows what this path answers.
  return answer as Answer;
}

function told({ who, event, operation, client }: AuditEntry): string {
  return [who?.name ?? 'nobody', event, operation, client?.name].filter(Boolean).join(' ');
}
