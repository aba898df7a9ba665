// Two people change the same visit or the same follow-up: the second is told, loses nothing, and decides.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/core/date';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let client: ClientId;

beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '王琳' });
});
afterEach(() => app.close());

const line = { serviceId: null, name: '补水护理', quantity: 1, priceCents: 39_800 };

it('says in the panel that the visit is another by now, keeps what was typed, and writes over it only when told to', async () => {
  const id = await aVisit(app, { clientId: client, items: [line], note: '偏干' });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await user.click(await screen.findByRole('button', { name: '补水护理：更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: '改这次到店' }));
  const note = await screen.findByRole('textbox', { name: '护理记录' });
  await user.type(note, '，已补水');
  // behind this window's back
  await app.call('visits.update', { id, draft: aVisitDraft({ clientId: client, items: [line], note: '过敏了，停用' }) });
  await user.click(screen.getByRole('button', { name: /^保存修改/ }));
  const told = await screen.findByText('您改的时候，别人改了这次到店。什么都没有覆盖，您填的都还在。');
  const box = within(told.closest<HTMLElement>('[role="alert"]') ?? document.body);
  expect(box.getByText(/^现在是：.*补水护理.*过敏了，停用$/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '护理记录' }).value).toBe('偏干，已补水');
  expect((await app.call('visits.get', { id })).note).toBe('过敏了，停用');
  await expectAccessible();
  await user.click(box.getByRole('button', { name: '保留我填的' }));
  await user.click(screen.getByRole('button', { name: /^保存修改/ }));
  await waitFor(async () => expect((await app.call('visits.get', { id })).note).toBe('偏干，已补水'));
});

it('keeps what was typed when the visit was struck out meanwhile', async () => {
  const id = await aVisit(app, { clientId: client, items: [line], note: '偏干' });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await user.click(await screen.findByRole('button', { name: '补水护理：更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: '改这次到店' }));
  await user.type(await screen.findByRole('textbox', { name: '护理记录' }), '，已补水');
  await app.call('visits.remove', { id, reason: '记错了人' });
  expect(await screen.findByText(/这次到店被作废了，不能再改/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '护理记录' }).value).toBe('偏干，已补水');
});

it('takes over what somebody else made of a visit', async () => {
  const id = await aVisit(app, { clientId: client, items: [line], note: '偏干' });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await user.click(await screen.findByRole('button', { name: '补水护理：更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: '改这次到店' }));
  await screen.findByRole('textbox', { name: '护理记录' });
  await app.call('visits.update', { id, draft: aVisitDraft({ clientId: client, items: [line], note: '过敏了，停用' }) });
  await user.click(screen.getByRole('button', { name: /^保存修改/ }));
  await user.click(await screen.findByRole('button', { name: '全部换成现在的' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '护理记录' }).value).toBe('过敏了，停用');
  expect(screen.queryByRole('button', { name: '全部换成现在的' })).toBeNull();
});

it('says in the form of a follow-up that it is another by now, and writes over it only when told to', async () => {
  const began = { kind: 'other', dueOn: '2026-03-16' as IsoDate, staffId: null, note: '问肤色' } as const;
  const { id } = await app.call('followUps.create', { clientId: client, ...began });
  const noteNow = async () => (await app.call('followUps.board', { until: '2026-03-20', staffId: null })).lines[0]?.note;
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await user.click(await screen.findByRole('button', { name: '回访：更多操作' }));
  await user.click(await screen.findByRole('menuitem', { name: '改这条回访' }));
  const note = await screen.findByRole('textbox', { name: '要问什么' });
  await user.type(note, '和头皮');
  await app.call('followUps.update', { id, draft: { clientId: client, ...began, note: '问有没有过敏' } });
  await user.click(screen.getByRole('button', { name: /^保存修改/ }));
  expect(await screen.findByText(/^现在是：其他 · 2026年3月16日 · 问有没有过敏$/)).toBeTruthy();
  expect(await noteNow()).toBe('问有没有过敏');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: '保留我填的' }));
  await user.click(screen.getByRole('button', { name: /^保存修改/ }));
  await waitFor(async () => expect(await noteNow()).toBe('问肤色和头皮'));
});
