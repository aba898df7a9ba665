// Patch tests on the client page, on a real book.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

const section = async () => within(await screen.findByRole('region', { name: '皮试' }));

describe('patch tests', () => {
  it('are noted, changed and taken away on the client page, and the day they count until follows the day they were done', async () => {
    const client = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${client}` });
    await user.click(await (await section()).findByRole('button', { name: '记一次皮试' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: '记下' }));
    expect(dialog.getByText('选一个项目，或写下试的是什么。')).toBeTruthy();
    await user.type(dialog.getByLabelText('试的是什么'), '对苯二胺');
    const on = dialog.getByLabelText('哪天做的');
    await user.clear(on);
    await user.type(on, '2026-03-10');
    await user.tab();
    expect(dialog.getByDisplayValue('2026年9月10日')).toBeTruthy();
    await expectAccessible();
    await user.click(dialog.getByRole('button', { name: '记下' }));
    expect(await (await section()).findByText('没有反应，有效到2026年9月10日')).toBeTruthy();
    await user.click((await section()).getByRole('button', { name: '改对苯二胺的皮试' }));
    const again = within(await screen.findByRole('dialog'));
    await user.click(again.getByLabelText('有反应'));
    await user.click(again.getByRole('button', { name: '保存修改' }));
    expect(await (await section()).findByText('有反应')).toBeTruthy();
    await user.click((await section()).getByRole('button', { name: '改对苯二胺的皮试' }));
    await user.click(await screen.findByRole('button', { name: '删除这次皮试' }));
    expect(await (await section()).findByText('还没有做过皮试')).toBeTruthy();
  });

  it('that were left unfinished are still there next time', async () => {
    const client = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${client}` });
    await user.click(await (await section()).findByRole('button', { name: '记一次皮试' }));
    await user.type(await screen.findByLabelText('试的是什么'), '睫毛胶');
    await user.click(screen.getByRole('button', { name: '先不记' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click((await section()).getByRole('button', { name: '记一次皮试' }));
    expect(await screen.findByDisplayValue('睫毛胶')).toBeTruthy();
  });

  it('say in words that one ran out, and that one was not looked at yet', async () => {
    const client = await aClient(app);
    const base = { serviceId: null, note: null } as const;
    await app.call('patchTests.record', {
      ...{ clientId: client, draft: { ...base, substance: '染发剂', on: '2025-03-10', validUntil: '2025-09-10', result: 'none' } },
    });
    await app.call('patchTests.record', {
      ...{ clientId: client, draft: { ...base, substance: '睫毛胶', on: '2026-03-13', validUntil: '2026-09-13', result: 'pending' } },
    });
    await renderApp({ app, route: `/clients/${client}` });
    expect(await (await section()).findByText('没有反应，2025年9月10日已过期')).toBeTruthy();
    expect((await section()).getByText(/还没看结果/)).toBeTruthy();
    await expectAccessible();
  });

  it('are only said to be there to who sees health masked, and shown to them for a reason', async () => {
    const client = await aClient(app);
    const draft = { serviceId: null, substance: '染发剂', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: null } as const;
    await app.call('patchTests.record', { clientId: client, draft });
    await someoneWith(app, { levels: { health: 'masked' } });
    const { user } = await renderApp({ app, route: `/clients/${client}` });
    expect(await (await section()).findByText('有皮试记录，看不到内容')).toBeTruthy();
    expect((await section()).getAllByRole('button').map((button) => button.textContent)).toEqual(['显示提醒']);
    await expectAccessible();
    await user.click((await section()).getByRole('button', { name: '显示提醒' }));
    const dialog = within(await screen.findByRole('dialog', { name: '为什么要看林若溪的健康提醒？' }));
    await user.click(dialog.getByRole('button', { name: '准备今天的护理' }));
    await user.click(dialog.getByRole('button', { name: /^显示30秒/ }));
    expect(await (await section()).findByText('染发剂')).toBeTruthy();
    expect((await section()).getByRole('timer')).toBeTruthy();
  });
});
