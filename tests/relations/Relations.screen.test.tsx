// Relations and who sent whom on the client page, on a real book.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserEvent } from '@testing-library/user-event';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

const section = async () => within(await screen.findByRole('region', { name: '关系' }));

async function choose(user: UserEvent, field: string, text: string, name: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('combobox', { name: field }), text);
  await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
}

describe('relations', () => {
  it('are noted once and read on both pages, each in its own word', async () => {
    const lin = await aClient(app, { name: '林若溪', gender: 'female' });
    await aClient(app, { name: '林秀兰' });
    const { user, place } = await renderApp({ app, route: `/clients/${lin}` });
    await user.click((await section()).getByRole('button', { name: '加一个关系' }));
    await choose(user, '谁', '秀兰', '林秀兰');
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('combobox', { name: '是林若溪的' }));
    await user.click(await screen.findByRole('option', { name: '妈妈' }));
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: /^记下/ }));
    const known = await (await section()).findByRole('link', { name: '林秀兰' });
    expect((await section()).getByText('妈妈')).toBeTruthy();
    await user.click(known);
    await waitFor(() => expect(place()).not.toContain(lin));
    expect(await (await section()).findByRole('link', { name: '林若溪' })).toBeTruthy();
    expect((await section()).getByText('女儿')).toBeTruthy();
  });

  it('are changed and taken away', async () => {
    const [lin, friend] = [await aClient(app), await aClient(app, { name: '沈卉' })];
    await app.call('relations.add', { clientId: lin, otherId: friend, kind: 'colleague', note: null });
    const { user } = await renderApp({ app, route: `/clients/${lin}` });
    await user.click(await (await section()).findByRole('button', { name: '改和沈卉的关系' }));
    await user.click(await screen.findByRole('button', { name: '去掉这个关系' }));
    expect(await screen.findByText('已去掉关系')).toBeTruthy();
    await waitFor(async () => expect((await section()).queryByText('沈卉')).toBeNull());
  });

  it('say why a circle of referrers is refused, and change nothing', async () => {
    const [lin, mother] = [await aClient(app), await aClient(app, { name: '林秀兰' })];
    await app.call('relations.refer', { clientId: lin, byId: mother });
    const { user } = await renderApp({ app, route: `/clients/${mother}` });
    await user.click(await (await section()).findByRole('button', { name: '选介绍人' }));
    await choose(user, '介绍人', '若溪', '林若溪');
    expect((await screen.findByRole('alert')).textContent).toContain('绕成圈了');
    expect((await app.call('relations.of', { clientId: mother })).referredBy).toBeNull();
  });

  it('show who sent whom as a tree, with amounts for who may see them', async () => {
    const [lin, mother, friend] = [await aClient(app), await aClient(app, { name: '林秀兰' }), await aClient(app, { name: '沈卉' })];
    await app.call('relations.refer', { clientId: lin, byId: mother });
    await app.call('relations.refer', { clientId: friend, byId: lin });
    await aVisit(app, { clientId: friend, amountCents: 39_800 });
    const { user, unmount, place } = await renderApp({ app, route: `/clients/${lin}` });
    expect(await (await section()).findByText('累计¥398.00')).toBeTruthy();
    await user.click((await section()).getByRole('button', { name: '看介绍关系' }));
    const tree = within(await screen.findByRole('table', { name: /介绍关系/ }));
    const rows = (await tree.findAllByRole('row')).slice(1);
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual(['林秀兰', '林若溪', '沈卉']);
    expect(rows[1]!.getAttribute('aria-current')).toBe('true');
    expect(within(rows[2]!).getByText('¥398.00')).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(place()).toBe(`/clients/${lin}`);
    unmount();
    await someoneWith(app, { levels: { money: 'none', insights: 'none', clients: 'see' } });
    const again = await renderApp({ app, route: `/clients/${lin}` });
    expect(await (await section()).findByText('1位')).toBeTruthy();
    expect((await section()).queryByText(/¥/)).toBeNull();
    expect((await section()).queryByRole('button', { name: '加一个关系' })).toBeNull();
    again.unmount();
  });
});
