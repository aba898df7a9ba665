// Recording a visit as the front desk does it, on a real book: mostly without the mouse.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract';
import type { ClientId } from '../../shared/ids';
import { aClient, aVisit } from '../support/build';
import { anApp, type TestApp } from '../support/app';
import { expectAccessible, renderApp, screen, waitFor } from '../support/screen';

let app: TestApp;

beforeEach(async () => {
  app = await anApp();
});

afterEach(() => app.close());

describe('the visit panel', () => {
  it('records a visit with the keyboard alone: V, a number, Ctrl Enter', async () => {
    const staffId = (await app.call('staff.create', { name: '周静', post: null, active: true })).id;
    const facial = await aService({ name: '深层补水护理', priceCents: 39_800, followUpDays: 3, followUpNote: '补水护理后3天，问皮肤感受' });
    const neck = await aService({ name: '肩颈舒缓', priceCents: 16_800 });
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-02-10', items: [item(facial, '深层补水护理', 39_800)], staffId, payment: 'wechat' });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await screen.findByRole('heading', { name: '林若溪' });
    await user.keyboard('v');
    expect(await screen.findByRole('button', { name: /深层补水护理 ?上次/ })).toBeTruthy();
    await user.keyboard('12');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记林若溪的到店');
    const [recorded] = await visitsOf(id);
    expect(recorded).toMatchObject({ on: '2026-03-14', amountCents: 56_600, payment: 'wechat', staff: { id: staffId } });
    expect(recorded?.items.map((one) => one.serviceId)).toEqual([facial, neck]);
    const { lines } = await app.call('followUps.board', { until: '2026-04-01', staffId: null });
    expect(lines).toMatchObject([{ dueOn: '2026-03-17', note: '补水护理后3天，问皮肤感受', kind: 'after-service' }]);
  });

  it('records the same as last time for a known client with at most twelve keys after the search text', async () => {
    const facial = await aService({ name: '深层补水护理', priceCents: 39_800 });
    const neck = await aService({ name: '肩颈舒缓', priceCents: 16_800 });
    const id = await aClient(app);
    const items = [item(facial, '深层补水护理', 36_800), item(neck, '肩颈舒缓', 16_800)];
    await aVisit(app, { clientId: id, on: '2026-02-10', items, amountCents: 53_600, payment: 'wechat', formula: '玻尿酸3ml' });
    const { user } = await renderApp({ app, route: '/today' });
    await screen.findByRole('main');
    await user.keyboard('{Control>}k{/Control}');
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'));
    await user.keyboard('lrx');
    await screen.findByRole('option', { name: /林若溪/ });
    const keys: string[] = [];
    document.addEventListener('keydown', ({ key }) => keys.push(key), true);
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: '林若溪' });
    await user.keyboard('v');
    await screen.findByRole('button', { name: /^和上次一样/ });
    await user.keyboard('0');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记林若溪的到店');
    const [recorded] = await visitsOf(id);
    expect(recorded).toMatchObject({ on: '2026-03-14', amountCents: 56_600, payment: 'wechat', formula: '玻尿酸3ml' });
    expect(recorded?.items.map((one) => one.serviceId)).toEqual([facial, neck]);
    expect(keys.length).toBeLessThanOrEqual(12);
  });

  it('takes over the last formula alone with R', async () => {
    const facial = await aService({ name: '深层补水护理', priceCents: 39_800 });
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-02-10', items: [item(facial, '深层补水护理', 39_800)], formula: '玻尿酸3ml' });
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await screen.findByText('上次：玻尿酸3ml');
    await expectAccessible();
    await user.keyboard('r');
    expect(screen.getByRole('textbox', { name: '配方' })).toHaveProperty('value', '玻尿酸3ml');
    expect(screen.queryByText('上次：玻尿酸3ml')).toBeNull();
  });

  it('strikes a visit out only with a reason, and leaves it readable on the timeline', async () => {
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-02-10' });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '深层补水护理：更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '作废这次到店' }));
    await user.click(await screen.findByRole('button', { name: '作废这次到店' }));
    await screen.findByText('写一句为什么作废。');
    await expectAccessible();
    await user.type(screen.getByRole('textbox', { name: '为什么作废' }), '记到了别人头上');
    await user.click(screen.getByRole('button', { name: '作废这次到店' }));
    await screen.findByText('已作废：记到了别人头上');
    expect(await app.call('clients.get', { id })).toMatchObject({ visits: 0, spentCents: 0 });
  });

  it('takes what people say for a reduction, and the button names the sum', async () => {
    await aService({ name: '植物染', priceCents: 56_000 });
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await user.click(await screen.findByRole('button', { name: /植物染/ }));
    await user.type(screen.getByRole('textbox', { name: '优惠' }), '9折');
    await user.click(screen.getByRole('button', { name: /^保存，收 ¥504.00/ }));
    await waitFor(async () => expect(await visitsOf(id)).toMatchObject([{ amountCents: 50_400 }]));
  });

  it('does not save against an allergy until somebody decides, and sends the reason with the visit', async () => {
    await aService({ name: '染发补色', priceCents: 28_000, ingredients: ['PPD'] });
    const alert = { id: null, kind: 'allergy' as const, text: '对苯二胺（PPD）', detail: '头皮红肿' };
    const id = await aClient(app, { alerts: [alert] });
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await screen.findByRole('button', { name: /染发补色/ });
    await user.keyboard('1');
    expect((await screen.findByRole('alert')).textContent).toContain('“染发补色”含PPD，林若溪过敏：对苯二胺（PPD）');
    await expectAccessible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('不做这一项'));
    expect(await visitsOf(id)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '皮试后继续' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await visitsOf(id)).toMatchObject([{ note: null }]));
  });

  it('takes a reason in somebody’s own words, which the owner then reads', async () => {
    await aService({ name: '染发补色', priceCents: 28_000, ingredients: ['PPD'] });
    const id = await aClient(app, { alerts: [{ id: null, kind: 'allergy' as const, text: 'PPD', detail: null }] });
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await screen.findByRole('button', { name: /染发补色/ });
    await user.keyboard('1');
    await user.click(await screen.findByRole('button', { name: '其他原因' }));
    await user.type(screen.getByRole('textbox', { name: '为什么仍然用“染发补色”' }), '只染发尾，不碰头皮{Enter}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记林若溪的到店');
    const { overrides } = await app.call('visits.overrides', { limit: 5 });
    expect(overrides).toMatchObject([{ service: '染发补色', reason: '只染发尾，不碰头皮' }]);
  });

  it('lets a shop without services type one and keeps it as a service', async () => {
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await user.type(await screen.findByLabelText('找项目或产品，或写一项', { selector: 'input' }), '面部清洁{Enter}');
    await user.type(await screen.findByRole('textbox', { name: '面部清洁的单价' }), '198');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记林若溪的到店');
    expect(await app.call('catalogue.list', { activeOnly: true })).toMatchObject([{ name: '面部清洁', priceCents: 19_800 }]);
    expect(await visitsOf(id)).toMatchObject([{ items: [{ name: '面部清洁', priceCents: 19_800 }] }]);
  });

  it('says what is missing instead of saving nothing', async () => {
    await aService({ name: '植物染', priceCents: 56_000 });
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await screen.findByRole('button', { name: /植物染/ });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('至少选一个项目。')).toBeTruthy();
    expect(await visitsOf(id)).toEqual([]);
  });

  it('still holds what was typed after it was closed and opened again', async () => {
    await aService({ name: '植物染', priceCents: 56_000 });
    const id = await aClient(app);
    const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
    await user.click(await screen.findByRole('button', { name: /植物染/ }));
    await user.type(screen.getByRole('textbox', { name: '护理记录' }), '棕5N 60g');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('v');
    expect(await screen.findByRole('textbox', { name: '护理记录' })).toHaveProperty('value', '棕5N 60g');
    expect(screen.getByRole('button', { name: /植物染/ }).getAttribute('aria-pressed')).toBe('true');
  });

  it('changes a visit, and strikes one out so that it can be brought back', async () => {
    const id = await aClient(app);
    await aVisit(app, { clientId: id, on: '2026-03-01' });
    const { user } = await renderApp({ app, route: `/clients/${id}` });
    await user.click(await screen.findByRole('button', { name: '深层补水护理：更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '改这次到店' }));
    await user.type(await screen.findByRole('textbox', { name: '优惠' }), '300');
    await user.click(screen.getByRole('button', { name: /^保存修改，收 ¥300.00/ }));
    await waitFor(async () => expect(await visitsOf(id)).toMatchObject([{ on: '2026-03-01', amountCents: 30_000 }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(await screen.findByRole('button', { name: '深层补水护理：更多操作' }));
    await user.click(await screen.findByRole('menuitem', { name: '作废这次到店' }));
    await user.type(await screen.findByRole('textbox', { name: '为什么作废' }), '记错了');
    await user.click(screen.getByRole('button', { name: '作废这次到店' }));
    await screen.findByText('已作废2026年3月1日的到店');
    expect(await visitsOf(id)).toMatchObject([{ voided: { reason: '记错了' } }]);
    const undo = screen.getAllByRole('button', { name: /撤销/ }).at(-1);
    if (undo) await user.click(undo);
    await waitFor(async () => expect(await visitsOf(id)).toMatchObject([{ voided: null }]));
  });
});

async function aService(wishes: Partial<Input<'catalogue.create'>> & { readonly name: string }) {
  const service = { group: null, minutes: null, priceCents: null, followUpDays: null, followUpNote: null, ingredients: [], active: true };
  return (await app.call('catalogue.create', { ...service, ...wishes })).id;
}

function item(serviceId: string, name: string, priceCents: number) {
  return { serviceId, name, quantity: 1, priceCents };
}

async function visitsOf(clientId: ClientId) {
  const { items } = await app.call('timeline.of', { clientId, kind: 'visit', before: null, limit: 50 });
  return items.flatMap((one) => (one.type === 'visit' ? [one.visit] : []));
}
