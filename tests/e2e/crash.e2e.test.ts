// The app killed or its page crashed in the middle of work: it comes back where it was, with what was being typed, and says what was left unfinished.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OWNER } from '../support/app';
import { aDraft } from '../support/build';
import { answerOpenDialog, answerSaveDialog, crashPage, inNewPage, killApp, launchApp, type RunningApp } from '../support/electron';
import { askPage, callPage, createBookIn, readList } from '../support/page-calls';

const LIST = path.resolve('tests/fixtures/老客户名单.xlsx');

const PATIENT = { timeout: 15_000 };
const UNLOCK = `window.shuke.call('book.status', null).then(({ value }) =>
  window.shuke.call('book.unlock', { accountId: value.accounts[0].id, password: '${OWNER.password}' }))`;
const NAME = `[...document.querySelectorAll('input')].map(({ value }) => value).find((value) => value.startsWith('周静怡'))`;

let folder: string;
let running: RunningApp;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shuke-e2e-'));
  running = await launchApp({ userData: path.join(folder, 'profile') });
  await createBookIn(running.page);
});
afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** As a person does it. */
const signIn = async () => {
  await running.page.getByLabel(`${OWNER.ownerName}的密码`).fill(OWNER.password);
  await running.page.keyboard.press('Enter');
  await running.page.getByRole('navigation').first().waitFor();
};
const killAndOpen = async () => {
  await killApp(running.app);
  running = await launchApp({ userData: path.join(folder, 'profile') });
  await signIn();
};
const place = () => running.page.evaluate(() => location.hash);
const placeKept = async (wanted: string) =>
  expect.poll(async () => (await callPage(running.page, 'drafts.get', { key: 'place' }))?.value).toBe(wanted);
const progress = () =>
  running.page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        Reflect.get(window, 'shuke').subscribe((event) => {
          if (event instanceof Object && Reflect.get(event, 'type') === 'job-progress') resolve();
        }),
      ),
  );

/** On a client's page to be changed, with a name half typed. */
const beginChange = async () => {
  const { id } = await callPage(running.page, 'clients.create', aDraft({ name: '周静怡' }));
  await running.page.evaluate((hash) => {
    location.hash = hash;
  }, `#/clients/${id}/edit`);
  await running.page.getByRole('textbox', { name: '姓名' }).fill('周静怡（改到一半');
  await expect.poll(async () => await callPage(running.page, 'drafts.list', null)).toHaveLength(1);
  await placeKept(`/clients/${id}/edit`);
  return id;
};

test('a killed app opens on the page it was on, with what was being typed; one that was quit opens on its first page', async () => {
  const id = await beginChange();
  await killAndOpen();
  await expect.poll(place).toBe(`#/clients/${id}/edit`);
  await running.page.getByRole('textbox', { name: '姓名' }).waitFor();
  expect(await running.page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('周静怡（改到一半');
  await placeKept(`/clients/${id}/edit`);
  await running.close();
  running = await launchApp({ userData: path.join(folder, 'profile') });
  await signIn();
  await expect.poll(place).toBe('#/today');
});

test('a new service half typed is there after a kill and after a lock, says that it was left, and is gone once it is added', async () => {
  const { length: before } = await callPage(running.page, 'catalogue.list', { activeOnly: false });
  const name = () => running.page.getByRole('textbox', { name: '项目', exact: true });
  const openForm = () =>
    running.page
      .getByRole('button', { name: /新项目/ })
      .first()
      .click();
  const isLeft = () => running.page.getByText(/^接着.*没填完的$/).waitFor();
  await running.page.evaluate(() => {
    location.hash = '#/settings/services';
  });
  await openForm();
  await name().fill('水光补水，第一疗程');
  await expect.poll(async () => (await callPage(running.page, 'drafts.list', null)).map(({ key }) => key)).toEqual(['service-new']);
  await placeKept('/settings/services');
  await killAndOpen();
  await expect.poll(place).toBe('#/settings/services');
  await openForm();
  await isLeft();
  expect(await name().inputValue()).toBe('水光补水，第一疗程');
  await name().fill('水光补水，第二疗程');
  // as the person does it: what was typed a moment ago goes along
  await running.page.keyboard.press('Control+L');
  await running.page.getByLabel(`${OWNER.ownerName}的密码`).waitFor();
  await signIn();
  await running.page.evaluate(() => {
    location.hash = '#/settings/services';
  });
  await openForm();
  await isLeft();
  expect(await name().inputValue()).toBe('水光补水，第二疗程');
  await running.page.getByRole('button', { name: '加上这个项目' }).click();
  await expect.poll(async () => (await callPage(running.page, 'catalogue.list', { activeOnly: false })).length).toBe(before + 1);
  await expect.poll(async () => await callPage(running.page, 'drafts.list', null)).toEqual([]);
});

test('a page that crashes locks the book, says so, and comes back where it was; the fourth time within a minute the app says so and quits', async () => {
  const id = await beginChange();
  await crashPage(running.app);
  const shown = () => inNewPage(running.app, 'document.body.innerText');
  await expect.poll(shown, PATIENT).toContain('画面出了问题，已重新打开');
  const log = readFileSync(path.join(folder, 'profile', 'logs', 'main.log'), 'utf8');
  expect(log).toMatch(/page 0 ms (crashed|killed)/);
  expect(log).not.toMatch(/周静怡|shuke-e2e/);
  await inNewPage(running.app, UNLOCK);
  await expect.poll(() => inNewPage(running.app, 'location.hash'), PATIENT).toBe(`#/clients/${id}/edit`);
  await expect.poll(() => inNewPage(running.app, NAME), PATIENT).toBe('周静怡（改到一半');
  await running.app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (title) => void process.stdout.write(`BOX ${title}\n`);
  });
  const ended = new Promise((resolve) => running.app.process().once('exit', resolve));
  for (let i = 0; i < 3; i += 1) {
    await crashPage(running.app);
    if (i < 2) await expect.poll(shown, PATIENT).toContain('画面出了问题，已重新打开');
  }
  await ended;
  expect(running.output()).toContain('BOX 熟客的画面一再出问题');
});

test('an import that was cut off by a kill is told of once after signing in', async () => {
  await answerOpenDialog(running.app, [LIST]);
  const matching = await readList(running.page);
  const begun = progress();
  askPage(running.page, 'imports.commit', matching, 'killed').catch(() => undefined);
  await begun;
  await killAndOpen();
  const { current } = await callPage(running.page, 'clients.counts', null);
  expect([0, 330]).toContain(current);
  const told = running.page.getByRole('region', { name: '上次没做完的事' });
  await told.waitFor();
  expect(await told.innerText()).toContain(current === 0 ? '一行也没有写入' : '已经全部写入');
  await told.getByRole('button', { name: '知道了' }).click();
  await told.waitFor({ state: 'detached' });
  await killAndOpen();
  expect(await callPage(running.page, 'jobs.unfinished', null)).toEqual([]);
});

test('an export that was cut off by a kill leaves no half file behind once somebody has signed in, and is told of', async () => {
  await answerOpenDialog(running.app, [LIST]);
  await callPage(running.page, 'imports.commit', await readList(running.page));
  const target = path.join(folder, '客户.xlsx');
  await answerSaveDialog(running.app, target);
  askPage(running.page, 'exports.book', { language: 'zh-CN', terms: { purpose: '盘点', password: null, approval: null } }, 'killed').catch(
    () => undefined,
  );
  await expect.poll(() => existsSync(`${target}.part`) || existsSync(target), { interval: 1, ...PATIENT }).toBe(true);
  await killAndOpen();
  await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  const told = await callPage(running.page, 'jobs.unfinished', null);
  // The kill may come after the last byte: then the file is whole, and there may be nothing left to tell.
  const expected = [{ kind: 'export', done: existsSync(target) }];
  expect(told.map(({ kind, done }) => ({ kind, done }))).toEqual(told.length === 0 && existsSync(target) ? [] : expected);
});

test('the PC going to sleep in the middle of an import locks the book and leaves nothing half written', async () => {
  await answerOpenDialog(running.app, [LIST]);
  const matching = await readList(running.page);
  const begun = progress();
  const importing = askPage(running.page, 'imports.commit', matching, 'sleep');
  await begun;
  await running.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  const answer = await importing;
  if (!answer.ok) expect(answer.error?.code).toMatch(/bridge.cancelled|session.locked/);
  await running.page.getByText('电脑锁屏或休眠').waitFor();
  await signIn();
  expect((await callPage(running.page, 'clients.counts', null)).current).toBe(answer.ok ? 330 : 0);
  expect(await callPage(running.page, 'jobs.unfinished', null)).toHaveLength(answer.ok ? 0 : 1);
});
