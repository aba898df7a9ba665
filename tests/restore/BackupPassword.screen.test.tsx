// The backup password as the owner sets it, and as it opens a backup on another PC.

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runTask as runBackupTask, type BackupTask } from '../../electron/backups/tasks';
import type { WorkerOptions, Workers } from '../../electron/core/workers';
import { runTask as runRestoreTask, type RestoreTask } from '../../electron/restore/tasks';
import { anApp, anEmptyApp, OWNER, signIn, type TestApp } from '../support/app';
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

const BACKUP_PASSWORD = 'lan-hua-san-jin-bu-huan';

async function aBook(): Promise<TestApp> {
  const app = await anApp({ workers: SAME_THREAD });
  opened.push(app);
  await aClient(app, { name: '林若溪' });
  return app;
}

it('is set by the owner, who is told what it is worth, and taken away again', async () => {
  const app = await aBook();
  const { user } = await renderApp({ app, route: '/data?tab=backups' });
  await user.click(await screen.findByRole('button', { name: '设备份密码' }));
  const dialog = await screen.findByRole('dialog', { name: '备份密码' });
  expect(within(dialog).getByText(/拿到备份的人可以一直猜/)).toBeTruthy();
  await user.type(within(dialog).getByLabelText('备份密码'), 'kurz-aber-g');
  await user.click(within(dialog).getByRole('button', { name: '保存' }));
  expect(within(dialog).getByText('密码至少要12个字符。')).toBeTruthy();
  await expectAccessible();
  await user.clear(within(dialog).getByLabelText('备份密码'));
  await user.type(within(dialog).getByLabelText('备份密码'), BACKUP_PASSWORD);
  await user.type(within(dialog).getByLabelText('再输一次'), BACKUP_PASSWORD);
  await user.type(within(dialog).getByLabelText('您自己的密码'), `${OWNER.password}{Enter}`);
  await user.click(await screen.findByRole('button', { name: '去掉' }));
  const taking = await screen.findByRole('dialog', { name: '去掉备份密码' });
  await user.type(within(taking).getByLabelText('您自己的密码'), `${OWNER.password}{Enter}`);
  await waitFor(async () => expect((await app.call('backups.state', null)).hasPassword).toBe(false));
  expect(await screen.findByRole('button', { name: '设备份密码' })).toBeTruthy();
});

it('opens a backup on another PC, where it is offered only when the backup has one', async () => {
  const app = await aBook();
  await app.call('backups.setPassword', { password: OWNER.password, backupPassword: BACKUP_PASSWORD });
  await app.call('backups.make', null);
  const folder = path.join(app.folder, 'book', 'backups');
  const other = anEmptyApp({ workers: SAME_THREAD });
  opened.push(other);
  other.answers.chooseFile.push(path.join(folder, readdirSync(folder)[0] ?? ''));
  const { user } = await renderApp({ app: other });
  await user.click(await screen.findByRole('button', { name: '已有备份？从备份恢复' }));
  await user.click(await screen.findByRole('button', { name: '从文件选' }));
  await user.click(await screen.findByRole('button', { name: '用备份密码' }));
  await user.type(screen.getByLabelText('备份密码'), BACKUP_PASSWORD);
  await user.type(screen.getByLabelText('新密码'), 'xin-diannao-2027');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: '恢复这一份' }));
  expect(await screen.findByRole('button', { name: /解锁/ })).toBeTruthy();
  await signIn(other, 'xin-diannao-2027');
  expect((await other.call('today.page', null)).anyClients).toBe(true);
});
