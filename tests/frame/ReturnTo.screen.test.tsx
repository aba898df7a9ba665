// After a crash or a lock that was not theirs, somebody finds the list of clients as they had filtered it; nobody else does.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { anApp, aPerson, signIn, takeOver, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
  await aClient(app, { name: '张素芬' });
  await aClient(app, { name: '王玉兰' });
});
afterEach(() => app.close());

const KEPT = 'place:clients';
const kept = async () => (await app.call('drafts.get', { key: KEPT }))?.value;

/** Has typed into the list, and it is kept. */
async function filtered() {
  const rendered = await renderApp({ app, route: '/clients' });
  await rendered.user.type(await screen.findByRole('searchbox'), '张素芬');
  await waitFor(async () => expect(await kept()).toMatchObject({ question: { filter: { text: '张素芬' } } }));
  return rendered;
}

it('after the app was killed the list is filtered as before, and what it was filtered by lies sealed in the book', async () => {
  const { unmount } = await filtered();
  const stored = app.house.vault.database().prepare<[], string>(`SELECT value FROM draft WHERE key = '${KEPT}'`).pluck().get();
  expect(stored).not.toContain('张素芬');
  expect(await app.call('drafts.list', null)).toEqual([]);
  unmount();
  await renderApp({ app, route: '/' });
  expect(await screen.findByRole('searchbox')).toHaveProperty('value', '张素芬');
});

it('after a lock that was nobody’s wish, too; after their own, not', async () => {
  const { unmount } = await filtered();
  unmount();
  app.house.lock('idle');
  await signIn(app);
  expect(await kept()).toMatchObject({ question: { filter: { text: '张素芬' } } });
  app.house.lock('key');
  await signIn(app);
  expect(await kept()).toBeUndefined();
});

it('somebody else finds the whole list', async () => {
  const other = await aPerson(app, { role: 'manager' });
  const { unmount } = await filtered();
  unmount();
  await takeOver(app, other);
  await renderApp({ app, route: '/clients' });
  expect(await screen.findByRole('searchbox')).toHaveProperty('value', '');
});
