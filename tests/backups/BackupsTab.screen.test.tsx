// The tab of the backups, the foot of the rail and the banner, on real backups of a real book.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTask, type BackupTask } from '../../electron/backups/tasks';
import type { WorkerOptions, Workers } from '../../electron/core/workers';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let stick: string;

beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD });
  stick = path.join(mkdtempSync(path.join(tmpdir(), 'shuke-stick-')), '店长U盘');
});
afterEach(() => {
  app.close();
  rmSync(path.dirname(stick), { recursive: true, force: true });
});

/** The real work, without the thread, which a screen test has not built. What crosses is cloned, as a thread would get it. */
const SAME_THREAD: Workers = {
  run: async <Out,>(_name: string, order: unknown, options: WorkerOptions = {}) =>
    (await runTask(structuredClone(order) as BackupTask, { progress: options.onProgress ?? (() => undefined) })) as Out,
};

const ROUTE = '/data?tab=backups';

async function addStick(): Promise<void> {
  mkdirSync(stick, { recursive: true });
  app.answers.chooseFolder.push(stick);
  await app.call('backups.addFolder', null);
}

const foot = () => screen.getByRole('navigation', { name: '主导航' });

describe('the tab', () => {
  it('makes the first backup and lists it; the foot of the rail says so', async () => {
    await aClient(app, { name: '林若溪' });
    const { user } = await renderApp({ app, route: ROUTE });
    expect(await screen.findByText('还没有备份')).toBeTruthy();
    expect(within(foot()).getByText('还没备份')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '现在备份' }));
    const table = await screen.findByRole('table', { name: '可以恢复的备份' });
    await waitFor(() => expect(within(foot()).getByText('已备份')).toBeTruthy());
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(within(table).getByText('手动')).toBeTruthy();
    expect(within(table).getByText('已打开核对')).toBeTruthy();
    expect(screen.getByText('已打开核对，1位客户都在')).toBeTruthy();
    await expectAccessible();
  });

  it('says that all lies on this PC, until a folder elsewhere is chosen', async () => {
    const { user } = await renderApp({ app, route: ROUTE });
    const box = await screen.findByRole('region', { name: '备份只放在这台电脑上' });
    mkdirSync(stick, { recursive: true });
    app.answers.chooseFolder.push(stick);
    await user.click(within(box).getByRole('button', { name: '选一个文件夹' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: '备份只放在这台电脑上' })).toBeNull());
    expect((await app.call('backups.state', null)).folders.map(({ name }) => name)).toContain('店长U盘');
  });

  it('tells once that a folder is missing, and keeps its box until another folder stands in', async () => {
    await addStick();
    await app.call('backups.make', null);
    rmSync(stick, { recursive: true });
    await app.call('backups.make', null);
    const { user } = await renderApp({ app, route: ROUTE });
    const box = await screen.findByRole('region', { name: /^找不到“店长U盘”/ });
    expect(await screen.findByText('找不到“店长U盘”，备份没有写到那里。接上它，下一份就会写进去。')).toBeTruthy();
    await waitFor(async () => expect((await app.call('backups.state', null)).tellMissing).toEqual([]));
    expect(await screen.findByText('接上“店长U盘”才能用')).toBeTruthy();
    app.answers.chooseFolder.push(path.dirname(stick));
    await user.click(within(box).getByRole('button', { name: '换个文件夹' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: /^找不到“店长U盘”/ })).toBeNull());
    expect((await app.call('backups.state', null)).folders.map(({ place }) => place)).toContain(path.dirname(stick));
  });

  it('keeps the folder that is missing when no other one was chosen', async () => {
    await addStick();
    rmSync(stick, { recursive: true });
    await app.call('backups.make', null);
    const { user } = await renderApp({ app, route: ROUTE });
    const box = await screen.findByRole('region', { name: /^找不到“店长U盘”/ });
    await user.click(within(box).getByRole('button', { name: '换个文件夹' }));
    expect((await app.call('backups.state', null)).folders).toHaveLength(2);
    expect(screen.getByRole('region', { name: /^找不到“店长U盘”/ })).toBeTruthy();
  });
});

describe('where and when', () => {
  it('changes the hour, and says how a time is written', async () => {
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: '更改' }));
    const field = await screen.findByLabelText('每天几点做');
    await user.clear(field);
    await user.type(field, '25:00');
    expect(screen.getByText('时间写成 14:30 这样。')).toBeTruthy();
    await user.clear(field);
    await user.type(field, '9:30{Enter}');
    await waitFor(async () => expect((await app.call('backups.state', null)).dailyAt).toBe('09:30'));
    await expectAccessible();
  });

  it('gives up a folder without touching what lies in it; its own one stays', async () => {
    await addStick();
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: '更改' }));
    const dialog = await screen.findByRole('dialog', { name: '备份放在哪里，几点做' });
    expect(within(dialog).getAllByRole('button', { name: /^不再写到这里/ })).toHaveLength(1);
    await user.click(within(dialog).getByRole('button', { name: '不再写到这里：店长U盘' }));
    await waitFor(async () => expect((await app.call('backups.state', null)).folders).toHaveLength(1));
  });
});

describe('over every page', () => {
  it('says loudly that backups are too old, and one made there ends it', async () => {
    await aClient(app, { name: '林若溪' });
    await app.call('backups.make', null);
    app.now = new Date('2026-03-18T05:00:00.000Z');
    const { user } = await renderApp({ app, route: '/settings/about' });
    const banner = await screen.findByRole('alert');
    expect(within(banner).getByText('已4天没有好的备份')).toBeTruthy();
    expect(within(foot()).getByText('备份太旧')).toBeTruthy();
    await user.click(within(banner).getByRole('button', { name: '现在备份' }));
    await waitFor(() => expect(screen.queryByText('已4天没有好的备份')).toBeNull());
    expect(within(foot()).getByText('已备份')).toBeTruthy();
  });

  it('leads to the tab who may change backups, and nobody else', async () => {
    const { user, place } = await renderApp({ app, route: '/settings/about' });
    await user.click(await screen.findByRole('link', { name: /^备份/ }));
    await waitFor(() => expect(place()).toBe('/data?tab=backups'));
  });

  it('shows the state also to who may not change it, without the way there', async () => {
    await takeOver(app, await aPerson(app, { name: '周静', role: 'therapist' }));
    await renderApp({ app, route: '/settings/about' });
    expect(await within(await screen.findByRole('navigation', { name: '主导航' })).findByText('还没备份')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^备份/ })).toBeNull();
  });

  it('reads in English', async () => {
    await app.call('backups.make', null);
    await renderApp({ app, route: ROUTE, language: 'en' });
    expect(await screen.findByRole('table', { name: 'Backups to restore from' })).toBeTruthy();
    expect(await screen.findByText('By hand')).toBeTruthy();
    expect(screen.getByText('Backed up')).toBeTruthy();
  });
});
