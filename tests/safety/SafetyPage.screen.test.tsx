// The safety page: true figures, what is cryptography and what a rule, and the proof on the app's real files.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scanFiles, type ScanOrder } from '../../electron/safety/scan';
import type { Workers } from '../../electron/core/workers';
import { aClient } from '../support/build';
import { anApp, aPerson, takeOver, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let temporary: string;

// A folder for temporary files of its own: what other programs and tests leave in the usual one is not the app's.
beforeEach(async () => {
  temporary = mkdtempSync(path.join(tmpdir(), 'safety-page-'));
  vi.stubEnv('TMPDIR', temporary);
  app = await anApp({ workers: SAME_THREAD });
});
afterEach(() => {
  app.close();
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

/** The real search, without the thread, which a screen test has not built. */
const SAME_THREAD: Workers = {
  run: async <Out,>(_name: string, order: unknown) => (await scanFiles(order as ScanOrder, { progress: () => undefined })) as Out,
};

const ROUTE = '/settings/safety';
const NAME = '欧阳映雪娜塔莎';

async function aClientInTheBook(): Promise<void> {
  await aClient(app, { name: NAME, phone: '13800138829' });
}

describe('the safety page', () => {
  it('says what protects the book as it is, and how many hold each key', async () => {
    await aPerson(app, { name: '王芳', role: 'front-desk' });
    await renderApp({ app, route: ROUTE });
    expect(await screen.findByText('没有系统钥匙串')).toBeTruthy();
    const { holders } = await app.call('safety.state', null);
    expect(holders.book).toBe(2);
    const keys = screen.getByText('谁拿着哪把钥匙').parentElement!;
    expect(
      within(keys)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([`客户簿 ${holders.book}人`, `健康提醒 ${holders.health}人`, `照片 ${holders.photos}人`, `老板的钥匙 ${holders.owner}人`]);
    await expectAccessible();
  });

  it('says when every page was last checked', async () => {
    const { unmount } = await renderApp({ app, route: ROUTE });
    expect(await screen.findByText('还没有检查过')).toBeTruthy();
    unmount();
    writeFileSync(path.join(app.folder, 'book', 'health.json'), JSON.stringify({ at: '2026-03-14T01:12:00.000Z', sound: true }));
    await renderApp({ app, route: ROUTE });
    expect(await screen.findByText(/全面检查过，完好/)).toBeTruthy();
  });

  it('sets limits of cryptography apart from rules of the app, each with what it does not stop', async () => {
    await renderApp({ app, route: ROUTE });
    const crypto = (await screen.findByRole('heading', { name: '靠加密' })).parentElement!;
    const policy = screen.getByRole('heading', { name: '只是熟客的规矩' }).parentElement!;
    expect(within(crypto).getByText('审计日志的链')).toBeTruthy();
    expect(within(policy).getByText('遮蔽手机和金额')).toBeTruthy();
    expect(within(policy).getAllByText(/^挡不住：/)).toHaveLength(5);
    expect(within(crypto).getAllByText(/^挡不住：/)).toHaveLength(4);
  });

  it('reads in English', async () => {
    await renderApp({ app, route: ROUTE, language: 'en' });
    expect(await screen.findByRole('heading', { name: 'Only rules of the app' })).toBeTruthy();
    expect(await screen.findByText('No key store')).toBeTruthy();
  });

  it('is not there for who may not see people', async () => {
    await takeOver(app, await aPerson(app, { name: '周静', role: 'therapist' }));
    await renderApp({ app, route: ROUTE });
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '证明给我看' })).toBeNull();
  });
});

describe('the proof', () => {
  it('finds nothing readable in what the app wrote, and says what it read', async () => {
    await aClientInTheBook();
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: '证明给我看' }));
    expect(await screen.findByText('没有找到明文')).toBeTruthy();
    expect(screen.getByText(/^查了\d+个文件.*自检：给它看一份有明文的样本，它找到了。$/)).toBeTruthy();
  });

  it('names the file in which somebody left a name in the open', async () => {
    await aClientInTheBook();
    writeFileSync(path.join(app.folder, 'leftover.txt'), `客人${NAME}\n`);
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: '证明给我看' }));
    await waitFor(() => expect(screen.getByText('有1个文件里找到明文')).toBeTruthy());
    expect(screen.getByText('leftover.txt里有姓名')).toBeTruthy();
    expect(screen.queryByText('没有找到明文')).toBeNull();
  });

  it('does not call an empty book proven', async () => {
    const { user } = await renderApp({ app, route: ROUTE });
    await user.click(await screen.findByRole('button', { name: '证明给我看' }));
    expect(await screen.findByText('客户簿里还没有可以找的内容')).toBeTruthy();
    expect(screen.queryByText('没有找到明文')).toBeNull();
  });
});
