// The matrix of rights: changed cell by cell, told in words, saved at once, and only by the owner.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/people/contract';
import { aPerson, anApp, OWNER, signIn, takeOver, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});
afterEach(() => app.close());

const open = (language: 'zh-CN' | 'en' = 'zh-CN') => renderApp({ app, route: '/settings/permissions', language });
const role = async (id: string): Promise<Role> => (await app.call('people.roles', null)).find((one) => one.id === id)!;
const cell = (name: string) => screen.findByRole('button', { name });
const save = () => screen.getByRole('button', { name: '保存权限' });

describe('the matrix', () => {
  it('names every right with a sentence and says how many people are in each role', async () => {
    await aPerson(app, { role: 'therapist', name: '周静' });
    await open();
    expect(await screen.findByRole('rowheader', { name: /手机、微信、住址遮蔽时只见后4位/ })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: /技师1人/ })).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: /店长0人/ })).toBeTruthy();
    await expectAccessible();
  });

  it('offers nothing in the column of the owner', async () => {
    await open();
    await cell('技师，手机、微信、住址：遮蔽');
    expect(screen.queryByRole('button', { name: /^老板，/ })).toBeNull();
  });

  it('offers only the levels a right has, those of a yes or no as yes and no', async () => {
    const { user } = await open();
    await user.click(await cell('店长，导出Excel：可以'));
    const menu = await screen.findByRole('menu');
    expect(
      within(menu)
        .getAllByRole('menuitemradio')
        .map((item) => item.textContent),
    ).toEqual(['可以1', '不可4']);
    await expectAccessible();
  });

  it('changes nothing before it is saved, and tells each change in words', async () => {
    const { user } = await open();
    await user.click(await cell('前台，手机、微信、住址：改'));
    await user.click(await screen.findByRole('menuitemradio', { name: '遮蔽' }));
    expect(await screen.findByText('改了1处，还没有生效')).toBeTruthy();
    expect(screen.getByText('前台看手机：改 → 遮蔽')).toBeTruthy();
    expect((await role('front-desk')).levels.contact).toBe('change');
    await user.click(save());
    expect(await screen.findByText('权限已保存，马上生效')).toBeTruthy();
    expect((await role('front-desk')).levels.contact).toBe('masked');
    expect(await screen.findByText('没有未保存的改动')).toBeTruthy();
  });

  it('drops all changes on request', async () => {
    const { user } = await open();
    (await cell('前台，照片：看')).focus();
    await user.keyboard('4');
    await user.click(await screen.findByRole('button', { name: '放弃改动' }));
    expect(await cell('前台，照片：看')).toBeTruthy();
    expect(screen.getByText('没有未保存的改动')).toBeTruthy();
  });

  it('takes a change that leads back to what is saved for none', async () => {
    const { user } = await open();
    (await cell('前台，照片：看')).focus();
    await user.keyboard('1');
    expect(await screen.findByText('改了1处，还没有生效')).toBeTruthy();
    await user.keyboard('2');
    expect(await screen.findByText('没有未保存的改动')).toBeTruthy();
  });

  it('says in words when a right is worth less than its cell says', async () => {
    const { user } = await open();
    (await cell('审核员，姓名、等级、标签、偏好：看')).focus();
    await user.keyboard('4');
    expect(await cell('审核员，照片：看，等于不可')).toBeTruthy();
    expect(screen.getByText(/审核员看不到客户，看手机、看健康提醒、看照片.*也就用不了。/)).toBeTruthy();
  });
});

describe('by keyboard', () => {
  it('moves with the arrows, opens with Space and chooses with a digit', async () => {
    const { user } = await open();
    (await cell('店长，姓名、等级、标签、偏好：改')).focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(await cell('前台，手机、微信、住址：改'));
    await user.keyboard(' ');
    await screen.findByRole('menu');
    await user.keyboard('2');
    expect(await screen.findByText('前台看手机：改 → 看')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('前台，手机、微信、住址：看'));
  });

  it('saves by Ctrl S', async () => {
    const { user } = await open();
    (await cell('前台，照片：看')).focus();
    await user.keyboard('4{Control>}s{/Control}');
    await waitFor(async () => expect((await role('front-desk')).levels.photos).toBe('none'));
  });
});

describe('the figures of a role', () => {
  it('takes a number of reveals a day, and none for any number', async () => {
    const { user } = await open();
    const reveals = await screen.findByRole('textbox', { name: '技师 每天可显示遮蔽内容' });
    await user.clear(reveals);
    await user.type(reveals, '12');
    expect(await screen.findByText('技师每天显示遮蔽内容：5次 → 12次')).toBeTruthy();
    await user.clear(screen.getByRole('textbox', { name: /店长 每天可显示遮蔽内容/ }));
    expect(await screen.findByText('店长每天显示遮蔽内容：50次 → 不限')).toBeTruthy();
    await user.click(save());
    await waitFor(async () => expect((await role('therapist')).revealsPerDay).toBe(12));
    expect((await role('manager')).revealsPerDay).toBeNull();
  });

  it('lets a role see all clients instead of their own', async () => {
    const { user } = await open();
    (await cell('技师，看哪些客户：自己的')).focus();
    await user.keyboard('1');
    await user.click(save());
    await waitFor(async () => expect((await role('therapist')).ownClientsOnly).toBe(false));
  });
});

describe('loosening', () => {
  it('asks for the password of the owner before more may be exported, and refuses a wrong one', async () => {
    const { user } = await open();
    (await cell('前台，导出Excel：不可')).focus();
    await user.keyboard('1');
    await user.click(save());
    const dialog = await screen.findByRole('dialog', { name: '输入老板密码，放宽权限' });
    await user.type(within(dialog).getByLabelText('您的密码'), 'not-the-one{Enter}');
    expect(await within(dialog).findByText(/密码不对/)).toBeTruthy();
    expect((await role('front-desk')).levels.export).toBe('none');
    await user.clear(within(dialog).getByLabelText('您的密码'));
    await user.type(within(dialog).getByLabelText('您的密码'), `${OWNER.password}{Enter}`);
    await waitFor(async () => expect((await role('front-desk')).levels.export).toBe('change'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks for it as well before more rows may be exported at once', async () => {
    const { user } = await open();
    const rows = await screen.findByRole('textbox', { name: '店长 一次可导出多少行' });
    await user.clear(rows);
    await user.type(rows, '5000');
    await user.keyboard('{Control>}s{/Control}');
    expect(await screen.findByRole('dialog', { name: '输入老板密码，放宽权限' })).toBeTruthy();
    expect((await role('manager')).exportRows).toBe(2000);
  });

  it('does not ask when less may be exported', async () => {
    const { user } = await open();
    (await cell('店长，导出Excel：可以')).focus();
    await user.keyboard('4');
    await user.click(save());
    await waitFor(async () => expect((await role('manager')).levels.export).toBe('none'));
  });
});

describe('leaving', () => {
  it('asks before unsaved changes are lost', async () => {
    const { user, place } = await open();
    (await cell('前台，照片：看')).focus();
    await user.keyboard('4');
    await user.click(screen.getByRole('link', { name: '门店' }));
    const question = await screen.findByRole('dialog', { name: '有1处改动没有保存，离开？' });
    await user.click(within(question).getByRole('button', { name: /留下/ }));
    expect(place()).toBe('/settings/permissions');
    expect(screen.getByText('改了1处，还没有生效')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: '门店' }));
    await user.click(await screen.findByRole('button', { name: '放弃改动并离开' }));
    await waitFor(() => expect(place()).toBe('/settings/shop'));
    await user.click(screen.getByRole('link', { name: '权限' }));
    expect(await screen.findByText('没有未保存的改动')).toBeTruthy();
  });

  it('keeps what was changed over a lock', async () => {
    const first = await open();
    (await cell('前台，照片：看')).focus();
    await first.user.keyboard('4');
    await screen.findByText('改了1处，还没有生效');
    await waitFor(async () => expect(await app.call('drafts.get', { key: 'permissions' })).not.toBeNull());
    first.unmount();
    app.house.lock('key');
    await signIn(app);
    await open();
    expect(await screen.findByText('前台看照片：看 → 不可')).toBeTruthy();
  });
});

describe("the shop's own roles", () => {
  it('makes a role that begins like another one', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '新角色' }));
    await user.type(await screen.findByLabelText('角色名'), '实习生{Enter}');
    expect(await screen.findByRole('columnheader', { name: /实习生.*0人，自建/ })).toBeTruthy();
    expect(await cell('实习生，手机、微信、住址：遮蔽')).toBeTruthy();
    await expectAccessible();
  });

  it('refuses a name that is taken, at the field', async () => {
    await app.call('people.addRole', { name: '实习生', like: 'therapist' });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '新角色' }));
    const name = await screen.findByLabelText('角色名');
    await user.type(name, '实习生{Enter}');
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByRole('dialog', { name: '新角色' })).toBeTruthy();
  });

  it('renames one', async () => {
    await app.call('people.addRole', { name: '实习生', like: 'therapist' });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '实习生：改名、删除' }));
    await user.click(await screen.findByRole('menuitem', { name: '改名' }));
    const name = await screen.findByLabelText('角色名');
    await user.clear(name);
    await user.type(name, '学徒{Enter}');
    expect(await screen.findByRole('columnheader', { name: /学徒/ })).toBeTruthy();
  });

  it('keeps one with people in it, and says how many', async () => {
    const { id } = await app.call('people.addRole', { name: '实习生', like: 'therapist' });
    await aPerson(app, { role: id, name: '小何' });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '实习生：改名、删除' }));
    await user.click(await screen.findByRole('menuitem', { name: '删除角色' }));
    expect(await screen.findByRole('dialog', { name: '“实习生”还有1人，不能删' })).toBeTruthy();
    expect(await role(id)).toBeTruthy();
  });

  it('removes an empty one, once asked', async () => {
    await app.call('people.addRole', { name: '实习生', like: 'therapist' });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '实习生：改名、删除' }));
    await user.click(await screen.findByRole('menuitem', { name: '删除角色' }));
    await user.click(await screen.findByRole('button', { name: '删除角色' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: /实习生/ })).toBeNull());
  });
});

describe('for others', () => {
  it('shows the table without controls to whoever may only look', async () => {
    const officer = await aPerson(app, { role: 'security-officer', name: '陈立' });
    await takeOver(app, officer);
    await open();
    expect(await screen.findByText('这一页您只能看。要改，请找老板。')).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: /^健康提醒/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /保存权限|新角色|，照片：/ })).toBeNull();
    await expectAccessible();
  });

  it('is not there for whoever may not', async () => {
    await takeOver(app, await aPerson(app));
    await open();
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('table', { name: '每个角色能做什么' })).toBeNull();
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByRole('link', { name: '权限' })).toBeNull();
  });

  it('speaks English', async () => {
    await open('en');
    expect(await cell('Therapist, Phone, WeChat, address: Masked')).toBeTruthy();
    expect(await cell('Manager, Export to Excel: Yes')).toBeTruthy();
  });
});
