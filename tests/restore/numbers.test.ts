// A client's number is never given twice: not after a restore, which knows of fewer clients than there were.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { anApp, signIn, type TestApp } from '../support/app';
import { aClient, aDraft } from '../support/build';
import { backUp, restore } from './shop';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

test('after a restore counting goes on behind the numbers that were given since the backup', async () => {
  for (const name of ['甲', '乙', '丙']) await aClient(app, { name });
  const token = await backUp(app);
  for (const name of ['丁', '戊']) await aClient(app, { name });
  await restore(app, token);
  await signIn(app);
  expect((await app.call('clients.counts', null)).current).toBe(3);
  expect((await app.call('clients.create', aDraft({ name: '己' }))).number).toBe('C-0006');
});
