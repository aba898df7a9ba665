// The frame: places by key, the ? sheet, looks and language, lock.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

describe('frame', () => {
  it('goes to every place by key and marks where one is', async () => {
    const { user, place } = await renderApp({ app });
    await screen.findByRole('navigation', { name: '主导航' });
    await user.keyboard('{Control>}4{/Control}');
    await waitFor(() => expect(place()).toBe('/insights'));
    expect(screen.getByRole('link', { name: /洞察/ }).getAttribute('aria-current')).toBe('page');
  });

  it('counts the follow-ups that are due in the rail', async () => {
    const client = await aClient(app);
    await aFollowUp(app, client, { dueOn: '2026-03-14' });
    await renderApp({ app, route: '/settings/about' });
    expect(await screen.findByText('1条到期')).toBeTruthy();
  });

  it('lists the keys on the ? sheet and leaves letters alone in a text field', async () => {
    const { user } = await renderApp({ app, route: '/settings/staff' });
    const search = await screen.findByLabelText('姓名、岗位');
    await user.type(search, 'n?');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(screen.getByRole('heading', { name: /员工/ }));
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: '快捷键' });
    expect(sheet.textContent).toContain('新员工');
    // keys that do the same stand in one line, and are heard as well as seen
    expect(within(sheet).getByText('到处可用').closest('section')?.textContent).toContain('Ctrl+K /');
    await expectAccessible();
  });

  it('lists on the ? sheet what moves through a list and changes its order', async () => {
    await app.call('tiers.create', { name: '黑金', mark: 'gold' });
    const { user } = await renderApp({ app, route: '/settings/tiers' });
    await screen.findByText('黑金');
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: '快捷键' });
    for (const said of ['上下移动', '一次十行', '到头、到尾', '打开这一行', '挪动顺序', '收起右边'])
      expect(within(sheet).getByText(said)).toBeTruthy();
  });

  it('changes the language at once and remembers it', async () => {
    const { user } = await renderApp({ app });
    await user.click(await screen.findByRole('button', { name: /苏敏/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'English' }));
    expect(await screen.findByRole('link', { name: /Clients/ })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    await waitFor(async () => expect((await app.call('appearance.get', null)).language).toBe('en'));
  });

  it('locks by key', async () => {
    const { user } = await renderApp({ app });
    await screen.findByRole('navigation', { name: '主导航' });
    await user.keyboard('{Control>}l{/Control}');
    expect(await screen.findByLabelText('苏敏的密码')).toBeTruthy();
    expect((await app.call('book.status', null)).state).toBe('locked');
  });

  it('says so where there is no such page', async () => {
    await renderApp({ app, route: '/nowhere' });
    expect(await screen.findByRole('heading', { name: '没有这一页' })).toBeTruthy();
  });

  it('has an accessible user menu', async () => {
    const { user } = await renderApp({ app, route: '/settings/about' });
    await user.click(await screen.findByRole('button', { name: /苏敏/ }));
    await screen.findByRole('menuitemradio', { name: '深色' });
    await expectAccessible();
  });
});
