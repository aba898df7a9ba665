// The audit log as the owner reads it: a morning of two people in sentences, refusals, checking the chain, and who leaves.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyBook } from '../../electron/audit/verify-book';
import { writeSheet } from '../../electron/audit/write-sheet';
import type { Workers } from '../../electron/core/workers';
import { dropTriggers, installTriggers } from '../../electron/core/database/triggers';
import { aClient, aDraft } from '../support/build';
import { formatIn } from '../../shared/core/format';
import { anApp, aPerson, OWNER, takeOver, TEST_NOW, type Person, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let desk: Person;
let client: Awaited<ReturnType<typeof aClient>>;

// jsdom lays nothing out, and the list draws only what it believes to be in view
beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, {
    offsetHeight: { configurable: true, get: () => 45 },
    offsetWidth: { configurable: true, get: () => 1000 },
  });
  Object.defineProperties(Element.prototype, {
    clientHeight: { configurable: true, get: () => 1400 },
    clientWidth: { configurable: true, get: () => 1000 },
  });
});

beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD });
  client = await aClient(app, { name: '林若溪', phone: '13800138206' });
  desk = await aPerson(app, { name: '王芳', role: 'front-desk' });
  await takeOver(app, desk);
  await app.call('clients.get', { id: client });
  await app.call('clients.list', { filter: SEARCH, sort: 'name', descending: false, offset: 0, limit: 10 });
  await app.call('reveals.show', { clientId: client, what: 'contact', reason: '确认预约', approval: null });
  await app.call('audit.list', ALL).catch(() => null);
  const owner = (await app.call('book.status', null)).accounts.find(({ role }) => role === 'owner')!;
  await app.call('book.switchTo', { accountId: owner.id, password: OWNER.password });
});
afterEach(() => app.close());

/** The same work without a thread of its own: the threads are proved where the log is checked and written. */
const SAME_THREAD: Workers = {
  run: async <Out,>(name: string, input: unknown, { onProgress = () => undefined }: Parameters<Workers['run']>[2] = {}) =>
    (await (name === 'audit'
      ? verifyBook(input as Parameters<typeof verifyBook>[0], { progress: onProgress })
      : writeSheet(input as Parameters<typeof writeSheet>[0], { progress: onProgress }))) as Out,
};

/** As somebody would who has the key and a tool of their own. */
function breakAt(id: number): void {
  const sqlite = app.house.vault.database();
  dropTriggers(sqlite);
  sqlite.prepare(`UPDATE audit SET at = '2026-03-14T03:00:00.000Z' WHERE id = ?`).run(id);
  installTriggers(sqlite);
}

const CLOCK = formatIn('zh-CN').clock(new Date(TEST_NOW));
const SEARCH = { text: '8206', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const ALL = { filter: { from: null, to: null, accountId: null, events: [], clientId: null }, before: null, limit: 100 };
const open = (language: 'zh-CN' | 'en' = 'zh-CN') => renderApp({ app, route: '/settings/audit', language });
const list = () => within(screen.getByRole('list', { name: /^(记录|Entries)$/ })).getAllByRole('listitem');
const rows = () => list().map((row) => row.textContent ?? '');
const row = async (sentence: string | RegExp) =>
  waitFor(() => {
    const found = list().find((one) => (one.textContent ?? '').match(sentence));
    expect(found, `a row with ${String(sentence)} among ${rows().join(' | ')}`).toBeTruthy();
    return found!;
  });

describe('the log', () => {
  it('tells a morning of two people as sentences under their day, newest first', async () => {
    await open();
    await row('王芳看了林若溪的手机和联系方式，理由：确认预约');
    await row('王芳看了林若溪的资料');
    await row('王芳想看审计日志，被拒绝：没有这个权利');
    await row('苏敏给王芳建了账号，角色是前台');
    await row('苏敏新建了林若溪');
    const all = rows();
    expect(all[0]).toMatch(/^今天 3月14日 周六\d+条$/);
    const place = (text: string) => all.findIndex((one) => one.includes(text));
    expect(place('苏敏接手')).toBeLessThan(place('王芳想看审计日志'));
    expect(place('王芳想看审计日志')).toBeLessThan(place('苏敏新建了林若溪'));
    expect(screen.getByText(/^共\d+条$/)).toBeTruthy();
    await expectAccessible();
  });

  it('says the same in English', async () => {
    await open('en');
    await row('王芳 looked at phones and contact data of 林若溪, reason: 确认预约');
    await row('王芳 wanted to see the audit log and was refused: no right to it');
  });

  it('opens the row that is current, by arrows, with its place in the chain', async () => {
    const { user } = await open();
    const first = (await row('苏敏接手'))!;
    expect(within(first).getByText('指纹')).toBeTruthy();
    await user.keyboard('{ArrowDown}');
    const next = await row('王芳想看审计日志');
    await waitFor(() => expect(within(next).getByText(/^[0-9a-f]{4}…[0-9a-f]{4}，接第\d+条的/)).toBeTruthy());
    expect(within(first).queryByText('指纹')).toBeNull();
  });

  it('says what an act changed', async () => {
    await app.call('clients.update', { id: client, draft: aDraft({ name: '林若兮', phone: '13800138206' }) });
    const { user } = await open();
    await user.click(await row('苏敏改了林若兮的资料'));
    const changed = (await screen.findByText('客户 · 姓名')).parentElement;
    expect(changed?.textContent).toBe('客户 · 姓名　林若溪 → 林若兮');
    await expectAccessible();
  });

  it('says which right of which role went from where to where', async () => {
    const desk = (await app.call('people.roles', null)).find(({ id }) => id === 'front-desk')!;
    const { id, levels, ownClientsOnly, exportRows, revealsPerDay } = desk;
    const role = { id, levels: { ...levels, contact: 'none' as const }, ownClientsOnly, exportRows, revealsPerDay };
    await app.call('people.saveRoles', { roles: [role], password: null });
    await open();
    await row(/苏敏改了权限：前台看手机，.+ → 不可/);
  });

  it('narrows to refusals, to a person and to a client, and says how many', async () => {
    const { user } = await open();
    await row('苏敏新建了林若溪');
    await user.click(screen.getByRole('button', { name: '只看被拒绝的' }));
    await waitFor(() => expect(screen.getByText(/^1条，共\d+条$/)).toBeTruthy());
    expect(rows().join()).toContain('王芳想看审计日志');
    expect(rows().join()).not.toContain('苏敏新建');
    await user.click(screen.getByRole('button', { name: '只看被拒绝的' }));
    await user.click(screen.getByRole('button', { name: /^谁/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: '王芳' }));
    await waitFor(() => expect(rows().join()).not.toContain('苏敏新建'));
    await user.click(await row('王芳看了林若溪的资料'));
    await user.click(await screen.findByRole('button', { name: '只看这位客户' }));
    await waitFor(() => expect(rows().join()).not.toContain('被拒绝'));
    expect(rows().join()).toContain('王芳看了林若溪的资料');
  });

  it('is not there for who may not see it', async () => {
    await takeOver(app, desk);
    await open();
    expect(await screen.findByText(/这一页/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: '审计日志' })).toBeNull();
    expect(screen.queryByText(/王芳看了/)).toBeNull();
  });
});

describe('the chain', () => {
  it('is checked at a press, and the page says up to when', async () => {
    const { user } = await open();
    expect(await screen.findByText('还没有核对过')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '核对' }));
    expect(await screen.findByText('已核对到' + CLOCK + '，未发现改动')).toBeTruthy();
    await row(/苏敏核对了审计日志，\d+条，未发现改动/);
    await expectAccessible();
  });

  it('shows where it breaks, what is whole, and saves the evidence', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'shuke-evidence-')), '证据.json');
    app.answers.saveFile.push(file);
    breakAt(3);
    const { user } = await open();
    await row('苏敏新建了林若溪');
    await user.click(screen.getByRole('button', { name: '核对' }));
    expect(await screen.findByText('第3条起对不上，记录被改过')).toBeTruthy();
    expect(screen.getByText(/前面2条完好/)).toBeTruthy();
    await row('第3条对不上');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '存一份证据' }));
    expect(await screen.findByText('证据已存好')).toBeTruthy();
  });
});

describe('the log as a workbook', () => {
  it('asks what for, and is itself an entry', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'shuke-log-')), '日志.xlsx');
    app.answers.saveFile.push(file);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '导出Excel' }));
    await user.click(await screen.findByRole('button', { name: /^导出\d+条$/ }));
    expect(await screen.findByText('请写用途，2个字以上。')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '监管检查' }));
    await user.click(screen.getByRole('button', { name: /^导出\d+条$/ }));
    expect(await screen.findByText(/^已存成日志\.xlsx，\d+行$/)).toBeTruthy();
    await row(/苏敏导出了审计日志，\d+行，用途：监管检查/);
  });
});

describe('people', () => {
  it('says for each person how much on which day, and leads to their log', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('tab', { name: '每人动态' }));
    const person = await screen.findByRole('region', { name: '王芳' });
    expect(within(person).getByRole('img', { name: /^王芳：.*最多的一天是2026年3月14日/ })).toBeTruthy();
    await expectAccessible();
    await user.click(within(person).getByRole('button', { name: '看日志' }));
    await row('王芳看了林若溪的资料');
    expect(rows().join()).not.toContain('苏敏新建');
  });

  it('looks back at somebody who leaves', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('tab', { name: '离职核查' }));
    await user.click(await screen.findByRole('combobox', { name: '核查谁' }));
    await user.click(await screen.findByRole('option', { name: '王芳' }));
    const report = await screen.findByRole('region', { name: '王芳' });
    expect(within(report).getByText('看过的客户')).toBeTruthy();
    expect(within(report).getByRole('cell', { name: '林若溪' })).toBeTruthy();
    expect(within(report).getByText('近90天没有导出，也没有打印。')).toBeTruthy();
    await expectAccessible();
  });
});
