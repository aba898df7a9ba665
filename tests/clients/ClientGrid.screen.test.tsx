// The rows of the client list as a grid: keys, the pointer, and what stands in them.

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aClient } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

// jsdom lays nothing out, and the list draws only what it believes to be in view
beforeAll(() => {
  Object.defineProperties(Element.prototype, {
    clientHeight: { configurable: true, get: () => 700 },
    clientWidth: { configurable: true, get: () => 1200 },
  });
});

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

describe('a row of the client list', () => {
  it('is gone to with Ctrl and End or Home, as in every grid', async () => {
    for (const name of ['李梦瑶', '张素芬', '周早']) await aClient(app, { name });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('周早');
    const rows = within(screen.getByRole('grid', { name: '客户' }))
      .getAllByRole('row')
      .slice(1);
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(rows[2]));
    await user.keyboard('{Control>}{Home}{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(rows[0]));
  });

  it('is chosen with the pointer on its box, and opened with one on the name', async () => {
    const id = await aClient(app, { name: '李梦瑶' });
    const { user, place } = await renderApp({ app, route: '/clients' });
    const box = await screen.findByRole('checkbox', { name: '选择李梦瑶' });
    await user.click(box);
    expect(box).toHaveProperty('checked', true);
    expect(await screen.findByText('已选1位')).toBeTruthy();
    await expectAccessible();
    const name = screen.getByRole('link', { name: /李梦瑶/ });
    expect(name.getAttribute('href')).toBe(`/clients/${id}`);
    await user.click(name);
    await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  });
});
