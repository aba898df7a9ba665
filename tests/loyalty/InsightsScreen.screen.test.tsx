// Insights: who is loyal by the shop's own thresholds, cell by cell, and the list as a workbook.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Workers } from '../../electron/core/workers';
import { writeExport } from '../../electron/exports/write';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

/** The same work without a thread of its own: the thread is proved where exports are. */
const SAME_THREAD: Workers = {
  run: async <Out,>(_name: string, input: unknown, options: Parameters<Workers['run']>[2] = {}) =>
    (await writeExport(input as Parameters<typeof writeExport>[0], { progress: options.onProgress ?? (() => undefined) })) as Out,
};

let app: TestApp;

beforeEach(async () => {
  app = await anApp({ workers: SAME_THREAD });
});
afterEach(() => app.close());

async function visits(name: string, days: readonly string[]) {
  const clientId = await aClient(app, { name });
  for (const on of days) await aVisit(app, { clientId, on });
  return clientId;
}

/** Seven visits, the last a week ago: loyal by the usual thresholds. */
const LOYAL = ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-05', '2026-02-05', '2026-03-07'];

it('says what it needs while there are no visits', async () => {
  await aClient(app);
  const { user } = await renderApp({ app, route: '/insights' });
  expect(await screen.findByText('这段时间没有到店记录')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: '全部' }));
  expect(await screen.findByText('还没有到店记录')).toBeTruthy();
  await expectAccessible();
});

describe('with visits', () => {
  beforeEach(async () => {
    await visits('张思妍', LOYAL);
    await visits('许安然', ['2026-03-10']);
  });

  it('lists the loyal ones with visits, money and days since', async () => {
    await renderApp({ app, route: '/insights' });
    const row = await screen.findByRole('row', { name: /张思妍/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining(['1', '张思妍', '7', '¥2,786', '7天前']));
    expect(screen.queryByRole('row', { name: /许安然/ })).toBeNull();
    expect(screen.getByText('框内是熟客：60天内来过，7次以上，共1位')).toBeTruthy();
    await expectAccessible();
  });

  it('narrows the list to the clients of one cell, and back', async () => {
    const { user } = await renderApp({ app, route: '/insights' });
    await user.click(await screen.findByRole('button', { name: '30天内，1次：1位' }));
    expect(await screen.findByRole('row', { name: /许安然/ })).toBeTruthy();
    expect(screen.queryByRole('row', { name: /张思妍/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: '回到熟客' }));
    expect(await screen.findByRole('row', { name: /张思妍/ })).toBeTruthy();
  });

  it('counts by the thresholds the shop sets', async () => {
    const { user } = await renderApp({ app, route: '/insights' });
    await user.click(await screen.findByRole('button', { name: '调整标准' }));
    const dialog = await screen.findByRole('dialog', { name: '熟客的标准' });
    await expectAccessible();
    await user.clear(within(dialog).getByLabelText('这段时间至少来几次'));
    await user.type(within(dialog).getByLabelText('这段时间至少来几次'), '1');
    await user.click(within(dialog).getByRole('button', { name: '按这个标准算' }));
    expect(await screen.findByText('熟客的标准已改')).toBeTruthy();
    expect(await screen.findByRole('row', { name: /许安然/ })).toBeTruthy();
    expect((await app.call('settings.get', null)).loyalty.loyalVisits).toBe(1);
  });

  it('refuses bounds that do not rise, beside the numbers', async () => {
    const { user } = await renderApp({ app, route: '/insights' });
    await user.click(await screen.findByRole('button', { name: '调整标准' }));
    const dialog = await screen.findByRole('dialog', { name: '熟客的标准' });
    await user.clear(within(dialog).getByLabelText('第2行，几天内'));
    await user.type(within(dialog).getByLabelText('第2行，几天内'), '10');
    await user.click(within(dialog).getByRole('button', { name: '按这个标准算' }));
    expect(await within(dialog).findByText('四个数要从小到大。')).toBeTruthy();
    expect((await app.call('settings.get', null)).loyalty.recencyDays).toEqual([30, 60, 90, 180]);
  });

  it('writes the list as a workbook and says where it went', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'shuke-loyal-'));
    const file = path.join(folder, '熟客.xlsx');
    app.answers.saveFile.push(file);
    const { user } = await renderApp({ app, route: '/insights' });
    await user.click(await screen.findByRole('button', { name: '导出Excel' }));
    const terms = within(await screen.findByRole('dialog', { name: '导出熟客名单' }));
    await user.click(terms.getByRole('button', { name: '联系客户' }));
    await user.click(terms.getByRole('button', { name: '导出Excel' }));
    expect(await screen.findByText('已导出1行到“熟客.xlsx”')).toBeTruthy();
    expect(existsSync(file)).toBe(true);
    await user.click(screen.getByRole('button', { name: '看文件' }));
    await waitFor(() => expect(app.answers.shown).toEqual([file]));
    rmSync(folder, { recursive: true });
  });
});
