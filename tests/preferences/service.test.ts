// Rules of preferences.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aDraft } from '../support/build';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app);
});
afterEach(() => app.close());

const current = async () => (await app.call('clients.get', { id: client })).preferences.map((one) => one.text);
const add = async (text: string) =>
  (await app.call('preferences.add', { clientId: client, draft: { kind: 'like', text, detail: null } })).id;

test('notes who wrote it and when', async () => {
  await add('温热毛巾');
  const [one] = (await app.call('clients.get', { id: client })).preferences;
  expect(one).toMatchObject({ text: '温热毛巾', author: '苏敏', at: '2026-03-14T04:00:00.000Z', edited: false });
});

test('an edit keeps the old text', async () => {
  const id = await add('水温偏高');
  await app.call('preferences.edit', { id, draft: { kind: 'like', text: '水温四十度', detail: null } });
  expect(await current()).toEqual(['水温四十度']);
  const versions = await app.call('preferences.versions', { clientId: client });
  expect(versions.map((one) => [one.text, one.endedAt !== null])).toEqual([
    ['水温四十度', false],
    ['水温偏高', true],
  ]);
});

test('what was edited or ended cannot be edited again', async () => {
  const id = await add('水温偏高');
  await app.call('preferences.end', { id, reason: '' });
  await expect(app.call('preferences.edit', { id, draft: { kind: 'like', text: 'x', detail: null } })).rejects.toMatchObject({
    code: 'preferences.ended',
  });
});

test('the form ends the alerts it no longer holds and keeps the others untouched', async () => {
  const id = await aClient(app, {
    alerts: [
      { id: null, kind: 'allergy', text: '坚果', detail: null },
      { id: null, kind: 'skin', text: '正在用A酸', detail: null },
    ],
  });
  const [nuts] = (await app.call('clients.get', { id })).preferences;
  await app.call('clients.update', { id, draft: aDraft({ alerts: [{ id: nuts!.id, kind: 'allergy', text: '坚果', detail: null }] }) });
  expect((await app.call('clients.get', { id })).preferences).toEqual([nuts]);
});

test('html stays what it is: text', async () => {
  await add('<img src=x onerror=alert(1)>');
  expect(await current()).toEqual(['<img src=x onerror=alert(1)>']);
});
