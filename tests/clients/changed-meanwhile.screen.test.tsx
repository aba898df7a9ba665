// Two people change the same thing of a client: the second is told in the dialog, loses nothing, and decides; over a lock too.

import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let client: ClientId;
beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '王琳' });
});
afterEach(() => app.close());

const TOLD = '您改的时候，别人也改了这里。什么都没有覆盖，您填的都还在。';
const DRAFT: Input<'patchTests.record'>['draft'] = {
  ...{ serviceId: null, substance: '对苯二胺', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: null },
};

async function changeIt(user: UserEvent) {
  const section = within(await screen.findByRole('region', { name: '皮试' }));
  await user.click(await section.findByRole('button', { name: '改对苯二胺的皮试' }));
  return within(await screen.findByRole('dialog'));
}
const note = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: '备注' });
const shown = async () => (await app.call('patchTests.of', { clientId: client })).tests[0];

it('keeps what was typed, and writes over it only when told to', async () => {
  const { id } = await app.call('patchTests.record', { clientId: client, draft: DRAFT });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  const dialog = await changeIt(user);
  await user.type(await note(), '耳后');
  await app.call('patchTests.update', { id, draft: { ...DRAFT, result: 'reaction' } });
  await user.click(dialog.getByRole('button', { name: '保存修改' }));
  const told = within((await dialog.findByText(TOLD)).closest<HTMLElement>('[role="alert"]') ?? document.body);
  expect(told.getByText(/^现在是：对苯二胺 · 有反应 · /)).toBeTruthy();
  await expectAccessible();
  expect(await shown()).toMatchObject({ result: 'reaction', note: null });
  // said once, where it can be decided
  await waitFor(() => expect(dialog.queryByText(/别人改了这条皮试/)).toBeNull());
  await user.click(told.getByRole('button', { name: '保留我填的' }));
  await user.click(dialog.getByRole('button', { name: '保存修改' }));
  await waitFor(async () => expect(await shown()).toMatchObject({ result: 'none', note: '耳后' }));
});

it('takes over what somebody else made of it', async () => {
  const { id } = await app.call('patchTests.record', { clientId: client, draft: DRAFT });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  const dialog = await changeIt(user);
  await user.type(await note(), '耳后');
  await app.call('patchTests.update', { id, draft: { ...DRAFT, note: '手腕' } });
  await user.click(dialog.getByRole('button', { name: '保存修改' }));
  await user.click(await dialog.findByRole('button', { name: '全部换成现在的' }));
  expect((await note()).value).toBe('手腕');
  expect(dialog.queryByText(TOLD)).toBeNull();
});

it('is told of what changed while the book was locked over what was left unfinished', async () => {
  const { id } = await app.call('patchTests.record', { clientId: client, draft: DRAFT });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  const dialog = await changeIt(user);
  await user.type(await note(), '耳后');
  await user.click(dialog.getByRole('button', { name: '不改了' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await app.call('patchTests.update', { id, draft: { ...DRAFT, result: 'reaction' } });
  const again = await changeIt(user);
  expect(await again.findByText(TOLD)).toBeTruthy();
  expect((await note()).value).toBe('耳后');
});

it('reads what an earlier version left unfinished, which did not know what it began from', async () => {
  const { id } = await app.call('patchTests.record', { clientId: client, draft: DRAFT });
  await app.call('drafts.save', { key: `patch-test-change:${id}`, value: { ...DRAFT, note: '耳后' } });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  const dialog = await changeIt(user);
  expect((await note()).value).toBe('耳后');
  expect(dialog.queryByText(TOLD)).toBeNull();
  await user.click(dialog.getByRole('button', { name: '保存修改' }));
  await waitFor(async () => expect(await shown()).toMatchObject({ note: '耳后' }));
});
