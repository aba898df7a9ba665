// The sample salon: invented, the same for the same day, in a book of its own, and gone without a trace.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import Excel from 'exceljs';
import { afterEach, describe, expect, test } from 'vitest';
import { enContent } from '../../electron/sample/content-en';
import { zhContent } from '../../electron/sample/content-zh';
import { inventSalon } from '../../electron/sample/salon';
import { wrapDatabase } from '../../electron/core/database/database';
import { allRows, oneRow } from '../../electron/core/database/rows';
import { isoDate } from '../../shared/core/date';
import { normalisePhone } from '../../shared/core/phone';
import type { ClientId } from '../../shared/ids';
import { checkKept } from '../../shared/photos/kept-picture';
import { PICTURE_SIDE } from '../../shared/photos/limits';
import { SAMPLE_PASSWORD, SAMPLE_PIN } from '../../shared/sample/contract';
import { anApp, anEmptyApp, OWNER, signIn, type TestApp } from '../support/app';
import { aClient, aDraft } from '../support/build';

const TODAY = isoDate(2026, 3, 14);

let app: TestApp;
afterEach(() => app?.close());

describe.each([
  ['zh-CN', zhContent],
  ['en', enContent],
] as const)('%s', (_language, content) => {
  const salon = inventSalon(content, TODAY);

  test('has 300 clients, no two with one name or one number, and is the same for the same day', () => {
    expect(salon).toHaveLength(300);
    expect(new Set(salon.map(({ name }) => name)).size).toBe(300);
    expect(new Set(salon.map(({ phone }) => phone.e164)).size).toBe(300);
    expect(inventSalon(content, TODAY)).toEqual(salon);
    expect(inventSalon(content, TODAY, 8)).not.toEqual(salon);
  });

  test('has phones as the shop itself would understand them, so that each client can be edited', () => {
    for (const { phone } of salon) expect(normalisePhone(phone.typed, content.region)).toMatchObject({ ok: true, e164: phone.e164 });
  });

  test('has two years of visits up to yesterday, and nobody is served on a Monday', () => {
    const days = salon.flatMap(({ visits }) => visits.map(({ on }) => on)).toSorted();
    expect(days.length).toBeGreaterThan(2000);
    expect(days.at(0)! < '2024-05-01').toBe(true);
    expect(days.at(-1)).toBe('2026-03-13');
    expect(days.some((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1)).toBe(false);
  });

  test('its money adds up, line by line and payment by payment', () => {
    for (const { items, payments, amountCents } of salon.flatMap(({ visits }) => visits)) {
      expect(items.reduce((sum, { priceCents, discountCents }) => sum + priceCents - discountCents, 0)).toBe(amountCents);
      expect(payments.reduce((sum, paid) => sum + paid.amountCents, 0)).toBe(amountCents);
    }
  });

  test('leaves something to do: follow-ups that are late, of today and of this week', () => {
    const open = salon.flatMap(({ followUps }) => followUps.filter(({ state }) => state === 'open').map(({ dueOn }) => dueOn));
    expect(open.filter((day) => day < TODAY).length).toBeGreaterThan(0);
    expect(open.filter((day) => day >= TODAY).length).toBeGreaterThan(5);
    expect(open.length).toBeLessThan(60);
  });
});

test('opens in a book of its own, beside which the shop’s is closed and not a byte of it changes', async () => {
  app = await anApp();
  await aClient(app, { name: '林若溪' });
  app.house.lock('key');
  const before = filesOf(path.join(app.folder, 'book'));
  await app.call('sample.open', null);
  expect(await app.call('sample.state', null)).toMatchObject({ open: true, made: true });
  const status = await app.call('book.status', null);
  expect([status.state, status.shopName, status.session?.role]).toEqual(['open', zhContent.shopName, 'owner']);
  const db = wrapDatabase(app.house.vault.database());
  expect(oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM client')?.n).toBe(300);
  expect(oneRow(db, "SELECT 1 FROM client WHERE name = '林若溪'")).toBeUndefined();
  await app.call('sample.leave', { remove: true });
  expect(existsSync(path.join(app.folder, 'sample'))).toBe(false);
  expect(filesOf(path.join(app.folder, 'book'))).toEqual(before);
  expect((await app.call('book.status', null)).shopName).toBe(OWNER.shopName);
  await signIn(app);
});

test('is written as the app would have: totals, searching and money hold', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const db = wrapDatabase(app.house.vault.database());
  const wrong = allRows(
    db,
    `SELECT v.id FROM visit v WHERE v.amount_cents <> (SELECT sum(i.price_cents * i.quantity - i.discount_cents) FROM visit_item i WHERE i.visit_id = v.id)
      OR (v.payment IS NULL AND v.amount_cents <> (SELECT sum(p.amount_cents) FROM visit_payment p WHERE p.visit_id = v.id))`,
  );
  expect(wrong).toEqual([]);
  const totals = allRows(
    db,
    `SELECT t.client_id FROM client_totals t WHERE t.visits <> (SELECT count(*) FROM visit v WHERE v.client_id = t.client_id AND v.deleted_at IS NULL AND v.amount_cents >= 0)
      OR t.spent_cents <> (SELECT coalesce(sum(v.amount_cents), 0) FROM visit v WHERE v.client_id = t.client_id AND v.deleted_at IS NULL)`,
  );
  expect(totals).toEqual([]);
  expect(await app.call('audit.verify', null)).toMatchObject({ broken: null });
});

test('tells its staff by colours, and asks for a patch test before colouring only', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const staff = await app.call('staff.list', { activeOnly: false });
  expect(new Set(staff.map(({ color }) => color)).size).toBe(staff.length);
  expect(staff.every(({ color }) => color !== null)).toBe(true);
  const services = await app.call('catalogue.list', { activeOnly: false });
  expect(services.filter(({ needsPatchTest }) => needsPatchTest).map(({ name }) => name)).toEqual(['染发']);
});

test('has patch tests of every kind for colouring: one that counts, one that ran out, one with a reaction', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const { today } = await app.call('today.page', null);
  const clients = allRows<{ uid: ClientId }>(
    wrapDatabase(app.house.vault.database()),
    'SELECT c.uid FROM patch_test p JOIN client c ON c.id = p.client_id WHERE c.deleted_at IS NULL ORDER BY p.id',
  );
  const told = [];
  for (const { uid } of clients) told.push(...(await app.call('patchTests.of', { clientId: uid })).tests);
  expect(told.length).toBeGreaterThan(15);
  expect(new Set(told.map(({ service }) => service?.name))).toEqual(new Set(['染发']));
  expect(told.some(({ result, validUntil }) => result === 'none' && validUntil >= today)).toBe(true);
  expect(told.some(({ result, validUntil }) => result === 'none' && validUntil < today)).toBe(true);
  expect(told.some(({ result }) => result === 'reaction')).toBe(true);
});

test('shows the owner why something was done against an alert, the latest not seen yet, and money that went back', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const { overrides, total, unseen } = await app.call('visits.overrides', { limit: 200 });
  expect(overrides).toHaveLength(total);
  expect(total).toBeGreaterThan(5);
  expect(unseen).toBeGreaterThan(0);
  expect(unseen).toBeLessThan(total);
  expect(overrides.filter(({ reason }) => !zhContent.overrideReasons.includes(reason ?? ''))).toEqual([]);
  const refunds = allRows<{ amount_cents: number }>(
    wrapDatabase(app.house.vault.database()),
    'SELECT amount_cents FROM visit WHERE amount_cents < 0',
  );
  expect(refunds.length).toBeGreaterThan(2);
});

test('has photos before and after with those who come most, each by the rules of any photo', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const db = wrapDatabase(app.house.vault.database());
  const clients = allRows<{ uid: ClientId }>(db, 'SELECT DISTINCT c.uid FROM photo p JOIN client c ON c.id = p.client_id ORDER BY c.id');
  expect(clients).toHaveLength(5);
  const photos = await app.call('photos.of', { clientId: clients[0]!.uid });
  expect(photos.map(({ kind }) => kind).toSorted()).toEqual(['after', 'before']);
  expect(photos.every(({ pairedWith, caption }) => pairedWith !== null && caption !== '')).toBe(true);
  expect(checkKept(await app.call('photos.picture', { id: photos[0]!.id }), PICTURE_SIDE)).toEqual({ width: 960, height: 1280 });
});

test('its people sign in with the password and the PIN that are shown', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const { people } = await app.call('sample.state', null);
  const others = await app.call('book.others', null);
  expect(others.map(({ name, way }) => [name, way])).toEqual(people.slice(1).map(({ name }) => [name, 'pin']));
  await app.call('book.switchByPin', { accountId: others[0]!.id, pin: SAMPLE_PIN });
  expect((await app.call('book.status', null)).session?.name).toBe(people[1]?.name);
  app.house.lock('key');
  await signIn(app, SAMPLE_PASSWORD);
});

test('stays for next time until it is removed, and the app always begins with the shop’s own book', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  await app.call('clients.create', aDraft({ name: '试试看' }));
  await app.call('sample.leave', { remove: false });
  expect((await app.call('book.status', null)).state).toBe('none');
  app = await app.restart();
  expect(await app.call('sample.state', null)).toMatchObject({ open: false, made: true });
  await app.call('sample.open', null);
  const db = wrapDatabase(app.house.vault.database());
  expect(oneRow<{ n: number }>(db, 'SELECT count(*) AS n FROM client')?.n).toBe(301);
});

test('is never filled into the shop’s own book', async () => {
  app = await anApp();
  await expect(app.call('sample.fill', { language: 'zh-CN' })).rejects.toMatchObject({ code: 'sample.not-here' });
});

test('says in every sheet of its workbooks that it is of the sample salon', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  const target = path.join(app.folder, 'all.xlsx');
  for (const [language, mark] of [
    ['zh-CN', '示例店 '],
    ['en', 'Sample '],
  ] as const) {
    app.answers.saveFile.push(target);
    await app.call('exports.book', { language, terms: { purpose: '看看', password: null, approval: null } });
    const workbook = new Excel.Workbook();
    await workbook.xlsx.readFile(target);
    expect(workbook.worksheets.length).toBeGreaterThan(2);
    expect(workbook.worksheets.filter(({ name }) => !name.startsWith(mark))).toEqual([]);
  }
});

test('sends no backup out and lets none in', async () => {
  app = anEmptyApp();
  await app.call('sample.open', null);
  await expect(app.call('backups.addFolder', null)).rejects.toMatchObject({ code: 'sample.only-here' });
  app.house.lock('key');
  await expect(app.call('restore.choose', null)).rejects.toMatchObject({ code: 'sample.only-here' });
});

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}
