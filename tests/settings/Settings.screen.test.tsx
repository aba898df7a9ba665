// The settings: saved on leaving a field, undone from the toast, and refused in words.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anApp, OWNER, signIn, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

describe('staff', () => {
  it('adds a person and shows them in the list', async () => {
    const { user } = await renderApp({ app, route: '/settings/staff' });
    await user.click(await screen.findByRole('button', { name: /新员工/ }));
    await user.type(await screen.findByLabelText('姓名'), '周静');
    await user.type(screen.getByLabelText('岗位'), '技师{Enter}');
    expect(await screen.findByRole('cell', { name: '周静' })).toBeTruthy();
    const staff = await app.call('staff.list', { activeOnly: true });
    expect(staff).toMatchObject([{ name: '周静', post: '技师', active: true }]);
    await expectAccessible();
  });

  it('saves a changed name on leaving the field and takes it back with undo', async () => {
    await app.call('staff.create', { name: '周静', post: null, active: true });
    const { user } = await renderApp({ app, route: '/settings/staff' });
    await user.click(await screen.findByRole('cell', { name: '周静' }));
    const name = await screen.findByLabelText('姓名');
    await user.clear(name);
    await user.type(name, '周静怡');
    await user.tab();
    expect(await screen.findByRole('cell', { name: '周静怡' })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: /撤销/ }));
    expect(await screen.findByRole('cell', { name: '周静' })).toBeTruthy();
  });

  it('gives a person a colour, which stands beside the name', async () => {
    await app.call('staff.create', { name: '周静', post: null, active: true });
    const { user } = await renderApp({ app, route: '/settings/staff' });
    await user.click(await screen.findByRole('cell', { name: '周静' }));
    await user.click(await screen.findByLabelText('颜色', { selector: 'input' }));
    await user.click(await screen.findByRole('option', { name: '翠绿' }));
    await waitFor(() => expect(screen.getByRole('cell', { name: '周静' }).querySelector('[data-color="jade"]')).toBeTruthy());
    expect(await app.call('staff.list', { activeOnly: true })).toMatchObject([{ name: '周静', color: 'jade' }]);
    await expectAccessible();
  });

  it('refuses a name that is taken, in words at the field', async () => {
    await app.call('staff.create', { name: '周静', post: null, active: true });
    const { user } = await renderApp({ app, route: '/settings/staff' });
    await user.click(await screen.findByRole('button', { name: /新员工/ }));
    await user.type(await screen.findByLabelText('姓名'), '周静{Enter}');
    expect(await screen.findByText(/已有叫“周静”的员工/)).toBeTruthy();
  });

  it('changes the order by Alt and an arrow', async () => {
    for (const name of ['周静', '何晓琪']) await app.call('staff.create', { name, post: null, active: true });
    const { user } = await renderApp({ app, route: '/settings/staff' });
    await screen.findByRole('cell', { name: '何晓琪' });
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(async () => {
      const staff = await app.call('staff.list', { activeOnly: true });
      expect(staff.map(({ name }) => name)).toEqual(['何晓琪', '周静']);
    });
  });
});

describe('services', () => {
  it('adds a service with its price in cents', async () => {
    const { user } = await renderApp({ app, route: '/settings/services' });
    await user.click(await screen.findByRole('button', { name: /新项目/ }));
    await user.type(await screen.findByRole('textbox', { name: '项目' }), '深层补水护理');
    await user.type(screen.getByLabelText('价格'), '398');
    await user.type(screen.getByLabelText('时长'), '90');
    await user.click(screen.getByRole('button', { name: '加上这个项目' }));
    expect(await screen.findByRole('cell', { name: '深层补水护理' })).toBeTruthy();
    const services = await app.call('catalogue.list', { activeOnly: true });
    expect(services).toMatchObject([{ name: '深层补水护理', priceCents: 39_800, minutes: 90 }]);
    await expectAccessible();
  });

  it('says what is wrong with a price and saves nothing', async () => {
    const { user } = await renderApp({ app, route: '/settings/services' });
    await user.click(await screen.findByRole('button', { name: /新项目/ }));
    await user.type(await screen.findByRole('textbox', { name: '项目' }), '染发补色');
    await user.type(screen.getByLabelText('价格'), '两百八');
    await user.click(screen.getByRole('button', { name: '加上这个项目' }));
    expect(screen.getByText(/价格写成/)).toBeTruthy();
    expect(await app.call('catalogue.list', { activeOnly: false })).toEqual([]);
  });
});

describe('products', () => {
  it('adds a product, finds it by what is in it and takes it off the list', async () => {
    const { user } = await renderApp({ app, route: '/settings/products' });
    await user.click(await screen.findByRole('button', { name: /新产品/ }));
    await user.type(await screen.findByRole('textbox', { name: '产品' }), '烟酰胺精华');
    await user.type(screen.getByLabelText('价格'), '268');
    await user.type(screen.getByLabelText('成分', { selector: 'input' }), '烟酰胺{Enter}');
    await user.click(screen.getByRole('button', { name: '加上这个产品' }));
    await user.type(screen.getByRole('textbox', { name: '产品、成分' }), '酰胺');
    await user.click(await screen.findByRole('cell', { name: '烟酰胺精华' }));
    await expectAccessible();
    await user.click(await screen.findByRole('switch', { name: /在卖/ }));
    expect(await screen.findByText('没有符合的产品。')).toBeTruthy();
    const products = await app.call('catalogue.products', { activeOnly: false });
    expect(products).toMatchObject([{ name: '烟酰胺精华', priceCents: 26_800, ingredients: ['烟酰胺'], active: false }]);
  });
});

describe('rules, region and lock', () => {
  it('saves another bound of the loyal clients on leaving the field', async () => {
    const { user } = await renderApp({ app, route: '/settings/loyalty' });
    const within = await screen.findByLabelText('多少天内来过');
    await user.clear(within);
    await user.type(within, '45');
    await user.tab();
    await waitFor(async () => expect((await app.call('settings.get', null)).loyalty.loyalWithinDays).toBe(45));
    await expectAccessible();
  });

  it('keeps bounds that do not rise out of the book and says why', async () => {
    const { user } = await renderApp({ app, route: '/settings/loyalty' });
    const before = (await app.call('settings.get', null)).loyalty;
    const second = await screen.findByLabelText('上次到店多少天内 第2格');
    await user.clear(second);
    await user.type(second, '1');
    await user.tab();
    expect(await screen.findByText('四个数要从小到大。')).toBeTruthy();
    expect((await app.call('settings.get', null)).loyalty).toEqual(before);
  });

  it('changes the password, and only with the present one', async () => {
    const { user } = await renderApp({ app, route: '/settings/security' });
    await user.type(await screen.findByLabelText('现在的密码'), 'not-the-one');
    await user.type(screen.getByLabelText('新密码'), 'yuegui-hua-kai-7');
    await user.type(screen.getAllByLabelText('再输一次')[0]!, 'yuegui-hua-kai-7{Enter}');
    expect(await screen.findByText(/密码不对/)).toBeTruthy();
    const current = screen.getByLabelText('现在的密码');
    await user.clear(current);
    await user.type(current, `${OWNER.password}{Enter}`);
    expect(await screen.findByText('密码已改，下次解锁用新的。')).toBeTruthy();
    app.house.lock('key');
    await signIn(app, 'yuegui-hua-kai-7');
    expect((await app.call('book.status', null)).state).toBe('open');
  });

  it.each(['shop', 'security', 'appearance', 'shortcuts', 'about'])('has an accessible page %s', async (page) => {
    await renderApp({ app, route: `/settings/${page}` });
    await screen.findByRole('heading', { level: 1 });
    await expectAccessible();
  });
});
