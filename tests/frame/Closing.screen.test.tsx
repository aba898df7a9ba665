// The last backup before the app closes: it is said, and nobody has to wait for it.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppEvent } from '../../shared/events';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen } from '../support/screen';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const tell = (event: AppEvent) => app.listeners.forEach((listener) => listener(event));

it('says that a backup is being made, how far it is, and lets go at once', async () => {
  const { user } = await renderApp({ app });
  await screen.findByRole('navigation', { name: '主导航' });
  tell({ type: 'closing', callId: 'goodbye' });
  await screen.findByRole('dialog', { name: '正在备份，马上关好' });
  tell({ type: 'job-progress', callId: 'goodbye', stage: 'write', done: 1, total: 4 });
  expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('25');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: '不等了，直接关' }));
  expect(screen.getByRole('button', { name: '好，这就关' })).toHaveProperty('disabled', true);
});

it('says it in English too', async () => {
  await renderApp({ app, language: 'en' });
  await screen.findByRole('navigation', { name: 'Main' });
  tell({ type: 'closing', callId: 'goodbye' });
  expect(await screen.findByRole('button', { name: 'Close without it' })).toBeTruthy();
});
