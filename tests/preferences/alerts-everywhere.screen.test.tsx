// Wherever a client is named as somebody to call, to choose or to open, an alert stands beside the name, in words.

import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { someoneWith } from '../support/role';
import { renderApp, screen, waitFor, within } from '../support/screen';

/** Often enough for a loyal client, and not for longer than is usual for her. */
const VISITS = ['2025-08-11', '2025-09-08', '2025-10-06', '2025-11-03', '2025-12-01', '2025-12-29', '2026-01-26'];

// jsdom lays nothing out, and the list draws only what it believes to be in view
beforeAll(() => {
  Object.defineProperties(Element.prototype, {
    clientHeight: { configurable: true, get: () => 700 },
    clientWidth: { configurable: true, get: () => 1200 },
  });
});

let app: TestApp;
let lin: ClientId;
let friend: ClientId;

beforeEach(async () => {
  app = await anApp();
  const alerts = [{ id: null, kind: 'allergy', text: '对PPD过敏', detail: null }] as const;
  lin = await aClient(app, { name: '叶知秋', birthday: '1990-03-20', alerts: [...alerts] });
  friend = await aClient(app, { name: '陈可' });
  for (const on of VISITS) await aVisit(app, { clientId: lin, on });
  await aFollowUp(app, lin);
  await app.call('relations.add', { clientId: friend, otherId: lin, kind: 'friend', note: null });
  await app.call('relations.refer', { clientId: friend, byId: lin });
  await app.call('clients.opened', { id: lin });
});
afterEach(() => app.close());

type User = Awaited<ReturnType<typeof renderApp>>['user'];

interface Place {
  readonly what: string;
  readonly route: () => string;
  /** Where the name stands, with whatever belongs to it. */
  readonly find: (user: User) => Promise<HTMLElement>;
}

const region = (name: string) => async () => screen.findByRole('region', { name });

const PLACES: readonly Place[] = [
  { what: 'the client list', route: () => '/clients', find: async () => screen.findByRole('row', { name: /叶知秋/ }) },
  { what: 'the follow-ups of today', route: () => '/today', find: region('今天') },
  { what: 'birthdays', route: () => '/today', find: region('生日') },
  { what: 'who is expected back', route: () => '/today', find: region('该回来的客人') },
  { what: 'who was opened lately', route: () => '/today', find: region('最近打开') },
  { what: 'the loyal clients', route: () => '/insights', find: async () => screen.findByRole('row', { name: /叶知秋/ }) },
  { what: 'who sent somebody', route: () => `/clients/${friend}`, find: region('关系') },
  {
    what: 'the palette',
    route: () => '/today',
    find: async (user) => {
      await screen.findByRole('heading', { level: 1 });
      await user.keyboard('{Control>}k{/Control}');
      await user.type(await screen.findByRole('combobox'), '叶知秋');
      const [first] = await screen.findAllByRole('option', { name: /叶知秋/ });
      return first!;
    },
  },
];

it.each(PLACES)('an alert stands beside the name in $what', async ({ route, find }) => {
  const { user } = await renderApp({ app, route: route() });
  const place = await find(user);
  await waitFor(() => expect(within(place).getAllByText(/叶知秋/).length).toBeGreaterThan(0));
  expect(within(place).getAllByText('过敏').length).toBeGreaterThan(0);
});

it.each(PLACES)('who may only know that there is an alert learns that and no more in $what', async ({ route, find }) => {
  await someoneWith(app, { levels: { health: 'masked' } });
  await app.call('clients.opened', { id: lin });
  const { user } = await renderApp({ app, route: route() });
  const place = await find(user);
  await waitFor(() => expect(within(place).getAllByText('有健康提醒').length).toBeGreaterThan(0));
  expect(place.textContent).not.toContain('过敏');
  expect(document.body.textContent).not.toContain('PPD');
});

it.each(PLACES)('who may not even know of alerts sees the name and no alert in $what', async ({ route, find }) => {
  await someoneWith(app, { levels: { health: 'none' } });
  await app.call('clients.opened', { id: lin });
  const { user } = await renderApp({ app, route: route() });
  const place = await find(user);
  await waitFor(() => expect(within(place).getAllByText(/叶知秋/).length).toBeGreaterThan(0));
  expect(place.textContent).not.toContain('过敏');
  expect(document.body.textContent).not.toMatch(/PPD|健康提醒/);
});
