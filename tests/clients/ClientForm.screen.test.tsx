// Adding and changing a client as a person does it, on a real book: nothing typed is lost, everything wrong is said beside its field.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClientId } from '../../shared/ids';
import { aClient } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within, type RenderedApp } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

describe('the client form', () => {
  it('saves a new client with the keyboard and opens the page', async () => {
    const { user, place } = await newClient();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /^姓名/ }));
    await user.keyboard('李梦');
    await user.type(screen.getByRole('textbox', { name: '手机' }), '138 0013 8206');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: '李梦' })).toBeTruthy();
    expect(place()).toMatch(/^\/clients\/[0-9a-f-]{36}$/);
    expect(screen.getByText('138 0013 8206')).toBeTruthy();
  });

  it('has a name and says so beside the field', async () => {
    const { user } = await newClient();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const name = screen.getByRole('textbox', { name: /^姓名/ });
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText('这一栏要填。')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(name));
    await expectAccessible();
  });

  it('says how many digits a phone is short, once one has left the field', async () => {
    const { user } = await newClient();
    await user.type(screen.getByRole('textbox', { name: '手机' }), '138001382');
    await user.tab();
    expect(await screen.findByText('手机号少2位，应为11位。')).toBeTruthy();
  });

  it('says who has a phone already, and saves another one only when somebody decides so', async () => {
    await aClient(app, { name: '李梦瑶', phone: '13800138206' });
    const { user, place } = await newClient();
    await user.keyboard('李梦');
    await user.type(screen.getByRole('textbox', { name: '手机' }), '13800138206');
    expect(await screen.findByText('这个手机号已属于李梦瑶')).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('打开李梦瑶的资料'));
    expect(place()).toBe('/clients/new');
    await user.click(screen.getByRole('button', { name: '另存一位' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: '李梦' })).toBeTruthy();
    expect((await app.call('clients.counts', null)).current).toBe(2);
  });

  it('still holds what was typed after one left the page, and can start over', async () => {
    const { user, place } = await newClient();
    await user.keyboard('李梦');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(place()).toBe('/clients'));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^姓名/ })).toBeNull());
    await user.keyboard('{Control>}n{/Control}');
    expect(await screen.findByRole('textbox', { name: /^姓名/ })).toHaveProperty('value', '李梦');
    await user.click(screen.getByRole('button', { name: '从头填' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: /^姓名/ })).toHaveProperty('value', ''));
    expect(await app.call('drafts.get', { key: 'client-new' })).toBeNull();
  });

  it('takes who sent a new client from the book, who is then in the tree of who sent whom', async () => {
    const by = await aClient(app, { name: '陈静宜' });
    const { user, place } = await newClient();
    await user.keyboard('李梦');
    await user.click(screen.getByRole('button', { name: '从客户里选介绍人' }));
    await user.type(screen.getByRole('combobox', { name: '谁介绍来的' }), 'cjy');
    await user.click(await screen.findByRole('option', { name: /陈静宜/ }));
    expect(within(screen.getByRole('group', { name: '谁介绍来的' })).getByText('陈静宜')).toBeTruthy();
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: '李梦' });
    const id = ClientId.parse(place().split('/').at(-1));
    expect(await app.call('relations.of', { clientId: id })).toMatchObject({ referredBy: { client: { id: by, name: '陈静宜' } } });
  });

  it('keeps whoever sent them over a lock without their name, and says when they are erased meanwhile', async () => {
    const by = await aClient(app, { name: '陈静宜' });
    const first = await newClient();
    await first.user.keyboard('李梦');
    await first.user.click(screen.getByRole('button', { name: '从客户里选介绍人' }));
    await first.user.type(screen.getByRole('combobox', { name: '谁介绍来的' }), 'cjy');
    await first.user.click(await screen.findByRole('option', { name: /陈静宜/ }));
    first.unmount();
    const kept = async () => JSON.stringify(await app.call('drafts.get', { key: 'client-new' }));
    await waitFor(async () => expect(await kept()).toContain(by));
    expect(await kept()).not.toContain('陈静宜');
    const again = await newClient();
    expect(await within(await screen.findByRole('group', { name: '谁介绍来的' })).findByText('陈静宜')).toBeTruthy();
    await app.call('clients.remove', { id: by });
    const { number } = await app.call('clients.get', { id: by });
    await app.call('clients.erase', { id: by, confirm: number });
    again.unmount();
    await newClient();
    expect(await screen.findByText('已不在客户簿里的一位')).toBeTruthy();
    expect(await kept()).not.toContain('陈静宜');
  });

  it('lets whoever sent them be taken out again', async () => {
    await aClient(app, { name: '陈静宜' });
    const { user } = await newClient();
    await user.click(screen.getByRole('button', { name: '从客户里选介绍人' }));
    await user.type(screen.getByRole('combobox', { name: '谁介绍来的' }), 'cjy');
    await user.click(await screen.findByRole('option', { name: /陈静宜/ }));
    await user.click(screen.getByRole('button', { name: '不是陈静宜介绍的' }));
    await user.type(screen.getByRole('textbox', { name: '谁介绍来的' }), '隔壁花店');
    expect(screen.getByRole('textbox', { name: '谁介绍来的' })).toHaveProperty('value', '隔壁花店');
  });

  it('takes a lunar birthday without a year and says on which solar days it is kept', async () => {
    const { user } = await newClient();
    await user.keyboard('李梦');
    await user.click(screen.getByRole('radio', { name: '农历' }));
    await pick(user, '月', '八月');
    await pick(user, '日', '初六');
    expect(await screen.findByText(/今年是公历9月16日 周三，2027年是9月6日 周一/)).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('农历八月初六')).toBeTruthy();
  });

  it('refuses a leap month the year does not have', async () => {
    const { user } = await newClient();
    await user.click(screen.getByRole('radio', { name: '农历' }));
    await user.type(screen.getByRole('textbox', { name: '年' }), '1991');
    await pick(user, '月', '八月');
    await pick(user, '日', '初六');
    await user.click(screen.getByRole('checkbox', { name: '闰月' }));
    expect(await screen.findByText('1991年没有闰8月。')).toBeTruthy();
  });

  it('lets an alert of the book go only with a reason, which is kept', async () => {
    const alert = { id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: null };
    const id = await aClient(app, { alerts: [alert] });
    const { user } = await renderApp({ app, route: `/clients/${id}/edit` });
    await user.click(await screen.findByRole('button', { name: '去掉这条提醒：对苯二胺（PPD）' }));
    await user.click(screen.getByRole('button', { name: '去掉' }));
    expect(screen.getByText('写一句原因，以后查得到。')).toBeTruthy();
    await user.type(screen.getByRole('textbox', { name: '为什么去掉“对苯二胺（PPD）”？' }), '记错了人');
    await user.click(screen.getByRole('button', { name: '去掉' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await app.call('clients.get', { id })).preferences).toEqual([]));
    expect(await app.call('preferences.versions', { clientId: id })).toMatchObject([{ endReason: '记错了人' }]);
  });

  it('saves an alert that goes and everything else of the form in one act, which one undo takes back', async () => {
    const alert = { id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: null };
    const id = await aClient(app, { alerts: [alert] });
    const { user } = await renderApp({ app, route: `/clients/${id}/edit` });
    await user.type(await screen.findByRole('textbox', { name: '职业' }), '老师');
    await user.click(screen.getByRole('button', { name: '去掉这条提醒：对苯二胺（PPD）' }));
    await user.type(screen.getByRole('textbox', { name: '为什么去掉“对苯二胺（PPD）”？' }), '记错了人');
    await user.click(screen.getByRole('button', { name: '去掉' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await user.click(await screen.findByRole('button', { name: /^撤销/ }));
    await waitFor(async () => expect((await app.call('clients.get', { id })).occupation).toBeNull());
    expect((await app.call('clients.get', { id })).preferences).toMatchObject([{ kind: 'allergy', text: '对苯二胺（PPD）' }]);
  });

  it('changes a client without touching what was not changed', async () => {
    const id = await aClient(app, { phone: '13800138427', tags: ['敏感肌'], birthday: 'lunar:1990-08-06', wechat: 'ruoxi_lin' });
    const before = await app.call('clients.get', { id });
    const { user } = await renderApp({ app, route: `/clients/${id}/edit` });
    await user.type(await screen.findByRole('textbox', { name: '职业' }), '老师');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await app.call('clients.get', { id })).occupation).toBe('老师'));
    const after = await app.call('clients.get', { id });
    expect({ ...after, phones: numbers(after), occupation: null, completeness: null }).toEqual({
      ...before,
      phones: numbers(before),
      version: expect.any(String),
      completeness: null,
    });
  });

  it('jumps to a section with Alt and its number', async () => {
    const { user } = await newClient();
    await user.keyboard('{Alt>}5{/Alt}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '邮箱' }));
  });

  it('names what blocks saving beside the form', async () => {
    const { user } = await newClient();
    const aside = screen.getByRole('complementary');
    await user.type(screen.getByRole('textbox', { name: '邮箱' }), 'name@');
    expect(within(aside).getByRole('button', { name: /姓名/ })).toBeTruthy();
    await user.click(within(aside).getByRole('button', { name: /邮箱/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '邮箱' })));
  });
});

async function newClient(): Promise<RenderedApp> {
  const rendered = await renderApp({ app, route: '/clients/new' });
  await screen.findByRole('textbox', { name: /^姓名/ });
  return rendered;
}

async function pick(user: RenderedApp['user'], label: string, option: string): Promise<void> {
  await user.click(screen.getByLabelText(label, { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: option }));
}

function numbers({ phones }: { readonly phones: readonly { readonly e164: string | null }[] }): (string | null)[] {
  return phones.map((phone) => phone.e164);
}
