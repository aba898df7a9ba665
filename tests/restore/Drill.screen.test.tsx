// The recovery drill as the owner meets it: reminded, with the paper in hand, told in one sentence that it works.

import { afterEach, describe, expect, it } from 'vitest';
import { runTask as runBackupTask, type BackupTask } from '../../electron/backups/tasks';
import type { WorkerOptions, Workers } from '../../electron/core/workers';
import { runTask as runRestoreTask, type RestoreTask } from '../../electron/restore/tasks';
import { anEmptyApp, aPerson, createBook, signIn, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

const opened: TestApp[] = [];
afterEach(() => opened.splice(0).forEach((app) => app.close()));

/** The real work, without the threads, which a screen test has not built. What crosses is cloned, as a thread would get it. */
const SAME_THREAD: Workers = {
  run: async <Out,>(name: string, order: unknown, options: WorkerOptions = {}) => {
    const tools = { progress: options.onProgress ?? (() => undefined) };
    const own = structuredClone(order);
    return (name === 'restore' ? await runRestoreTask(own as RestoreTask, tools) : await runBackupTask(own as BackupTask, tools)) as Out;
  },
};

const ROUTE = '/data?tab=backups';
const NEVER = '还没有试过：恢复钥匙那张纸还在不在、对不对';

/** Two months old, with one client and one backup. */
async function anOlderBook(): Promise<{ app: TestApp; paper: string }> {
  const app = anEmptyApp({ workers: SAME_THREAD });
  opened.push(app);
  const paper = (await createBook(app)).join('-');
  await aClient(app, { name: '林若溪' });
  app.now = new Date('2026-05-14T04:00:00.000Z');
  await app.call('book.lock', { reason: 'key' });
  await signIn(app);
  await app.call('backups.make', null);
  return { app, paper };
}

async function anotherPaper(): Promise<string> {
  const app = anEmptyApp();
  opened.push(app);
  return (await createBook(app)).join('-');
}

describe('the drill', () => {
  it('asks for the paper, says what a wrong one is, and ends with one plain sentence', async () => {
    const { app, paper } = await anOlderBook();
    const { user } = await renderApp({ app, route: ROUTE });
    const reminder = await screen.findByRole('region', { name: NEVER });
    const start = await screen.findByRole('button', { name: '开始演练' });
    await user.click(within(reminder).getByRole('button', { name: '去演练' }));
    expect(document.activeElement).toBe(start);
    await user.click(start);
    const dialog = await screen.findByRole('dialog', { name: '恢复演练' });
    await user.click(within(dialog).getByRole('button', { name: '试着打开' }));
    const field = within(dialog).getByRole('textbox', { name: '恢复钥匙' });
    expect(document.activeElement).toBe(field);
    await user.type(field, await anotherPaper());
    await user.click(within(dialog).getByRole('button', { name: '试着打开' }));
    expect(await within(dialog).findByText(/^这把钥匙打不开这份备份/)).toBeTruthy();
    await expectAccessible();
    await user.clear(field);
    await user.type(field, paper);
    await user.click(within(dialog).getByRole('button', { name: '试着打开' }));
    expect(await within(dialog).findByText('纸还管用')).toBeTruthy();
    expect(within(dialog).getByText(/1位客户、0次到店/)).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '好，把纸收好' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: NEVER })).toBeNull());
    expect(screen.getByText(/演练过：恢复钥匙打得开/)).toBeTruthy();
  });

  it('is remembered on Today by one line, which can be put off', async () => {
    const { app } = await anOlderBook();
    const { user } = await renderApp({ app, route: '/' });
    const line = await screen.findByRole('note');
    expect(within(line).getByText(NEVER)).toBeTruthy();
    await user.click(within(line).getByRole('button', { name: '30天后再提醒' }));
    await waitFor(() => expect(screen.queryByText(NEVER)).toBeNull());
  });

  it('shows others who may see the backups how the last one went, and no button', async () => {
    const { app, paper } = await anOlderBook();
    const [{ token } = { token: '' }] = await app.call('backups.list', null);
    await app.call('restore.practise', { token, recoveryKey: paper });
    await takeOver(app, await aPerson(app, { name: '周静', role: 'manager' }));
    await renderApp({ app, route: ROUTE, language: 'en' });
    expect(await screen.findByText(/^Tried .*the recovery key opens the backup/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Start a drill' })).toBeNull();
  });
});
