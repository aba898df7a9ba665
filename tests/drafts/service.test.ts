// Rules of drafts.

import { expect, test } from 'vitest';
import { anApp, aPerson, signIn, takeOver } from '../support/app';
import { aClient } from '../support/build';
import { ownerAgain } from '../support/role';

test('what was typed but not saved is still there after a lock and a restart', async () => {
  const app = await anApp();
  await app.call('drafts.save', { key: 'client:new', value: { name: '张' } });
  const again = await app.restart();
  await signIn(again);
  expect((await again.call('drafts.get', { key: 'client:new' }))?.value).toEqual({ name: '张' });
  again.close();
});

test('a half-filled form with an alert in it is as sealed as the alert, and opens for who wrote it alone', async () => {
  const app = await anApp();
  const desk = await aPerson(app, { role: 'front-desk' });
  await takeOver(app, desk);
  const value = { alerts: [{ text: '对苯二胺' }] };
  await app.call('drafts.save', { key: 'client:new', value });
  const stored = app.house.vault.database().prepare<[], string>('SELECT value FROM draft').pluck().get();
  expect(stored).not.toContain('对苯二胺');
  expect((await app.call('drafts.get', { key: 'client:new' }))?.value).toEqual(value);
  await ownerAgain(app);
  expect(await app.call('drafts.get', { key: 'client:new' })).toBeNull();
  app.close();
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
