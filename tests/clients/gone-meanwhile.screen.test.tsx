// A client is archived, binned or erased while somebody has a form about them open: nothing is written where it may not be, and what was typed is not lost.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;
let client: ClientId;

beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '王琳' });
});
afterEach(() => app.close());

type User = Awaited<ReturnType<typeof renderApp>>['user'];
const save = (user: User) => user.keyboard('{Control>}{Enter}{/Control}');
const visits = async () => (await app.call('clients.get', { id: client })).visits;

async function aVisitBeingTyped(): Promise<User> {
  const plain = { group: null, minutes: 60, priceCents: null, followUpDays: null, followUpNote: null, ingredients: [], active: true };
  await app.call('catalogue.create', { ...plain, name: '补水护理' });
  const { user } = await renderApp({ app, route: `/clients/${client}?open=visit` });
  await user.click(await screen.findByRole('button', { name: /补水护理/ }));
  await user.type(await screen.findByRole('textbox', { name: '护理记录' }), '已补水');
  return user;
}

const note = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: '护理记录' });

it('a visit of somebody who was archived meanwhile is recorded, and they stay archived', async () => {
  const user = await aVisitBeingTyped();
  await app.call('clients.archive', { id: client });
  await save(user);
  await waitFor(async () => expect(await visits()).toBe(1));
  expect((await app.call('clients.get', { id: client })).archivedAt).not.toBeNull();
});

it('a visit of somebody who was put into the bin meanwhile is not recorded, and goes on once they are back', async () => {
  const user = await aVisitBeingTyped();
  await waitFor(async () => expect(await app.call('drafts.get', { key: `visit:${client}` })).not.toBeNull());
  await app.call('clients.remove', { id: client });
  await screen.findByText(/移到了回收站，满30天就彻底没有/);
  expect(await visits()).toBe(0);
  await user.click(screen.getByRole('button', { name: '恢复' }));
  await waitFor(() => expect(screen.queryByText(/移到了回收站，满30天就彻底没有/)).toBeNull());
  await user.keyboard('v');
  expect((await note()).value).toBe('已补水');
  await save(user);
  await waitFor(async () => expect(await visits()).toBe(1));
});

it('a changed profile of somebody who was archived meanwhile is saved once that was read, and they stay archived', async () => {
  const { user } = await renderApp({ app, route: `/clients/${client}/edit` });
  await user.type(await screen.findByRole('textbox', { name: '职业' }), '教师');
  await app.call('clients.archive', { id: client });
  await save(user);
  expect(await screen.findByText(/您编辑的时候，王琳被归档了。什么都没有覆盖/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '保留我填的' }));
  await save(user);
  await waitFor(async () => expect(await app.call('clients.get', { id: client })).toMatchObject({ occupation: '教师' }));
  expect((await app.call('clients.get', { id: client })).archivedAt).not.toBeNull();
});

it('a changed profile of somebody who was put into the bin meanwhile is refused in words, and nothing typed is lost', async () => {
  const { user } = await renderApp({ app, route: `/clients/${client}/edit` });
  await user.type(await screen.findByRole('textbox', { name: '职业' }), '教师');
  await app.call('clients.remove', { id: client });
  await save(user);
  expect(await screen.findByText('这位客户在回收站里。先恢复，再做这一步。')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '职业' }).value).toBe('教师');
  await app.call('clients.restore', { id: client });
  await waitFor(async () => {
    await save(user);
    const keep = screen.queryByRole('button', { name: '保留我填的' });
    if (keep) await user.click(keep);
    expect(await app.call('clients.get', { id: client })).toMatchObject({ occupation: '教师' });
  });
});

it('a changed profile of somebody who was erased meanwhile says so, and what was typed can be copied', async () => {
  const { user } = await renderApp({ app, route: `/clients/${client}/edit` });
  await user.type(await screen.findByRole('textbox', { name: '职业' }), '教师');
  const { number } = await app.call('clients.get', { id: client });
  await app.call('clients.remove', { id: client });
  await app.call('clients.erase', { id: client, confirm: number });
  await save(user);
  expect(await screen.findByText(/您编辑的时候，王琳的资料被彻底删除了，不能再保存/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '职业' }).value).toBe('教师');
});
