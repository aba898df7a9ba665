// The palette: clients as one types, acts on the first of them, commands by word or pinyin.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within, type RenderedApp } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

describe('palette', () => {
  it('finds a client by initials and opens the page with Enter', async () => {
    const id = await aClient(app, { name: '林若溪' });
    const { user, place } = await openPalette();
    await user.type(screen.getByRole('combobox'), 'lrx{Enter}');
    await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  });

  it('never opens who was found for an earlier text', async () => {
    await aClient(app, { name: '李瑞英' });
    const id = await aClient(app, { name: '林若溪' });
    const { user, place } = await openPalette();
    await user.type(screen.getByRole('combobox'), 'l');
    await screen.findByRole('option', { name: /李瑞英/ });
    await user.type(screen.getByRole('combobox'), 'inruo{Enter}');
    await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  });

  it('offers to record a visit for the first hit by Alt V', async () => {
    const id = await aClient(app, { name: '林若溪', phone: '13800138427' });
    const { user, place } = await openPalette();
    await user.type(screen.getByRole('combobox'), '8427');
    await screen.findByRole('option', { name: /林若溪/ });
    await user.keyboard('{Alt>}v{/Alt}');
    await waitFor(() => expect(place()).toBe(`/clients/${id}?open=visit`));
  });

  it('takes what was typed into the form of a new client', async () => {
    const { user, place } = await openPalette();
    await user.type(screen.getByRole('combobox'), '祝珊');
    expect(await screen.findByText('没有找到“祝珊”。')).toBeTruthy();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(decodeURIComponent(place())).toContain('/clients/new?text=祝珊'));
  });

  it('finds a command by its pinyin', async () => {
    const { user, place } = await openPalette();
    await user.type(screen.getByRole('combobox'), 'xiangmu');
    await user.click(await screen.findByRole('option', { name: /^项目/ }));
    await waitFor(() => expect(place()).toBe('/settings/services'));
  });

  it('finds a single setting by the words people use, in pinyin and by its initials', async () => {
    const { user, place } = await openPalette();
    for (const typed of ['锁屏时间', 'suopingshijian', 'spsj']) {
      await user.clear(screen.getByRole('combobox'));
      await user.type(screen.getByRole('combobox'), typed);
      expect(await screen.findByRole('option', { name: '闲置多久自动锁定' })).toBeTruthy();
    }
    await user.click(screen.getByRole('option', { name: '闲置多久自动锁定' }));
    await waitFor(() => expect(place()).toBe('/settings/security'));
  });

  it('leads to the folders of the backups', async () => {
    const { user, place } = await openPalette();
    await user.type(screen.getByRole('combobox'), '备份文件夹');
    await user.click(await screen.findByRole('option', { name: '备份和备份文件夹' }));
    await waitFor(() => expect(place()).toBe('/data?tab=backups'));
  });

  it('offers whoever was opened last before anything is typed', async () => {
    const id = await aClient(app, { name: '林若溪' });
    await app.call('clients.opened', { id });
    const { user, place } = await openPalette();
    await user.click(await within(screen.getByRole('listbox')).findByRole('option', { name: /林若溪/ }));
    await waitFor(() => expect(place()).toBe(`/clients/${id}`));
  });

  it('offers no setting that this person may not open', async () => {
    await someoneWith(app, { levels: { audit: 'none' } });
    const { user } = await openPalette();
    await user.type(screen.getByRole('combobox'), '外观');
    expect(await screen.findByRole('option', { name: '外观和语言' })).toBeTruthy();
    await user.clear(screen.getByRole('combobox'));
    await user.type(screen.getByRole('combobox'), '审计');
    await waitFor(() => expect(screen.queryByRole('option', { name: '外观和语言' })).toBeNull());
    expect(screen.queryByRole('option', { name: '审计日志' })).toBeNull();
  });

  it('is accessible with clients and commands in it', async () => {
    await aClient(app, { name: '林若溪' });
    const { user } = await openPalette();
    await user.type(screen.getByRole('combobox'), 'l');
    const list = await screen.findByRole('listbox');
    await within(list).findByRole('option', { name: /林若溪/ });
    await expectAccessible();
  });
});

async function openPalette(): Promise<RenderedApp> {
  const rendered = await renderApp({ app, route: '/settings/about' });
  await screen.findByRole('navigation', { name: '主导航' });
  await rendered.user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('combobox');
  return rendered;
}
