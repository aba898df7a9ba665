// What speaks against a chosen product or service stands in the way in the panel, in words, also for who was shown the alerts for a reason only.

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient } from '../support/build';
import { ownerAgain, someoneWith } from '../support/role';
import { expectAccessible, renderApp, screen, waitFor, within } from '../support/screen';

let app: TestApp;
let id: ClientId;

beforeEach(async () => {
  app = await anApp();
  const rest = { group: null, priceCents: 12_800, active: true };
  await app.call('catalogue.createProduct', { ...rest, name: '染膏', ingredients: ['PPD'] });
  await app.call('catalogue.create', {
    ...{ ...rest, minutes: 60, followUpDays: null, followUpNote: null },
    ...{ name: '种睫毛', ingredients: ['氰基丙烯酸酯'] },
  });
});

afterEach(() => app.close());

const overrides = async () => (await app.call('visits.overrides', { limit: 10 })).overrides;

it('asks about a product that holds what the client is allergic to, and keeps why it was sold', async () => {
  id = await aClient(app, { alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: null }] });
  const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
  await user.click(await screen.findByRole('button', { name: /^其他项目或产品/ }));
  const search = screen.getByRole('combobox', { name: '找项目或产品，或写一项' });
  await user.type(search, '染膏');
  await user.keyboard('{Enter}');
  expect(await screen.findByText('“染膏”含PPD，林若溪过敏：对苯二胺（PPD）')).toBeTruthy();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: '其他原因' }));
  await user.type(screen.getByRole('textbox', { name: '为什么仍然用“染膏”' }), '买给妈妈{Enter}');
  expect(screen.queryByText(/“染膏”含PPD/)).toBeNull();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('已记林若溪的到店');
  expect(await overrides()).toMatchObject([{ product: '染膏', service: null, reason: '买给妈妈' }]);
});

it('takes a product off the visit when it is not to be used', async () => {
  id = await aClient(app, { alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: null }] });
  const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
  await user.click(await screen.findByRole('button', { name: /^其他项目或产品/ }));
  await user.type(screen.getByRole('combobox', { name: '找项目或产品，或写一项' }), '染膏');
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: '不用这一样' }));
  expect(screen.queryByText(/“染膏”含PPD/)).toBeNull();
  expect(screen.queryByRole('button', { name: '去掉染膏' })).toBeNull();
});

it('shows hidden patch tests for a reason, and then says that something speaks against a service, not what', async () => {
  id = await aClient(app);
  await app.call('patchTests.record', {
    clientId: id,
    draft: { serviceId: null, substance: '氰基丙烯酸酯', on: '2026-03-10', validUntil: '2026-09-10', result: 'reaction', note: null },
  });
  await someoneWith(app, { levels: { health: 'masked' } });
  const { user } = await renderApp({ app, route: `/clients/${id}?open=visit` });
  const panel = within(await screen.findByRole('dialog', { name: '记到店：林若溪' }));
  expect(await panel.findByText('林若溪有健康提醒或皮试，内容被遮住')).toBeTruthy();
  await user.click(await panel.findByRole('button', { name: /种睫毛/ }));
  expect(panel.queryByText(/冲突/)).toBeNull();
  await user.click(panel.getByRole('button', { name: '显示提醒' }));
  const dialog = within(await screen.findByRole('dialog', { name: '为什么要看林若溪的健康提醒？' }));
  await user.click(dialog.getByRole('button', { name: '准备今天的护理' }));
  await user.click(dialog.getByRole('button', { name: /^显示30秒/ }));
  expect(await panel.findByText('氰基丙烯酸酯')).toBeTruthy();
  expect(await panel.findByText('“种睫毛”和林若溪的一条健康提醒或皮试冲突')).toBeTruthy();
  await expectAccessible();
  await user.click(panel.getByRole('button', { name: '和本人确认过，继续' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.getByText('已记林若溪的到店')).toBeTruthy());
  await ownerAgain(app);
  expect(await overrides()).toMatchObject([{ service: '种睫毛', reason: '和本人确认过' }]);
});

it('says of each service what speaks against it before it is chosen', async () => {
  const rest = { group: null, priceCents: 12_800, active: true, minutes: 60, followUpDays: null, followUpNote: null };
  await app.call('catalogue.create', { ...rest, name: '染发', ingredients: ['PPD'] });
  const lashes = await app.call('catalogue.create', { ...rest, name: '嫁接睫毛', ingredients: [], needsPatchTest: true });
  await app.call('catalogue.create', { ...rest, name: '纹眉', ingredients: [], needsPatchTest: true });
  id = await aClient(app, { alerts: [{ id: null, kind: 'allergy', text: '对苯二胺（PPD）', detail: null }] });
  const ranOut = {
    serviceId: lashes.id,
    substance: '睫毛胶',
    on: '2025-03-10',
    validUntil: '2025-09-10',
    result: 'none',
    note: null,
  } as const;
  await app.call('patchTests.record', { clientId: id, draft: ranOut });
  await renderApp({ app, route: `/clients/${id}?open=visit` });
  expect(await screen.findByRole('button', { name: /染发.*过敏/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /嫁接睫毛.*皮试过期/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /纹眉.*没做皮试/ })).toBeTruthy();
  await expectAccessible();
});
