// Rules of drafts.

import { expect, test } from 'vitest';
import { anApp, signIn } from '../support/app';
import { aClient } from '../support/build';

test('what was typed but not saved is still there after a lock and a restart', async () => {
  const app = await anApp();
  await app.call('drafts.save', { key: 'client:new', value: { name: '张' } });
  const again = await app.restart();
  await signIn(again);
  expect((await again.call('drafts.get', { key: 'client:new' }))?.value).toEqual({ name: '张' });
  again.close();
});

test('a draft is no act: there is nothing to undo', async () => {
  const app = await anApp();
  await aClient(app);
  const { act } = await app.act('drafts.save', { key: 'client:new', value: 1 });
  expect(act).toBeNull();
  expect((await app.call('history.recent', { limit: 10 })).map((one) => one.operation)).toEqual(['clients.create', 'book.create']);
  app.close();
});

test('a draft that is larger than anybody types is refused', async () => {
  const app = await anApp();
  await expect(app.call('drafts.save', { key: 'client:new', value: 'x'.repeat(600_000) })).rejects.toMatchObject({
    code: 'bridge.bad-input',
  });
  app.close();
});
