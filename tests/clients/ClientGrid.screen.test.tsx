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

describe('the cells of the client list', () => {
  const focused = () => document.activeElement;
  const cellOf = (row: number, column: number) =>
    within(screen.getAllByRole('row')[row] ?? document.body).getAllByRole('cell')[column] ?? null;

  it('are gone through with Left and Right, kept to up and down, and left with Left from the first', async () => {
    for (const name of ['李梦瑶', '张素芬', '周早']) await aClient(app, { name, phone: `1380013800${name.charCodeAt(0) % 10}` });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('周早');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe(screen.getAllByRole('row')[1]));
    await user.keyboard('{ArrowRight}');
    expect(focused()?.getAttribute('type')).toBe('checkbox');
    await user.keyboard('{ArrowRight}');
    expect(focused()?.tagName).toBe('A');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe(cellOf(1, 3));
    expect(focused()?.textContent).toContain('138');
    await expectAccessible();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe(cellOf(2, 3)));
    await user.keyboard('{Home}{ArrowLeft}');
    expect(focused()).toBe(screen.getAllByRole('row')[2]);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe(screen.getAllByRole('row')[2]);
  });

  it('begin and end a row with Home and End, and the list with Ctrl', async () => {
    for (const name of ['李梦瑶', '张素芬', '周早']) await aClient(app, { name });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('周早');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(focused()).toBe(screen.getAllByRole('row')[2]));
    await user.keyboard('{End}');
    expect(focused()).toBe(cellOf(2, 8));
    await user.keyboard('{ArrowRight}');
    expect(focused()).toBe(cellOf(2, 8));
    await user.keyboard('{Home}');
    expect(cellOf(2, 0)?.contains(focused())).toBe(true);
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(focused()).toBe(cellOf(3, 8)));
    await user.keyboard('{Control>}{Home}{/Control}');
    await waitFor(() => expect(cellOf(1, 0)?.contains(focused())).toBe(true));
  });

  it('leave Enter and Space what they are in the row', async () => {
    const id = await aClient(app, { name: '李梦瑶' });
    const { user, place } = await renderApp({ app, route: '/clients' });
    await screen.findByText('李梦瑶');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(focused()).toBe(screen.getAllByRole('row')[1]));
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight} ');
    expect(await screen.findByText('已选1位')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  });
});

describe('typing while the list has the focus', () => {
  it('searches, with the first key and in place of what was searched before', async () => {
    for (const name of ['李梦瑶', '张素芬']) await aClient(app, { name });
    const { user } = await renderApp({ app, route: '/clients' });
    await screen.findByText('张素芬');
    const search = screen.getByRole('searchbox', { name: '在客户里找' });
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName).toBe('TR'));
    await user.keyboard('lmy');
    await waitFor(() => expect(screen.queryByText('张素芬')).toBeNull());
    expect(search).toHaveProperty('value', 'lmy');
    screen.getAllByRole('row')[1]?.focus();
    await user.keyboard('张');
    expect(search).toHaveProperty('value', '张');
    expect(await screen.findByRole('link', { name: /张素芬/ })).toBeTruthy();
  });

  it('leaves the letters that are shortcuts, combinations and Space to the list, and an input method its keys', async () => {
    await aClient(app, { name: '李梦瑶' });
    const { user, place } = await renderApp({ app, route: '/clients' });
    await screen.findByText('李梦瑶');
    const search = screen.getByRole('searchbox', { name: '在客户里找' });
    const row = screen.getAllByRole('row')[1];
    row?.focus();
    await user.keyboard(' {Control>}b{/Control}{Alt>}b{/Alt}');
    expect(document.activeElement).toBe(row);
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', isComposing: true, bubbles: true }));
    expect(document.activeElement).toBe(row);
    const taken = new KeyboardEvent('keydown', { key: 'Process', bubbles: true, cancelable: true });
    row?.dispatchEvent(taken);
    expect(document.activeElement).toBe(search);
    expect(taken.defaultPrevented).toBe(false);
    row?.focus();
    await user.keyboard('v');
    await waitFor(() => expect(place()).toContain('open=visit'));
    expect(search).toHaveProperty('value', '');
  });
});
