// What was typed into a form of the settings outlives the page, and is gone once it is saved.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { RoleId } from '../../shared/ids';
import { anApp, aPerson, OWNER, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

type User = Awaited<ReturnType<typeof renderApp>>['user'];

interface Form {
  readonly what: string;
  readonly route: string;
  /** Makes what the form is about; the key under which it keeps what is typed. */
  readonly prepare: () => Promise<string>;
  readonly open: (user: User) => Promise<void>;
  readonly field: string;
  /** Where a word cannot be typed. */
  readonly number?: string;
  readonly save: (user: User) => Promise<void>;
}

const press = async (user: User, name: string | RegExp) => user.click(await screen.findByRole('button', { name }));
const row = async (user: User, name: string) => user.click(await screen.findByRole('cell', { name }));
const keep = (user: User) => press(user, '存下来');
const pick = async (user: User, name: string) => user.click(await screen.findByRole('menuitem', { name }));

const SERVICE = {
  group: null,
  minutes: 60,
  priceCents: null,
  followUpDays: null,
  followUpNote: null,
  ingredients: [],
  active: true,
} as const;
const created = async (kind: string, answer: Promise<{ readonly id: string }>) => `${kind}:${(await answer).id}`;
const fresh = (key: string) => async () => key;

const FORMS: readonly Form[] = [
  {
    what: 'a new service',
    route: '/settings/services',
    prepare: fresh('service-new'),
    open: (user) => press(user, /新项目/),
    field: '项目',
    save: (user) => press(user, '加上这个项目'),
  },
  {
    what: 'a service that is changed',
    route: '/settings/services',
    prepare: () => created('service', app.call('catalogue.create', { ...SERVICE, ingredients: [], name: '补水护理' })),
    open: (user) => row(user, '补水护理'),
    field: '项目',
    save: keep,
  },
  {
    what: 'a new product',
    route: '/settings/products',
    prepare: fresh('product-new'),
    open: (user) => press(user, /新产品/),
    field: '产品',
    save: (user) => press(user, '加上这个产品'),
  },
  {
    what: 'a product that is changed',
    route: '/settings/products',
    prepare: () =>
      created(
        'product',
        app.call('catalogue.createProduct', { name: '面霜', group: null, priceCents: null, ingredients: [], active: true }),
      ),
    open: (user) => row(user, '面霜'),
    field: '产品',
    save: keep,
  },
  {
    what: 'a new member of the staff',
    route: '/settings/staff',
    prepare: fresh('staff-new'),
    open: (user) => press(user, /新员工/),
    field: '姓名',
    save: async (user) => user.type(screen.getByRole('textbox', { name: '姓名' }), '{Enter}'),
  },
  {
    what: 'a member of the staff who is changed',
    route: '/settings/staff',
    prepare: () => created('staff', app.call('staff.create', { name: '周静', post: null, color: null, active: true })),
    open: (user) => row(user, '周静'),
    field: '姓名',
    save: keep,
  },
  {
    what: 'a new field of the shop’s own',
    route: '/settings/fields',
    prepare: fresh('field-new'),
    open: (user) => press(user, /新字段/),
    field: '名称',
    save: (user) => press(user, '加上'),
  },
  {
    what: 'a field that is changed',
    route: '/settings/fields',
    prepare: () => created('field', app.call('fields.create', { name: '发质', kind: 'text', choices: [], purpose: null, required: false })),
    open: (user) => row(user, '发质'),
    field: '名称',
    save: keep,
  },
  {
    what: 'a new tier',
    route: '/settings/tiers',
    prepare: fresh('tier-new'),
    open: (user) => press(user, /新等级/),
    field: '名称',
    save: async (user) => user.type(screen.getByRole('textbox', { name: '名称' }), '{Enter}'),
  },
  {
    what: 'a tier that is changed',
    route: '/settings/tiers',
    prepare: () => created('tier', app.call('tiers.create', { name: '黑金', mark: 'regular' })),
    open: (user) => row(user, '黑金'),
    field: '名称',
    save: keep,
  },
  {
    what: 'a tag that is changed',
    route: '/settings/tags',
    prepare: async () => {
      await aClient(app, { name: '王琳', tags: ['老客'] });
      const [tag] = await app.call('clients.tags', null);
      return `tag:${tag?.id ?? ''}`;
    },
    open: (user) => row(user, '老客'),
    field: '标签',
    save: keep,
  },
  {
    what: 'a new account',
    route: '/settings/accounts',
    prepare: fresh('account-new'),
    open: (user) => press(user, /新账号/),
    field: '姓名',
    save: (user) => press(user, '建账号，拿初始密码'),
  },
  {
    what: 'an account that is changed',
    route: '/settings/accounts',
    prepare: () => created('account', aPerson(app, { role: 'front-desk', name: '何晓琪' })),
    open: async (user) => user.click(await screen.findByRole('cell', { name: /^何晓琪/ })),
    field: '姓名',
    save: keep,
  },
  {
    what: 'a new role',
    route: '/settings/permissions',
    prepare: fresh('role-new'),
    open: (user) => press(user, /新角色/),
    field: '角色名',
    save: async (user) => user.type(screen.getByRole('textbox', { name: '角色名' }), '{Enter}'),
  },
  {
    what: 'another name for a role',
    route: '/settings/permissions',
    prepare: () => created('role', app.call('people.addRole', { name: '实习生', like: RoleId.parse('therapist') })),
    open: async (user) => {
      await press(user, '实习生：改名、删除');
      await pick(user, '改名');
    },
    field: '角色名',
    save: async (user) => user.type(screen.getByRole('textbox', { name: '角色名' }), '{Enter}'),
  },
  {
    what: 'the rules of the loyal clients, beside the insights',
    route: '/insights',
    prepare: async () => {
      const items = [{ serviceId: null, name: '补水护理', quantity: 1, priceCents: 39_800 }];
      await aVisit(app, { clientId: await aClient(app), items });
      return 'loyalty-rules';
    },
    open: (user) => press(user, '调整标准'),
    field: '这段时间至少来几次',
    number: '7',
    save: (user) => press(user, '按这个标准算'),
  },
  {
    what: 'the rules of the loyal clients, among the settings',
    route: '/settings/loyalty',
    prepare: fresh('loyalty'),
    open: async () => undefined,
    field: '至少来过几次',
    number: '7',
    save: keep,
  },
];

it.each(FORMS)(
  'keeps $what until it is saved, and says that it goes on where it was left',
  async ({ route, prepare, open, field, number, save }) => {
    const typed = number ?? '没说完';
    const key = await prepare();
    const first = await renderApp({ app, route });
    await open(first.user);
    await first.user.type(await screen.findByRole('textbox', { name: field }), typed);
    expect(screen.queryByText(/^接着.*没填完的$/)).toBeNull();
    first.unmount();
    await waitFor(async () => expect(await app.call('drafts.get', { key })).not.toBeNull());
    const { user } = await renderApp({ app, route });
    await open(user);
    const again = await screen.findByRole<HTMLInputElement>('textbox', { name: field });
    await waitFor(() => expect(again.value).toContain(typed));
    expect(screen.getByText(/^接着.*没填完的$/)).toBeTruthy();
    await expectAccessible();
    await user.click(again);
    await save(user);
    await waitFor(async () => expect(await app.call('drafts.get', { key })).toBeNull());
  },
);

it('begins anew with what is in the book when asked', async () => {
  const { id } = await app.call('staff.create', { name: '周静', post: null, color: null, active: true });
  await app.call('drafts.save', { key: `staff:${id}`, value: { name: '周静怡', post: '', color: null, active: true } });
  const { user } = await renderApp({ app, route: '/settings/staff' });
  await row(user, '周静');
  const name = await screen.findByRole<HTMLInputElement>('textbox', { name: '姓名' });
  await waitFor(() => expect(name.value).toBe('周静怡'));
  await press(user, '从头填');
  expect(name.value).toBe('周静');
  await waitFor(async () => expect(await app.call('drafts.get', { key: `staff:${id}` })).toBeNull());
  expect((await app.call('staff.list', { activeOnly: false })).map((one) => one.name)).toEqual(['周静']);
});

it.each([
  {
    what: 'a tag',
    route: '/settings/tags',
    prepare: async () => void (await aClient(app, { tags: ['老客'] })),
    name: '老客',
    field: '标签',
    remove: '删除这个标签',
  },
  {
    what: 'a field of the shop’s own',
    route: '/settings/fields',
    prepare: async () =>
      void (await app.call('fields.create', { name: '发质', kind: 'text', choices: [], purpose: null, required: false })),
    name: '发质',
    field: '名称',
    remove: '移除这个字段',
  },
])(
  'leaves nothing unfinished behind about $what that is removed while something is typed',
  async ({ route, prepare, name, field, remove }) => {
    await prepare();
    const { user, unmount } = await renderApp({ app, route });
    await row(user, name);
    await user.clear(await screen.findByRole('textbox', { name: field }));
    await press(user, remove);
    await waitFor(() => expect(screen.queryByRole('textbox', { name: field })).toBeNull());
    unmount();
    expect(await app.call('drafts.list', null)).toEqual([]);
  },
);

it('keeps a time of the daily backup that is not one yet, until it is', async () => {
  const open = async () => {
    const rendered = await renderApp({ app, route: '/data?tab=backups' });
    await press(rendered.user, '更改');
    return { ...rendered, time: await screen.findByRole<HTMLInputElement>('textbox', { name: '每天几点做' }) };
  };
  const first = await open();
  await first.user.clear(first.time);
  await first.user.type(first.time, '9:3');
  first.unmount();
  await waitFor(async () => expect(await app.call('drafts.get', { key: 'backup-daily' })).not.toBeNull());
  const { user, time } = await open();
  await waitFor(() => expect(time.value).toBe('9:3'));
  expect(screen.getByText(/^接着.*没填完的$/)).toBeTruthy();
  await expectAccessible();
  await user.type(time, '0{Enter}');
  await waitFor(async () => expect((await app.call('backups.state', null)).dailyAt).toBe('09:30'));
  await waitFor(async () => expect(await app.call('drafts.list', null)).toEqual([]));
});

/** All that is kept, as text. */
const allKept = async (): Promise<string> => {
  const keys = (await app.call('drafts.list', null)).map(({ key }) => key);
  return JSON.stringify(await Promise.all(keys.map((key) => app.call('drafts.get', { key }))));
};

it('never keeps a password or a PIN', async () => {
  const { user, unmount } = await renderApp({ app, route: '/settings/security' });
  await user.type(await screen.findByLabelText('现在的密码'), OWNER.password);
  await user.type(screen.getByLabelText('新密码'), 'yuegui-hua-kai-7');
  await user.type(screen.getByLabelText('再输一次', { selector: 'input' }), 'yuegui-hua-kai-7');
  for (const label of ['PIN码', '再输一次']) {
    await user.click(screen.getByLabelText(`${label}，第1位，共6位`));
    await user.keyboard('246813');
  }
  await user.type(screen.getByLabelText('您的密码'), OWNER.password);
  unmount();
  await renderApp({ app, route: '/today' });
  await screen.findByRole('heading', { level: 1 });
  expect(await app.call('drafts.list', null)).toEqual([]);
});

it('keeps the rights that were changed, but not the password they are saved with', async () => {
  const { user, unmount } = await renderApp({ app, route: '/settings/permissions' });
  (await screen.findByRole('button', { name: '前台，导出Excel：不可' })).focus();
  await user.keyboard('1');
  await press(user, '保存权限');
  const dialog = await screen.findByRole('dialog', { name: '输入老板密码，放宽权限' });
  await user.type(within(dialog).getByLabelText('您的密码'), OWNER.password);
  unmount();
  await waitFor(async () => expect(await allKept()).toContain('export'));
  expect(await allKept()).not.toContain(OWNER.password);
});

it('keeps nothing of an account once its start password is shown', async () => {
  const { user, unmount } = await renderApp({ app, route: '/settings/accounts' });
  await press(user, /新账号/);
  await user.type(await screen.findByRole('textbox', { name: '姓名' }), '王芳');
  await press(user, '建账号，拿初始密码');
  await screen.findByRole('dialog', { name: '王芳的初始密码' });
  unmount();
  expect(await app.call('drafts.list', null)).toEqual([]);
});
