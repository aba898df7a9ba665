// What a person may take out: the columns and rows they see, for a purpose, up to their limit, and never without a line in the log.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Excel from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientId, StaffId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { aClient, aFollowUp, aVisit } from '../support/build';
import { someoneWith } from '../support/role';

let app: TestApp;
let folder: string;
let client: ClientId;
let staff: StaffId;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-exports-'));
  app = await anApp();
  ({ id: staff } = await app.call('staff.create', { name: '小雅', post: null, active: true }));
  const alert = { id: null, kind: 'allergy', text: '对苯二胺', detail: '红肿' } as const;
  client = await aClient(app, {
    name: '张素芬',
    staffId: staff,
    phone: '13800138533',
    wechat: 'wxfen',
    address: '花园路 9 号',
    alerts: [alert],
  });
  await aVisit(app, { clientId: client, amountCents: 39_800, note: '改天打 13655557777' });
  await aFollowUp(app, client);
  await aClient(app, { name: '李外人', phone: '13800138003' });
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const TERMS = { purpose: '月度盘点', password: null, approval: null };
const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const LIST = { language: 'zh-CN', terms: TERMS, filter: ALL, sort: 'number', descending: false } as const;

function target(name = 'out.xlsx'): string {
  const file = path.join(folder, name);
  app.answers.saveFile.push(file);
  return file;
}

async function open(file: string): Promise<{ workbook: Excel.Workbook; titles: Record<string, unknown[]>; text: string }> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  const cells: unknown[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.value))));
  const titles = workbook.worksheets.map((sheet) => [sheet.name, (sheet.getRow(1).values as unknown[]).slice(1)]);
  return { workbook, titles: Object.fromEntries(titles), text: JSON.stringify(cells) };
}

const log = () =>
  app.house.vault
    .database()
    .prepare<[], { details: string }>("SELECT details FROM audit WHERE event = 'exported' ORDER BY id")
    .all()
    .map(({ details }) => JSON.parse(details));

describe('the columns', () => {
  test('without contact, health and money there are none of theirs, and no phone in a note', async () => {
    await someoneWith(app, { levels: { contact: 'masked', health: 'masked', money: 'masked' } });
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { titles, text } = await open(file);
    for (const title of ['手机', '其他电话', '微信号', '邮箱', '地址', '健康提醒', '累计消费', '储值余额', '赠送余额', '实收'])
      expect(Object.values(titles).flat()).not.toContain(title);
    for (const hidden of ['8533', '138 ', 'wxfen', '花园路', '苯二胺', '红肿', '398', '5555']) expect(text).not.toContain(hidden);
    expect(text).toContain('改天打 136 **** 7777');
  });

  test('who sees all takes all out, alerts opened', async () => {
    await someoneWith(app, {});
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { text } = await open(file);
    for (const shown of ['138 0013 8533', 'wxfen', '花园路 9 号', '过敏：对苯二胺', '红肿', '398', '13655557777'])
      expect(text).toContain(shown);
  });

  test('sheets of what somebody may not see are not there', async () => {
    await someoneWith(app, { levels: { visits: 'none', 'follow-ups': 'none' } });
    const file = target();
    await app.call('exports.book', { language: 'en', terms: TERMS });
    expect(Object.keys((await open(file)).titles)).toEqual(['Clients', 'Preferences']);
  });
});

describe('the rows', () => {
  test('are of one’s own clients', async () => {
    await someoneWith(app, { ownClientsOnly: true, staffId: staff });
    const [list, whole] = [target('list.xlsx'), target('book.xlsx')];
    expect(await app.call('exports.clients', LIST)).toMatchObject({ rows: 1 });
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    for (const file of [list, whole]) {
      const { text } = await open(file);
      expect(text).toContain('张素芬');
      expect(text).not.toContain('李外人');
    }
  });

  test('are as many as was said before, in every kind of export', async () => {
    target();
    const size = await app.call('exports.size', { what: 'book' });
    expect(await app.call('exports.book', { language: 'zh-CN', terms: TERMS })).toMatchObject({ rows: size.rows });
    expect(size).toEqual({ rows: 5, limit: null });
    await someoneWith(app, { levels: { health: 'see' }, exportRows: 100 });
    target();
    const again = await app.call('exports.size', { what: 'book' });
    expect(again).toEqual({ rows: 5, limit: 100 });
    expect(await app.call('exports.book', { language: 'zh-CN', terms: TERMS })).toMatchObject({ rows: 5 });
  });

  test('of alerts count only for who may take them out', async () => {
    await someoneWith(app, { levels: { health: 'masked' } });
    target();
    expect(await app.call('exports.size', { what: 'book' })).toMatchObject({ rows: 4 });
    expect(await app.call('exports.book', { language: 'zh-CN', terms: TERMS })).toMatchObject({ rows: 4 });
  });
});

describe('the limit', () => {
  test('nothing is asked or written beyond it, unless a second person agrees', async () => {
    const { id: ownerId } = (await app.call('book.status', null)).accounts[0]!;
    await app.call('book.setPin', { pin: '246810', password: 'shanchahua-9-yue' });
    await someoneWith(app, { exportRows: 1 });
    const refusal = { code: 'exports.over-limit', details: { rows: 2, limit: 1 } };
    const file = target();
    await expect(app.call('exports.clients', LIST)).rejects.toMatchObject(refusal);
    expect(app.answers.saveFile).toHaveLength(1);
    const wrong = { ...TERMS, approval: { accountId: ownerId, pin: '111111' } };
    await expect(app.call('exports.clients', { ...LIST, terms: wrong })).rejects.toMatchObject({ code: 'people.pin-wrong' });
    expect(existsSync(file)).toBe(false);
    const agreed = { ...TERMS, approval: { accountId: ownerId, pin: '246810' } };
    expect(await app.call('exports.clients', { ...LIST, terms: agreed })).toMatchObject({ rows: 2 });
    expect(log()).toMatchObject([{ rows: 2, approvedBy: ownerId }]);
  });

  test('without the right there is no export at all', async () => {
    await someoneWith(app, { levels: { export: 'none' } });
    await expect(app.call('exports.size', { what: 'book' })).rejects.toMatchObject({ code: 'session.not-allowed' });
    await expect(app.call('exports.clients', LIST)).rejects.toMatchObject({ code: 'session.not-allowed' });
  });
});

describe('the log', () => {
  test('says what went out, why and how, without the phone somebody wrote into it', async () => {
    target('客户 13800138533.xlsx');
    const terms = { ...TERMS, purpose: '给 13800138533 的会计', password: 'mima-12345' };
    await app.call('exports.clients', { ...LIST, terms });
    expect(log()).toMatchObject([
      { rows: 2, fileName: '客户 138 **** 8533.xlsx', purpose: '给 138 **** 8533 的会计', approvedBy: null, protected: true },
    ]);
    expect(log()[0].columns).toEqual(expect.arrayContaining(['姓名', '手机', '健康提醒']));
  });

  test('there is no file without a line in it', async () => {
    const file = target();
    app.house.vault.database().exec("CREATE TRIGGER no_more BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no more'); END");
    await expect(app.call('exports.clients', LIST)).rejects.toBeInstanceOf(Error);
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    app.house.vault.database().exec('DROP TRIGGER no_more');
  });

  test('the file says who took it out', async () => {
    const who = (await app.call('book.status', null)).session!.accountId;
    const file = target();
    await app.call('exports.clients', LIST);
    expect((await open(file)).workbook.creator).toBe(`${who} ${app.now.toISOString()}`);
  });

  test('a closed dialog leaves no line', async () => {
    app.answers.saveFile.push(null);
    expect(await app.call('exports.clients', LIST)).toMatchObject({ cancelled: true });
    expect(log()).toEqual([]);
  });
});
