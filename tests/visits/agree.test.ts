// One visit with everything on it says the same on the timeline, on paper, in the workbook, in the exit pack and in the sums of its client.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit, aVisitDraft } from '../support/build';
import { aProduct } from '../support/product';
import { someoneWith } from '../support/role';

let app: TestApp;
let folder: string;
let client: ClientId;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-agree-'));
  app = await anApp();
  client = await aClient(app);
  const [zhou, chen] = [await aPerson('周静'), await aPerson('陈露')];
  const service = (await app.call('catalogue.create', { ...SERVICE, name: '补水护理', priceCents: 39_800 })).id;
  const product = await aProduct(app, { name: '面霜', priceCents: 20_000 });
  const id = await aVisit(app, {
    clientId: client,
    items: [
      { serviceId: service, name: '补水护理', quantity: 1, priceCents: 39_800, discountCents: 1800 },
      { serviceId: null, productId: product, staffId: chen, name: '面霜', quantity: 2, priceCents: 20_000 },
    ],
    staffId: zhou,
    amountCents: 75_000,
    payments: [
      { payment: 'wechat', amountCents: 50_000 },
      { payment: 'cash', amountCents: 25_000 },
    ],
  });
  await app.call('catalogue.update', { id: service, draft: { ...SERVICE, name: '补水护理', priceCents: 1, active: false } });
  await app.call('staff.update', { id: chen, draft: { name: '陈露', post: null, active: false } });
  expect(await app.call('visits.get', { id })).toMatchObject({ items: [{ name: '补水护理' }, { name: '面霜', staff: { name: '陈露' } }] });
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const SERVICE = { group: null, minutes: 60, followUpDays: null, followUpNote: null, ingredients: [], active: true };
const TERMS = { purpose: '月度盘点', password: null, approval: null };

async function aPerson(name: string) {
  return (await app.call('staff.create', { name, post: null, active: true })).id;
}

function saveTo(name: string): string {
  const file = path.join(folder, name);
  app.answers.saveFile.push(file);
  return file;
}

async function sheetRow(): Promise<Record<string, unknown>> {
  const file = saveTo('book.xlsx');
  await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('到店');
  const value = (row: number, column: number) => sheet?.getRow(row).getCell(column).value;
  return Object.fromEntries(Array.from({ length: sheet?.columnCount ?? 0 }, (_, at) => [String(value(1, at + 1)), value(2, at + 1)]));
}

const paper = async () => {
  await app.call('printing.visits', { paper: 'A4', language: 'zh-CN', to: 'printer', clientId: client });
  return app.answers.printed.at(-1) ?? '';
};

test('in the workbook: all lines, all who did something, what was taken off and how it was paid', async () => {
  expect(await sheetRow()).toMatchObject({
    项目: '补水护理、面霜×2',
    员工: '周静、陈露',
    实收: 750,
    优惠: 48,
    支付方式: '微信 ¥500.00 + 现金 ¥250.00',
  });
});

test('on paper', async () => {
  const sheet = await paper();
  for (const said of ['补水护理、面霜 ×2', '周静、陈露', '¥750.00', '微信 ¥500.00 + 现金 ¥250.00', '优惠 ¥48.00', '共1次，累计¥750.00'])
    expect(sheet).toContain(said);
});

test('in the exit pack, a line each, what was paid once', async () => {
  const file = saveTo('pack.zip');
  await app.call('transfer.exitPack', { language: 'zh-CN', purpose: '换系统' });
  const [titles, first, second] = strFromU8(unzipSync(readFileSync(file))['visits.csv']!)
    .trimEnd()
    .split('\r\n');
  expect(titles).toContain('项目,数量,单价,优惠,实收,支付方式,员工,备注');
  expect(first).toContain('补水护理,1,398.00,18.00,750.00,微信 ¥500.00 + 现金 ¥250.00,周静,');
  expect(second).toContain('面霜,2,200.00,,,,陈露,');
});

test('in the sums of the client', async () => {
  expect(await app.call('clients.get', { id: client })).toMatchObject({ visits: 1, spentCents: 75_000 });
});

test('for who sees no amounts: the ways it was paid, and no sum anywhere', async () => {
  await someoneWith(app, { levels: { money: 'none' } });
  const row = await sheetRow();
  expect(row).toMatchObject({ 支付方式: '微信 + 现金', 项目: '补水护理、面霜×2' });
  expect(Object.keys(row)).not.toContain('优惠');
  expect(await paper()).not.toMatch(/¥\s?\d/);
  const { items } = await app.call('timeline.of', { clientId: client, kind: 'visit', before: null, limit: 5 });
  expect(JSON.stringify(items)).not.toMatch(/50000|25000|39800|1800|75000/);
});

test('and after it was corrected to one way to pay, says only that', async () => {
  const { items } = await app.call('timeline.of', { clientId: client, kind: 'visit', before: null, limit: 5 });
  const [item] = items;
  const visit = item?.type === 'visit' ? item.visit : undefined;
  const again = aVisitDraft({ clientId: client, amountCents: 75_000, payments: [{ payment: 'cash', amountCents: 75_000 }] });
  await app.call('visits.update', { id: visit!.id, draft: again });
  expect(await sheetRow()).toMatchObject({ 支付方式: '现金', 员工: null, 实收: 750, 优惠: null });
});
