// The page of one client as a person uses it, on a real book.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

const ALERT = { id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: '头皮红肿' };

describe('the client page', () => {
  it('shows health alerts before anything else, in words', async () => {
    const id = await aClient(app, { phone: '13800138427', alerts: [ALERT], tags: ['敏感肌'] });
    await renderApp({ app, route: `/clients/${id}` });
    const who = await screen.findByRole('complementary', { name: '林若溪的资料' });
    const alert = within(who).getByRole('note');
    expect(alert.textContent).toBe('过敏：对苯二胺（PPD）头皮红肿');
    expect(alert.compareDocumentPosition(within(who).getByText('138 0013 8427'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await expectAccessible();
  });

  it('tells asked and none from not asked yet', async () => {
    const asked = await aClient(app, { askedNoAlerts: true });
    const notAsked = await aClient(app, { name: '李梦瑶' });
    const first = await renderApp({ app, route: `/clients/${asked}` });
    expect(await screen.findByText('问过，没有过敏和禁忌。')).toBeTruthy();
    first.unmount();
    await renderApp({ app, route: `/clients/${notAsked}` });
    expect(await screen.findByText('还没问过过敏和禁忌。')).toBeTruthy();
  });

  it('takes a note with N and Ctrl Enter', async () => {
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByRole('heading', { name: '林若溪' });
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: '内容' }), '下次带妹妹来');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const line = await screen.findByRole('region', { name: '时间线' });
    expect(await within(line).findByText('下次带妹妹来')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '内容' })).toBeNull();
  });

  it('keeps the old wording of a preference and shows it on request', async () => {
    const id = await aClient(app);
    await app.call('preferences.add', { clientId: id, draft: { kind: 'like', text: '温热毛巾', detail: null } });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '温热毛巾' }));
    const text = await screen.findByRole('textbox', { name: '内容' });
    await user.clear(text);
    await user.type(text, '温热毛巾，靠窗');
    await user.click(screen.getByRole('button', { name: /^保存修改/ }));
    await screen.findByRole('button', { name: '温热毛巾，靠窗' });
    await user.click(screen.getByRole('button', { name: '看以前的写法' }));
    const versions = await screen.findByRole('dialog', { name: '林若溪的偏好和提醒，以前的写法' });
    expect(await within(versions).findByText('温热毛巾')).toBeTruthy();
    expect(within(versions).getByText('温热毛巾，靠窗')).toBeTruthy();
  });

  it('finishes a follow-up where it stands on the timeline', async () => {
    const id = await aClient(app);
    await aFollowUp(app, id, { note: '问皮肤感受' });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '完成' }));
    await user.click(await screen.findByRole('button', { name: /^都好/ }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '完成' })).toBeNull());
    const { items } = await app.call('timeline.of', { clientId: id, kind: 'follow-up', before: null, limit: 10 });
    expect(items).toMatchObject([{ followUp: { state: 'done', outcome: 'well' } }]);
  });

  it('promises a follow-up with F', async () => {
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByRole('heading', { name: '林若溪' });
    await user.keyboard('f');
    await user.type(await screen.findByRole('textbox', { name: '要问什么' }), '问年底的安排');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const line = await screen.findByRole('region', { name: '时间线' });
    expect(await within(line).findByText('问年底的安排')).toBeTruthy();
  });

  it('puts a tag on and takes it off', async () => {
    const id = await aClient(app, { tags: ['周末'] });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '加标签' }));
    await user.type(await screen.findByLabelText('标签', { selector: 'input' }), '敏感肌{Enter}');
    await screen.findByRole('button', { name: '去掉标签敏感肌' });
    await user.click(screen.getByRole('button', { name: '去掉标签周末' }));
    await waitFor(async () => expect((await app.call('clients.get', { id })).tags.map((tag) => tag.name)).toEqual(['敏感肌']));
  });

  it('asks before a client goes to the bin', async () => {
    const id = await aClient(app);
    const { user, place } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '移到回收站' }));
    await user.click(await screen.findByRole('button', { name: '移到回收站' }));
    await waitFor(() => expect(place()).toBe('/clients'));
    expect((await app.call('clients.get', { id })).deletedAt).not.toBeNull();
  });

  it('offers the way back to a client in the bin and nothing else', async () => {
    const id = await aClient(app);
    await app.call('clients.remove', { id });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    const restore = await screen.findByRole('button', { name: '恢复' });
    expect(screen.queryByRole('button', { name: /^记到店/ })).toBeNull();
    await user.click(restore);
    expect(await screen.findByRole('button', { name: /^记到店/ })).toBeTruthy();
  });

  it('says in a sentence how often the client comes', async () => {
    const id = await aClient(app);
    for (const on of ['2025-12-14', '2026-01-13', '2026-02-12']) await aVisit(app, { clientId: id, on });
    await renderApp({ app, route: `/clients/${id}` });
    expect(await screen.findByText('约30天一次，预计3月14日前后回来')).toBeTruthy();
    expect(screen.getByRole('img', { name: '近24个月到店3次' })).toBeTruthy();
  });

  it('says so when there is no such client', async () => {
    await renderApp({ app, route: '/clients/0199d2a0-0000-7000-8000-000000000000' });
    expect(await screen.findByRole('heading', { name: '没有打开这位客户' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
  });
});
