// Rules of the shop's settings and of this PC's looks.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

test('reads phones by the region of the shop', async () => {
  await app.call('settings.change', { region: 'HK' });
  const id = await aClient(app, { phone: '9123 4567' });
  expect((await app.call('clients.get', { id })).phones[0]?.e164).toBe('+85291234567');
});

test('refuses thresholds that do not rise', async () => {
  const { loyalty } = await app.call('settings.get', null);
  await expect(app.call('settings.change', { loyalty: { ...loyalty, recencyDays: [30, 30, 90, 180] } })).rejects.toMatchObject({
    code: 'bridge.bad-input',
  });
});

test('locks after the minutes that were chosen, and not before', async () => {
  await app.call('settings.change', { idleMinutes: 2 });
  app.idleSeconds = 119;
  app.tick();
  expect((await app.call('book.status', null)).state).toBe('open');
  app.idleSeconds = 120;
  app.tick();
  expect(await app.call('book.status', null)).toMatchObject({ state: 'locked', lockedBy: 'idle' });
});

test('language and theme are known before anybody has signed in, and survive a restart', async () => {
  await app.call('appearance.set', { language: 'en', theme: 'dark' });
  app = await app.restart();
  expect(await app.call('appearance.get', null)).toEqual({ language: 'en', theme: 'dark', textSize: 100 });
});

test('locks after the old minutes again once the change was undone', async () => {
  await app.call('settings.change', { idleMinutes: 2 });
  const { act } = await app.act('settings.change', { idleMinutes: 30 });
  await app.call('history.undo', { actId: act as never });
  app.idleSeconds = 120;
  app.tick();
  expect((await app.call('book.status', null)).state).toBe('locked');
});

test('looks that cannot be read are no reason not to start', async () => {
  const file = path.join(app.folder, 'appearance.json');
  for (const spoil of [() => mkdirSync(file), () => (rmSync(file, { recursive: true }), writeFileSync(file, '{"language":"xx"'))]) {
    spoil();
    expect(await app.call('appearance.get', null)).toEqual({ language: 'zh-CN', theme: 'auto', textSize: 100 });
  }
});
