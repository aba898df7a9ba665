// Restoring as a person does it: from the list over the open book, and from a backup when no book can be opened.

import { readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runTask as runBackupTask, type BackupTask } from '../../electron/backups/tasks';
import type { WorkerOptions, Workers } from '../../electron/core/workers';
import { runTask as runRestoreTask, type RestoreTask } from '../../electron/restore/tasks';
import { anApp, anEmptyApp, aPerson, createBook, OWNER, signIn, takeOver, type TestApp } from '../support/app';
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

const LIST = '/data?tab=backups';

/** 林若溪 is in the backup, whoever comes later is not. */
async function aBookWithABackup(): Promise<TestApp> {
  const app = await anApp({ workers: SAME_THREAD });
  opened.push(app);
  await aClient(app, { name: '林若溪' });
  await app.call('backups.make', null);
  return app;
}

async function openPreview(app: TestApp) {
  const rendered = await renderApp({ app, route: LIST });
  await rendered.user.click(await screen.findByRole('link', { name: /^恢复.*的备份$/ }));
  await screen.findByRole('heading', { name: /^恢复到.*的备份$/ });
  return rendered;
}

const backupFile = (app: TestApp) => {
  const folder = path.join(app.folder, 'book', 'backups');
  return path.join(folder, readdirSync(folder)[0] ?? '');
};

describe('over the open book', () => {
  it('shows what would be lost, asks for the own password, and leaves everybody at the lock with a word of why', async () => {
    const app = await aBookWithABackup();
    await aClient(app, { name: '罗一诺' });
    const { user } = await openPreview(app);
    const clients = screen.getByRole('row', { name: /^客户/ });
    expect(within(clients).getByText('−1')).toBeTruthy();
    expect(within(clients).getByText('失去罗一诺')).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('不恢复');
    await expectAccessible();
    const act = screen.getByRole('button', { name: /^恢复到/ });
    await user.click(act);
    expect(screen.getByText('请输入您的密码。')).toBeTruthy();
    await user.type(screen.getByLabelText('您的密码'), 'not-my-password{Enter}');
    expect(await screen.findByText(/^密码不对/)).toBeTruthy();
    await user.type(screen.getByLabelText('您的密码'), `${OWNER.password}{Enter}`);
    expect(await screen.findByText('客户簿已用备份恢复。请用现在的密码登录。')).toBeTruthy();
    await signIn(app);
    const { rows } = await app.call('clients.list', {
      filter: { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
      ...{ sort: 'name', descending: false, offset: 0, limit: 10 },
    });
    expect(rows.map(({ name }) => name)).toEqual(['林若溪']);
    expect((await app.call('backups.list', null)).map(({ kind }) => kind)).toContain('before-restore');
  });

  it('has the date typed before much is lost', async () => {
    const app = await aBookWithABackup();
    for (let n = 0; n < 51; n++) await aClient(app, { name: `客${n}` });
    const { user } = await openPreview(app);
    await user.type(screen.getByLabelText('您的密码'), OWNER.password);
    await user.click(screen.getByRole('button', { name: /^恢复到/ }));
    expect(screen.getByText('照写：2026-03-14')).toBeTruthy();
    expect((await app.call('book.status', null)).state).toBe('open');
    await user.type(screen.getByLabelText('失去51条，请照写备份的日期'), '2026年03月14日');
    await user.click(screen.getByRole('button', { name: /^恢复到/ }));
    expect(await screen.findByText('客户簿已用备份恢复。请用现在的密码登录。')).toBeTruthy();
  });

  it('is left by Escape with nothing changed', async () => {
    const app = await aBookWithABackup();
    const { user, place } = await openPreview(app);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(place()).toBe(LIST));
  });

  it('is for owners alone', async () => {
    const app = await aBookWithABackup();
    await takeOver(app, await aPerson(app, { name: '郑佩文', role: 'manager' }));
    await renderApp({ app, route: LIST });
    await screen.findByText('已打开核对');
    expect(screen.queryByRole('link', { name: /^恢复/ })).toBeNull();
    expect(screen.queryByRole('button', { name: '从文件恢复' })).toBeNull();
  });
});

describe('with no book open', () => {
  it('brings a damaged book back by an owner’s password', async () => {
    const app = await aBookWithABackup();
    app.house.lock('quit');
    truncateSync(path.join(app.folder, 'book', 'book.db'), 4096);
    const again = await app.restart();
    opened.push(again);
    await signIn(again).catch(() => null);
    const { user } = await renderApp({ app: again });
    await user.click(await screen.findByRole('button', { name: /^从备份恢复/ }));
    await screen.findByRole('radio');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: '用这一份' }));
    await user.type(await screen.findByLabelText('苏敏的密码'), `${OWNER.password}{Enter}`);
    expect(await screen.findByRole('button', { name: /解锁/ })).toBeTruthy();
    await signIn(again);
    expect((await again.call('today.page', null)).anyClients).toBe(true);
  });

  it('opens a backup on a new PC by the recovery key, with a new password for the owner', async () => {
    const app = anEmptyApp({ workers: SAME_THREAD });
    opened.push(app);
    const groups = await createBook(app);
    await aClient(app, { name: '林若溪' });
    await app.call('backups.make', null);
    const other = anEmptyApp({ workers: SAME_THREAD });
    opened.push(other);
    other.answers.chooseFile.push(backupFile(app));
    const { user } = await renderApp({ app: other, language: 'en' });
    await user.click(await screen.findByRole('button', { name: 'Have a backup? Restore from it' }));
    await user.click(await screen.findByRole('button', { name: 'Choose a file' }));
    await user.type(await screen.findByLabelText('Recovery key'), groups.join(' '));
    await user.type(screen.getByLabelText('New password'), 'xin-diannao-2026');
    await user.click(screen.getByRole('button', { name: 'Restore this one' }));
    expect(await screen.findByRole('button', { name: /Unlock/ })).toBeTruthy();
    await signIn(other, 'xin-diannao-2026');
    expect((await other.call('today.page', null)).anyClients).toBe(true);
  });
});
