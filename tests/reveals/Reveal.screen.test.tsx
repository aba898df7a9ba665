// What is hidden on a client's page: seen for a reason, for half a minute, counted, and beyond the day's number with a second person.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { anApp, OWNER, type TestApp } from '../support/app';
import { someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let id: ClientId;

beforeEach(async () => {
  app = await anApp();
  id = await aClient(app, {
    phone: '13800138427',
    wechat: 'ruoxi_88',
    alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: null }],
  });
  await aVisit(app, { clientId: id });
});

afterEach(() => app.close());

const MASKED = { contact: 'masked', money: 'masked', health: 'masked' } as const;

async function openMasked(measure: Parameters<typeof someoneWith>[1] = { levels: MASKED }) {
  await someoneWith(app, measure);
  const rendered = await renderApp({ app, route: `/clients/${id}` });
  const who = within(await screen.findByRole('complementary', { name: '林若溪的资料' }));
  return { ...rendered, who };
}

async function giveReason(user: Awaited<ReturnType<typeof openMasked>>['user'], title: string, reason: string): Promise<void> {
  const dialog = within(await screen.findByRole('dialog', { name: title }));
  await user.click(dialog.getByRole('button', { name: reason }));
  await user.click(dialog.getByRole('button', { name: /^显示30秒/ }));
}

describe('what is hidden', () => {
  it('is said to be hidden, to eye and ear, and nothing of it is on the page', async () => {
    const { who, container } = await openMasked();
    expect(who.getAllByText('已隐藏').length).toBeGreaterThan(0);
    expect(who.getByText('有健康提醒')).toBeTruthy();
    await screen.findByText('深层补水护理');
    expect(container.textContent).not.toMatch(/138427|0013|ruoxi_88|对苯二胺|398/);
    await expectAccessible();
  });

  it('is shown for a reason, counts down, and goes by itself', async () => {
    const { user, who } = await openMasked();
    await user.click(who.getByRole('button', { name: '显示' }));
    await giveReason(user, '为什么要看林若溪的联系方式？', '确认预约');
    expect(await who.findByText('138 0013 8427')).toBeTruthy();
    expect(who.getByText('ruoxi_88')).toBeTruthy();
    expect(who.getByRole('timer').textContent).toBe('30秒后遮住');
    vi.setSystemTime(Date.now() + 12_000);
    await waitFor(() => expect(who.getByRole('timer').textContent).toBe('18秒后遮住'));
    vi.setSystemTime(Date.now() + 18_000);
    await waitFor(() => expect(who.queryByText('138 0013 8427')).toBeNull());
    expect(who.queryByText('ruoxi_88')).toBeNull();
  });

  it('is hidden again at once when asked to, and when one leaves the page', async () => {
    const { user, who, parts } = await openMasked();
    await user.click(who.getByRole('button', { name: '显示' }));
    await giveReason(user, '为什么要看林若溪的联系方式？', '客户来电核对');
    await user.click(await who.findByRole('button', { name: '现在遮住' }));
    expect(who.queryByText('138 0013 8427')).toBeNull();
    await user.click(who.getByRole('button', { name: '显示' }));
    await giveReason(user, '为什么要看林若溪的联系方式？', '客户来电核对');
    await who.findByText('138 0013 8427');
    parts.history?.push('/clients');
    await screen.findByRole('grid');
    parts.history?.push(`/clients/${id}`);
    await screen.findByRole('heading', { name: '林若溪' });
    expect(screen.queryByText('138 0013 8427')).toBeNull();
  });

  it('shows amounts in the sums and on the timeline together', async () => {
    const { user } = await openMasked();
    await screen.findByText('深层补水护理');
    await user.click(screen.getByRole('button', { name: '显示金额' }));
    await giveReason(user, '为什么要看林若溪的金额？', '客户问消费');
    await waitFor(() => expect(screen.getAllByText('¥398.00')).toHaveLength(3));
  });

  it('shows what an alert says', async () => {
    const { user, who } = await openMasked();
    await user.click(who.getByRole('button', { name: '显示提醒' }));
    await giveReason(user, '为什么要看林若溪的健康提醒？', '准备今天的护理');
    expect(await who.findByText('过敏：对苯二胺（PPD）')).toBeTruthy();
  });

  it('asks for a reason and sends nothing without one', async () => {
    const { user, who } = await openMasked();
    await user.click(who.getByRole('button', { name: '显示' }));
    const dialog = within(await screen.findByRole('dialog', { name: '为什么要看林若溪的联系方式？' }));
    expect(await dialog.findByText('今天已显示0次')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: /^显示30秒/ }));
    expect(await dialog.findByText('选一个理由，或写一句。')).toBeTruthy();
    expect((await app.call('reveals.count', null)).today).toBe(0);
    await expectAccessible();
  });

  it('beyond the number of the day asks for a second person’s PIN', async () => {
    await app.call('book.setPin', { password: OWNER.password, pin: '246813' });
    const { user, who } = await openMasked({ levels: MASKED, revealsPerDay: 1 });
    await user.click(who.getByRole('button', { name: '显示提醒' }));
    await giveReason(user, '为什么要看林若溪的健康提醒？', '准备今天的护理');
    await who.findByText('过敏：对苯二胺（PPD）');
    await user.click(who.getByRole('button', { name: '显示' }));
    const dialog = within(await screen.findByRole('dialog', { name: '为什么要看林若溪的联系方式？' }));
    expect(await dialog.findByText('今天已显示1次。要再看，请店长放行。')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: '确认预约' }));
    await user.click(dialog.getByRole('button', { name: /^显示30秒/ }));
    expect(await dialog.findByText('请那位同事输入6位PIN码。')).toBeTruthy();
    for (const [index, digit] of [...'246813'].entries()) {
      await user.type(dialog.getByLabelText(new RegExp(`那位同事的PIN码，第${index + 1}位`)), digit);
    }
    await user.click(dialog.getByRole('button', { name: /^显示30秒/ }));
    expect(await who.findByText('138 0013 8427')).toBeTruthy();
  });
});

it('asks for a reason before a hidden number is dialled from Today', async () => {
  await aFollowUp(app, id);
  await someoneWith(app, { levels: MASKED });
  const { user } = await renderApp({ app, route: '/today' });
  await user.click(await screen.findByRole('button', { name: /^拨打/ }));
  await giveReason(user, '为什么要看林若溪的联系方式？', '联系不上，再试一次');
  const dialog = within(await screen.findByRole('dialog', { name: /林若溪/ }));
  expect(await dialog.findByText('138 0013 8427')).toBeTruthy();
});
