// What was typed into a dialog outlives the page it was opened on, and is gone once it is saved.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IsoDate } from '../../shared/core/date';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;
let client: ClientId;

beforeEach(async () => {
  app = await anApp();
  client = await aClient(app, { name: '王琳' });
});
afterEach(() => app.close());

type User = Awaited<ReturnType<typeof renderApp>>['user'];

interface Dialog {
  readonly what: string;
  /** Makes what the dialog is about; the key under which it keeps what is typed. */
  readonly prepare: () => Promise<string>;
  readonly open: (user: User) => Promise<void>;
  readonly field: string;
  readonly save: (user: User) => Promise<void>;
}

const press = async (user: User, name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const pick = async (user: User, name: string) => user.click(await screen.findByRole('menuitem', { name }));
const line = { serviceId: null, name: '补水护理', quantity: 1, priceCents: 39_800 };
const aTest = { serviceId: null, substance: '对苯二胺', on: '2026-03-10', validUntil: '2026-09-10', result: 'none', note: '' } as const;

const DIALOGS: readonly Dialog[] = [
  {
    what: 'the reason a visit is void',
    prepare: async () => `void:${await aVisit(app, { clientId: client, items: [line] })}`,
    open: async (user) => {
      await press(user, '补水护理：更多操作');
      await pick(user, '作废这次到店');
    },
    field: '为什么作废',
    save: (user) => press(user, '作废这次到店'),
  },
  {
    what: 'the reason a follow-up is dropped',
    prepare: async () => `drop:${await aFollowUp(app, client)}`,
    open: async (user) => {
      await press(user, '回访：更多操作');
      await pick(user, '不再跟进');
    },
    field: '原因',
    save: (user) => press(user, '不再跟进'),
  },
  {
    what: 'what came of a follow-up',
    prepare: async () => `outcome:${await aFollowUp(app, client)}`,
    open: (user) => press(user, '完成'),
    field: '说了什么，可以不写',
    save: (user) => press(user, /都好/),
  },
  {
    what: 'a preference that is changed',
    prepare: async () => {
      const draft = { kind: 'like', text: '靠窗', detail: null } as const;
      return `preference:${(await app.call('preferences.add', { clientId: client, draft })).id}`;
    },
    open: (user) => press(user, '靠窗'),
    field: '内容',
    save: (user) => press(user, /^保存修改/),
  },
  {
    what: 'a contact that is changed',
    prepare: async () => {
      const draft = { channel: 'phone', began: 'client', said: '改到周日', on: '2026-03-13' as IsoDate, time: '10:05' } as const;
      return `contact-change:${(await app.call('contacts.record', { clientId: client, draft })).id}`;
    },
    open: async (user) => {
      await press(user, '联系：更多操作');
      await pick(user, '修改');
    },
    field: '说了什么',
    save: (user) => press(user, /^保存修改/),
  },
  {
    what: 'a patch test that is changed',
    prepare: async () => `patch-test-change:${(await app.call('patchTests.record', { clientId: client, draft: aTest })).id}`,
    open: (user) => press(user, '改对苯二胺的皮试'),
    field: '备注',
    save: (user) => press(user, /^保存/),
  },
  {
    what: 'a relation that is changed',
    prepare: async () => {
      const other = await aClient(app, { name: '陈可' });
      return `relation:${(await app.call('relations.add', { clientId: client, otherId: other, kind: 'friend', note: null })).id}`;
    },
    open: (user) => press(user, '改和陈可的关系'),
    field: '备注，可以不写',
    save: (user) => press(user, /^保存修改/),
  },
];

it.each(DIALOGS)('keeps $what until it is saved', async ({ prepare, open, field, save }) => {
  const key = await prepare();
  const first = await renderApp({ app, route: `/clients/${client}` });
  await open(first.user);
  await first.user.type(await screen.findByRole('textbox', { name: field }), '没说完');
  first.unmount();
  await waitFor(async () => expect(await app.call('drafts.get', { key })).not.toBeNull());
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await open(user);
  const again = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: field });
  await waitFor(() => expect(again.value).toContain('没说完'));
  await expectAccessible();
  await save(user);
  await waitFor(async () => expect(await app.call('drafts.get', { key })).toBeNull());
});

it('says that a form goes on where it was left, and begins anew when asked', async () => {
  const draft = { kind: 'like', text: '靠窗', detail: null } as const;
  const { id } = await app.call('preferences.add', { clientId: client, draft });
  await app.call('drafts.save', { key: `preference:${id}`, value: { kind: 'like', text: '靠窗，二楼' } });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await press(user, '靠窗');
  expect(await screen.findByText(/^接着.*没填完的$/)).toBeTruthy();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内容' }).value).toBe('靠窗，二楼');
  await press(user, '从头填');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内容' }).value).toBe('靠窗');
  expect(screen.queryByText(/^接着.*没填完的$/)).toBeNull();
  await waitFor(async () => expect(await app.call('drafts.get', { key: `preference:${id}` })).toBeNull());
});

it('does not take for left unfinished what is being typed, when something else in the book changes meanwhile', async () => {
  const draft = { kind: 'like', text: '靠窗', detail: null } as const;
  const { id } = await app.call('preferences.add', { clientId: client, draft });
  const { user } = await renderApp({ app, route: `/clients/${client}` });
  await press(user, '靠窗');
  await user.type(await screen.findByRole('textbox', { name: '内容' }), '，二楼');
  const key = `preference:${id}`;
  await waitFor(async () => expect(await app.call('drafts.get', { key })).not.toBeNull());
  await app.call('preferences.add', { clientId: client, draft: { ...draft, text: '温热毛巾' } });
  expect(await screen.findAllByText('温热毛巾')).not.toEqual([]);
  expect(screen.queryByText(/^接着.*没填完的$/)).toBeNull();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: '内容' }).value).toBe('靠窗，二楼');
});
