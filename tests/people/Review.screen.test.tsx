// The permission review: who has what, when it was last used, what is proposed to be taken away, and the owner's signature.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/people/contract';
import { aPerson, anApp, takeOver, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  // a Saturday in March: the first review is due in June
  app = await anApp();
});
afterEach(() => app.close());

const open = () => renderApp({ app, route: '/settings/review' });
const role = async (id: string): Promise<Role> => (await app.call('people.roles', null)).find((one) => one.id === id)!;
const later = (day: string) => {
  app.now = new Date(`${day}T04:00:00.000Z`);
};

describe('what is shown', () => {
  it('tells when the first review is due, and proposes nothing while the book is young', async () => {
    await aPerson(app, { role: 'therapist', name: '周静' });
    later('2026-03-20');
    await open();
    expect(await screen.findByText('还没有复核过')).toBeTruthy();
    expect(screen.getByText('2026年6月14日')).toBeTruthy();
    expect(screen.getByText('客户簿才用了6天，满90天才看得出什么没人用。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '签字，都留着' })).toBeTruthy();
    expect(screen.queryByText('过期')).toBeNull();
    await expectAccessible();
  });

  it('lists every right of a role with its people, and who used it when', async () => {
    const therapist = await aPerson(app, { role: 'therapist', name: '周静' });
    await takeOver(app, therapist);
    await app.call('clients.tags', null);
    app.house.lock('key');
    const owner = (await app.call('book.status', null)).accounts.find(({ role }) => role === 'owner')!;
    await app.call('book.unlock', { accountId: owner.id, password: 'shanchahua-9-yue' });
    await open();
    const row = await screen.findByRole('row', { name: /姓名、等级、标签、偏好 看 3月14日 .*周静 3月14日/ });
    expect(row).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: /店长.*这个角色没有人/ })).toBeTruthy();
    expect(screen.getAllByText('没用过').length).toBeGreaterThan(0);
  });
});

describe('taking away', () => {
  beforeEach(async () => {
    await aPerson(app, { role: 'therapist', name: '周静' });
    later('2026-06-20');
  });

  it('proposes what nobody used for 90 days, ticked, with the reason; empty roles are left alone', async () => {
    await open();
    const tick = await screen.findByRole('checkbox', { name: '收回技师的“回访”' });
    expect(tick).toHaveProperty('checked', true);
    expect(within(tick.closest('li')!).getByText('从没有人用过')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: /收回店长/ })).toBeNull();
    expect(screen.getByText(/技师做回访：改 → 不可/)).toBeTruthy();
    await expectAccessible();
  });

  it('takes away what stays ticked, keeps the rest, and knows the next day', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('checkbox', { name: '收回技师的“健康提醒”' }));
    await user.click(screen.getByRole('button', { name: /签字并收回\d项/ }));
    expect(await screen.findByText('已签字，下次复核在2026年9月20日')).toBeTruthy();
    const { levels } = await role('therapist');
    expect({ followUps: levels['follow-ups'], health: levels.health }).toEqual({ followUps: 'none', health: 'change' });
    expect(await screen.findByText('2026年6月20日，苏敏签字')).toBeTruthy();
  });

  it('is said to be overdue beside the list of pages, on the page and on Today', async () => {
    const { user } = await open();
    expect(await screen.findByText('已过期6天')).toBeTruthy();
    expect(await screen.findByRole('link', { name: /权限复核.*过期/ })).toBeTruthy();
    await user.click(screen.getByRole('link', { name: '今日' }));
    expect(await screen.findByText('权限复核已过期6天。')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: '去复核' }));
    await user.click(await screen.findByRole('button', { name: /签字并收回/ }));
    await waitFor(() => expect(screen.queryByText('过期')).toBeNull());
  });

  it('moves the due day with the interval', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('combobox', { name: '多久复核一次' }));
    await user.click(await screen.findByRole('option', { name: '每6个月' }));
    expect(await screen.findByText('2026年9月14日')).toBeTruthy();
    expect((await app.call('settings.get', null)).reviewMonths).toBe(6);
    expect(screen.queryByText(/已过期/)).toBeNull();
  });
});

describe('for others', () => {
  it('can be read by whoever may see people, without ticks and signature', async () => {
    await takeOver(app, await aPerson(app, { role: 'security-officer', name: '陈立' }));
    later('2026-06-20');
    await open();
    expect(await screen.findByText('签字和收回，要老板来做。')).toBeTruthy();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /签字/ })).toBeNull();
    await expectAccessible();
  });

  it('says nothing of it on the Today of anybody but the owner', async () => {
    await takeOver(app, await aPerson(app));
    later('2026-06-20');
    await renderApp({ app, route: '/today' });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText(/权限复核/)).toBeNull();
  });
});
