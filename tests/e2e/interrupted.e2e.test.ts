// The app killed, closed or out of room in the middle of things: the book is in the old state or the new one, complete.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerOpenDialog, killApp, launchApp, type RunningApp } from '../support/electron';
import { aDraft } from '../support/build';
import { askPage, callPage, createBookIn, readList, signInTo } from '../support/page-calls';

const LIST = path.resolve('tests/fixtures/老客户名单.xlsx');

let userData: string;
let running: RunningApp;
beforeEach(async () => {
  userData = await mkdtemp(path.join(os.tmpdir(), 'shuke-e2e-'));
  running = await launchApp({ userData });
  await createBookIn(running.page);
});
afterEach(async () => {
  await running.close();
  await rm(userData, { recursive: true, force: true });
});

const counts = () => callPage(running.page, 'clients.counts', null);
const openAgain = async () => {
  running = await launchApp({ userData });
  await signInTo(running.page);
};

test('every client that was saved is there after the app was killed', async () => {
  const { page, app } = running;
  // Saved one after the other, as fast as they go; the page remembers which were acknowledged.
  const saving = page.evaluate(async (draft) => {
    const numbers: string[] = [];
    Reflect.set(window, 'acknowledged', numbers);
    for (let i = 0; ; i += 1) {
      const answer = await Reflect.get(window, 'shuke').call('clients.create', { ...draft, name: `客${i}` });
      numbers.push(Reflect.get(Reflect.get(Object(answer), 'value'), 'number'));
    }
  }, aDraft());
  saving.catch(() => undefined);
  await page.waitForFunction(() => (Reflect.get(window, 'acknowledged')?.length ?? 0) >= 25);
  const acknowledged = await page.evaluate(() => [...Reflect.get(window, 'acknowledged')] as string[]);
  await killApp(app);
  await openAgain();
  const { rows } = await callPage(running.page, 'clients.list', {
    filter: { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 500,
  });
  const found = new Set(rows.map((row) => row.number));
  expect(acknowledged.filter((number) => !found.has(number))).toEqual([]);
});

test('an import is there as a whole or not at all after the app was killed in its middle', async () => {
  await answerOpenDialog(running.app, [LIST]);
  const matching = await readList(running.page);
  const importing = askPage(running.page, 'imports.commit', matching, 'killed');
  importing.catch(() => undefined);
  await running.page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        Reflect.get(window, 'shuke').subscribe((event) => {
          if (event instanceof Object && Reflect.get(event, 'type') === 'job-progress') resolve();
        }),
      ),
  );
  await killApp(running.app);
  await openAgain();
  expect([0, 330]).toContain((await counts()).current);
  expect(await callPage(running.page, 'imports.list', null)).toHaveLength((await counts()).current === 0 ? 0 : 1);
});

test('closing the window in the middle of an import leaves the book as it was, or the import complete', async () => {
  await answerOpenDialog(running.app, [LIST]);
  const matching = await readList(running.page);
  const importing = askPage(running.page, 'imports.commit', matching, 'closed');
  importing.catch(() => undefined);
  const exited = new Promise((resolve) => running.app.process().once('exit', resolve));
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
  await exited;
  await openAgain();
  expect([0, 330]).toContain((await counts()).current);
});

test('a cancelled import writes nothing and says so', async () => {
  await answerOpenDialog(running.app, [LIST]);
  const matching = await readList(running.page);
  const answer = await running.page.evaluate(async (input) => {
    const { call } = Reflect.get(window, 'shuke');
    const committing = call('imports.commit', input, 'cancelled');
    await call('jobs.cancel', { callId: 'cancelled' });
    return committing;
  }, matching);
  expect(answer).toMatchObject({ ok: false, error: { code: 'bridge.cancelled' } });
  expect((await counts()).current).toBe(0);
});
