// Exports: what stands in the files, cell by cell, and that a file is there whole or not at all.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Excel from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wrapDatabase } from '../../electron/core/database/database';
import type { Input } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import type { ClientId } from '../../shared/ids';
import { anApp, type TestApp } from '../support/app';
import { someoneWith } from '../support/role';
import { aFollowUp } from '../support/build';
import { aClient, aVisit, inAct } from '../support/shop-book';

let app: TestApp;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-exports-'));
  app = await anApp();
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const ALL = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
const TERMS = { purpose: '月度盘点', password: null, approval: null };
const LIST = { language: 'zh-CN', terms: TERMS, filter: ALL, sort: 'number', descending: false } as const;
const LOYAL = { period: '12-months', cell: null, tierId: null, limit: 1 } as const;

function draft(more: Partial<Input<'clients.create'>> = {}): Input<'clients.create'> {
  return {
    ...{ name: '林若溪', nickname: null, gender: null, birthday: null, phones: [], wechat: null, email: null, address: null, source: null },
    ...{ referrer: null, occupation: null, staffId: null, tierId: null, firstSeenOn: null, tags: [], alerts: [], askedNoAlerts: false },
    ...more,
  };
}

async function client(more: Partial<Input<'clients.create'>> = {}): Promise<ClientId> {
  return (await app.call('clients.create', draft(more))).id;
}

async function visit(clientId: ClientId, more: Partial<Input<'visits.record'>> = {}): Promise<void> {
  const items = [{ serviceId: null, name: '补水护理', quantity: 1, priceCents: 38_000 }];
  await app.call('visits.record', {
    ...{ clientId, on: '2026-03-10', time: '15:30', items, staffId: null, payment: null, amountCents: 38_000, note: null, followUp: null },
    ...more,
  });
}

/** Into the tables as they are, past the contract: what an older version or a damaged import may have left. */
function writeRaw(work: (db: ReturnType<typeof wrapDatabase>) => void): void {
  const db = wrapDatabase(app.house.vault.database());
  inAct(db, () => work(db));
}

function target(name = 'out.xlsx'): string {
  const file = path.join(folder, name);
  app.answers.saveFile.push(file);
  return file;
}

interface Page {
  readonly titles: readonly unknown[];
  readonly rows: readonly Record<string, unknown>[];
  readonly sheet: Excel.Worksheet;
}

async function open(file: string): Promise<Record<string, Page>> {
  const workbook = new Excel.Workbook();
  await workbook.xlsx.readFile(file);
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, pageOf(sheet)]));
}

function pageOf(sheet: Excel.Worksheet): Page {
  const lines: unknown[][] = [];
  sheet.eachRow((row) => lines.push(Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).value)));
  const [titles = [], ...rest] = lines;
  return { titles, sheet, rows: rest.map((line) => Object.fromEntries(titles.map((title, index) => [String(title), line[index]]))) };
}

function xmlOf(file: string): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function refused(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (error instanceof AppError) return error;
  throw new Error('was not refused', { cause: error });
}

describe('the whole book', () => {
  test('holds clients, visits, follow-ups and preferences, a sheet each, in the language asked for', async () => {
    const id = await client();
    await visit(id);
    const chinese = target('book.xlsx');
    expect(await app.call('exports.book', { language: 'zh-CN', terms: TERMS })).toMatchObject({
      cancelled: false,
      fileName: 'book.xlsx',
      rows: 2,
    });
    const english = target('english.xlsx');
    await app.call('exports.book', { language: 'en', terms: TERMS });
    const [zh, en] = [await open(chinese), await open(english)];
    expect(Object.keys(zh)).toEqual(['客户', '到店', '回访', '偏好']);
    expect(Object.keys(en)).toEqual(['Clients', 'Visits', 'Follow-ups', 'Preferences']);
    expect(zh['客户']?.titles.slice(0, 6)).toEqual(['客户编号', '姓名', '昵称', '性别', '生日', '手机']);
    expect(en['Clients']?.titles.slice(0, 6)).toEqual(['Client number', 'Name', 'Nickname', 'Gender', 'Birthday', 'Phone']);
    expect(zh['客户']?.titles).toHaveLength(en['Clients']?.titles.length ?? 0);
  });

  test('writes phones as text, days as days, times as times and money as money', async () => {
    const phones = [
      { typed: '138-0013-8000', label: null },
      { typed: '13900138001', label: '先生' },
    ];
    const id = await client({ phones, birthday: '1990-05-03', firstSeenOn: '2024-01-15' });
    await visit(id, { amountCents: -12_050, payment: 'wechat', note: '退补水护理' });
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { 客户: clients, 到店: visits } = await open(file);
    expect(clients?.rows[0]).toMatchObject({ 姓名: '林若溪', 手机: '138 0013 8000', 其他电话: '139 0013 8001 (先生)' });
    expect(clients?.rows[0]?.['生日']).toEqual(new Date('1990-05-03T00:00:00Z'));
    expect(visits?.rows[0]).toMatchObject({ 姓名: '林若溪', 实收: -120.5, 支付方式: '微信', 项目: '补水护理', 备注: '退补水护理' });
    expect(visits?.rows[0]?.['日期']).toEqual(new Date('2026-03-10T00:00:00Z'));
    const formats = Object.fromEntries(
      (visits?.titles ?? []).map((title, index) => [String(title), visits?.sheet.getCell(2, index + 1).numFmt]),
    );
    expect(formats).toMatchObject({ 日期: 'yyyy"年"m"月"d"日"', 时间: 'hh:mm', 实收: '"¥"#,##0.00;[Red]-"¥"#,##0.00', 客户编号: '@' });
    const xml = xmlOf(file)['xl/worksheets/sheet2.xml'] ?? '';
    expect(xml).toContain(`<v>${46_091}</v>`);
    expect(xml).toContain(`<v>${15.5 / 24}</v>`);
  });

  test('has a column for each of the shop’s own fields that is in use, in its order and by its kind', async () => {
    const field = (name: string, kind: 'text' | 'number' | 'date' | 'choices' | 'yes-no', choices: string[] = []) =>
      app.call('fields.create', { name, kind, choices, purpose: null, required: false });
    const ids = [
      await field('发质', 'text'),
      await field('头围', 'number'),
      await field('到期', 'date'),
      await field('爱好', 'choices', ['瑜伽', '跑步']),
      await field('停车', 'yes-no'),
    ];
    const gone = await field('不用了', 'text');
    const values = ['细软', '56.5', '2027-03-01', '["跑步","瑜伽"]', 'yes'];
    await client({ fields: [...ids.map(({ id }, index) => ({ id, value: values[index] ?? null })), { id: gone.id, value: '旧' }] });
    await app.call('fields.remove', { id: gone.id });
    await app.call('fields.arrange', { ids: [...ids].reverse().map(({ id }) => id) });
    const file = target();
    await app.call('exports.clients', LIST);
    const page = (await open(file))['客户'];
    expect(page?.titles.filter((title) => ['发质', '头围', '到期', '爱好', '停车', '不用了'].includes(String(title)))).toEqual([
      ...['停车', '爱好', '到期', '头围', '发质'],
    ]);
    expect(page?.rows[0]).toMatchObject({ 发质: '细软', 头围: 56.5, 爱好: '瑜伽、跑步', 停车: '是' });
    expect(page?.rows[0]?.['到期']).toEqual(new Date('2027-03-01T00:00:00Z'));
  });

  test('says a lunar or yearless birthday in words that an import understands', async () => {
    const forms = [
      ['lunar:1985-08-15', '农历1985年8月15日', 'lunar 1985-08-15'],
      ['lunar:1990-L05-03', '农历1990年闰5月3日', '农历1990年闰5月3日'],
      ['--05-03', '5月3日', '05-03'],
      ['lunar:--08-15', '农历8月15日', 'lunar 08-15'],
    ] as const;
    for (const [birthday] of forms) await client({ birthday });
    const [chinese, english] = [target('zh.xlsx'), target('en.xlsx')];
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    await app.call('exports.book', { language: 'en', terms: TERMS });
    expect((await open(chinese))['客户']?.rows.map((row) => row['生日'])).toEqual(forms.map(([, zh]) => zh));
    expect((await open(english))['Clients']?.rows.map((row) => row['Birthday'])).toEqual(forms.map(([, , en]) => en));
  });

  test('keeps its titles in sight and can be filtered by every column', async () => {
    await client();
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { 客户: clients } = await open(file);
    expect(clients?.sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(clients?.sheet.autoFilter).toBe('A1:AC2');
    expect(clients?.sheet.getCell('A1').font.bold).toBe(true);
  });

  test('holds alerts and notes whole, each alert with its word', async () => {
    const note = '很长的备注。'.repeat(600);
    const id = await client({ alerts: [{ id: null, kind: 'allergy', text: '染膏过敏', detail: '起过红疹\n要先做皮试' }] });
    await app.call('preferences.add', { clientId: id, draft: { kind: 'note', text: note, detail: null } });
    await app.call('preferences.add', { clientId: id, draft: { kind: 'dislike', text: '不聊天', detail: null } });
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { 客户: clients, 偏好: preferences } = await open(file);
    expect(clients?.rows[0]).toMatchObject({ 健康提醒: '过敏：染膏过敏\n起过红疹\n要先做皮试', 备注: note, 不喜欢: '不聊天', 喜欢: null });
    expect(preferences?.rows.map((row) => [row['类型'], row['内容'], row['记录人']])).toEqual([
      ['过敏', '染膏过敏', '苏敏'],
      ['备注', note, '苏敏'],
      ['不喜欢', '不聊天', '苏敏'],
    ]);
  });

  test('leaves out what is in the bin and marks what is archived', async () => {
    const [binned, archived] = [await client({ name: '走了' }), await client({ name: '存档' })];
    await visit(binned);
    await client({ name: '在册' });
    await app.call('clients.remove', { id: binned });
    await app.call('clients.archive', { id: archived });
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { 客户: clients, 到店: visits } = await open(file);
    expect(clients?.rows.map((row) => [row['姓名'], row['状态']])).toEqual([
      ['存档', '已归档'],
      ['在册', '在册'],
    ]);
    expect(visits?.rows).toEqual([]);
  });

  test('follow-ups carry their outcome in words and the shop’s own time', async () => {
    const clientId = await client();
    const { id } = await app.call('followUps.create', { clientId, kind: 'rebook', dueOn: '2026-03-14', staffId: null, note: '问肩颈' });
    await app.call('followUps.complete', { id, outcome: 'booked', note: '周五下午' });
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const row = (await open(file))['回访']?.rows[0];
    expect(row).toMatchObject({ 类型: '邀约', 回访内容: '问肩颈', 状态: '已完成', 结果: '已约', 回访记录: '周五下午' });
    const local = app.now;
    const shown = new Date(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate(), local.getHours(), local.getMinutes()));
    expect(row?.['完成时间']).toEqual(shown);
  });

  test('refuses when there is nobody in the book, before asking where to', async () => {
    expect((await refused(app.call('exports.book', { language: 'en', terms: TERMS }))).code).toBe('exports.nothing');
  });
});

describe('hostile text', () => {
  test('stays the text it is, and never becomes a formula', async () => {
    const texts = ['=1+1', '=HYPERLINK("http://x","y")', '+8613800138000', '-1', '@SUM(A1)', '<b>&"\'', '👩‍👧 㐂 𠮷'];
    for (const nickname of texts) await client({ nickname });
    const file = target();
    await app.call('exports.clients', LIST);
    expect((await open(file))['客户']?.rows.map((row) => row['昵称'])).toEqual(texts);
    expect(xmlOf(file)['xl/worksheets/sheet1.xml']).not.toContain('<f>');
  });

  test('what no XML can hold is left out, halves of characters included, and the file opens', async () => {
    writeRaw((db) => aClient(db, { nickname: 'a\u0000b\u0001c\u001fd\uffffe', source: 'x_x0041_y', occupation: 'one\r\ntwo' }));
    const file = target();
    await app.call('exports.clients', LIST);
    expect((await open(file))['客户']?.rows[0]).toMatchObject({ 昵称: 'abcde', 职业: 'one\ntwo' });
    expect(xmlOf(file)['xl/worksheets/sheet1.xml']).toContain('x_x005F_x0041_y');
  });

  test('notes longer than a cell can be are cut there and whole on their own sheet', async () => {
    const id = await client();
    for (const letter of 'abcdefghij')
      await app.call('preferences.add', { clientId: id, draft: { kind: 'note', text: letter.repeat(4000), detail: null } });
    const file = target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS });
    const { 客户: clients, 偏好: preferences } = await open(file);
    const notes = String(clients?.rows[0]?.['备注']);
    expect(notes).toHaveLength(32_767);
    expect(notes).toMatch(/全文在客户簿里）$/);
    expect(preferences?.rows.map((row) => String(row['内容']).length)).toEqual(Array.from({ length: 10 }, () => 4000));
  });
});

describe('a list of clients', () => {
  test('is written as it is filtered and sorted', async () => {
    for (const name of ['丙', '甲', '乙']) await client({ name, tags: name === '丙' ? [] : ['敏感肌'] });
    const [tag] = await app.call('clients.tags', null);
    const file = target();
    const filter = { ...ALL, tagId: tag?.id ?? null };
    expect(await app.call('exports.clients', { ...LIST, filter, descending: true })).toMatchObject({ rows: 2 });
    expect((await open(file))['客户']?.rows.map((row) => row['姓名'])).toEqual(['乙', '甲']);
  });

  test('holds what a search found and nothing else', async () => {
    for (const name of ['张素芬', '张三', '李四']) await client({ name });
    const file = target();
    await app.call('exports.clients', { ...LIST, filter: { ...ALL, text: 'zs' } });
    expect((await open(file))['客户']?.rows.map((row) => row['姓名'])).toEqual(['张素芬', '张三']);
  });

  test('refuses an empty list', async () => {
    await client();
    expect((await refused(app.call('exports.clients', { ...LIST, filter: { ...ALL, text: '没有这个人' } }))).code).toBe('exports.nothing');
  });
});

test('the loyal clients are written in their rank, all of them, with the figures of the period', async () => {
  for (const [name, amountCents] of [
    ['第二', 10_000],
    ['第一', 20_000],
  ] as const) {
    const id = await client({ name });
    for (let day = 1; day <= 7; day += 1) await visit(id, { on: `2026-03-0${day}`, amountCents });
  }
  await client({ name: '没来过' });
  const file = target();
  expect(await app.call('exports.loyal', { language: 'zh-CN', terms: TERMS, question: LOYAL })).toMatchObject({ rows: 2 });
  const rows = (await open(file))['熟客']?.rows ?? [];
  expect(rows.map((row) => [row['名次'], row['姓名'], row['期内到店'], row['期内消费'], row['距今天数'], row['趋势']])).toEqual([
    [1, '第一', 7, 1400, 7, '新'],
    [2, '第二', 7, 700, 7, '新'],
  ]);
  expect(rows[0]?.['上次到店']).toEqual(new Date('2026-03-07T00:00:00Z'));
});

test('who is later than their own rhythm goes out, the latest first, all of them', async () => {
  const late = await client({ name: '林若溪', phones: [{ typed: '13800138206', label: null }] });
  for (const on of ['2025-11-01', '2025-11-29', '2025-12-27', '2026-01-24']) await visit(late, { on });
  const inTime = await client({ name: '王芳' });
  for (const on of ['2026-01-16', '2026-02-14', '2026-03-10']) await visit(inTime, { on });
  const file = target();
  expect(await app.call('exports.late', { language: 'zh-CN', terms: TERMS })).toMatchObject({ rows: 1 });
  const [row, ...others] = (await open(file))['该回来的']?.rows ?? [];
  expect(others).toEqual([]);
  expect(row).toMatchObject({ 姓名: '林若溪', 手机: '138 0013 8206', 平时几天一次: 28, 晚了几天: 21 });
  expect(row?.['应到日期']).toEqual(new Date('2026-02-21T00:00:00Z'));
});

test('the follow-ups go out as they are filtered: what is open and due, soonest first, with the number to call', async () => {
  const one = await client({ name: '林若溪', phones: [{ typed: '13800138206', label: null }], wechat: 'wxlin' });
  const other = await client({ name: '王芳' });
  const { id: staffId } = await app.call('staff.create', { name: '周静', post: null, color: null, active: true });
  await aFollowUp(app, one, { dueOn: '2026-03-20', note: '问补色', staffId });
  await aFollowUp(app, other, { dueOn: '2026-03-16', note: '约时间' });
  await aFollowUp(app, other, { dueOn: '2026-09-01', note: '以后再说' });
  const closed = await aFollowUp(app, one, { dueOn: '2026-03-15', note: '已经打过' });
  await app.call('followUps.complete', { id: closed, outcome: 'well', note: null });
  const ask = async (question: Input<'exports.followUps'>['question'], without: Input<'exports.followUps'>['without'] = []) => {
    const file = target();
    await app.call('exports.followUps', { language: 'zh-CN', terms: TERMS, question, without });
    return (await open(file))['回访']?.rows ?? [];
  };
  const rows = await ask({ until: '2026-06-12', staffId: null });
  expect(rows.map((row) => [row['姓名'], row['手机'] ?? null, row['微信号'] ?? null, row['回访内容']])).toEqual([
    ['王芳', null, null, '约时间'],
    ['林若溪', '138 0013 8206', 'wxlin', '问补色'],
  ]);
  expect(rows[0]?.['回访日期']).toEqual(new Date('2026-03-16T00:00:00Z'));
  expect((await ask({ until: '2026-06-12', staffId })).map((row) => row['姓名'])).toEqual(['林若溪']);
  expect(Object.keys((await ask({ until: '2026-06-12', staffId }, ['phone', 'wechat']))[0] ?? {})).not.toContain('手机');
  await expect(ask({ until: '2026-03-14', staffId: null })).rejects.toMatchObject({ code: 'exports.nothing' });
});

describe('the file', () => {
  test('is not written when the dialog is closed', async () => {
    await client();
    expect(await app.call('exports.book', { language: 'en', terms: TERMS })).toEqual({
      cancelled: true,
      fileName: null,
      rows: 0,
      token: null,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('gets the ending of a workbook, and can be shown by the token only', async () => {
    await client();
    target('list');
    const { token, fileName } = await app.call('exports.clients', LIST);
    expect([fileName, readdirSync(folder)]).toEqual(['list.xlsx', ['list.xlsx']]);
    await app.call('exports.show', { token: token ?? '' });
    expect(app.answers.shown).toEqual([path.join(folder, 'list.xlsx')]);
    expect((await refused(app.call('exports.show', { token: '../list.xlsx' }))).code).toBe('files.unknown-token');
  });

  test('is whole or not there: cancelling half-way leaves the old file and nothing beside it', async () => {
    writeRaw((db) => {
      for (let index = 0; index < 4000; index += 1) aVisit(db, aClient(db), '2026-03-01');
    });
    const file = target();
    writeFileSync(file, 'the old one');
    const running = app.call('exports.book', { language: 'zh-CN', terms: TERMS }, 'call-1');
    while (!app.events.some((event) => event.type === 'job-progress')) await new Promise((resolve) => setImmediate(resolve));
    expect(existsSync(`${file}.part`)).toBe(true);
    app.house.cancel('call-1');
    expect((await refused(running)).code).toBe('bridge.cancelled');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['the old one', ['out.xlsx']]);
  });

  test('reports its progress with numbers, sheet by sheet, up to the last row', async () => {
    writeRaw((db) => {
      for (let index = 0; index < 300; index += 1) aVisit(db, aClient(db), '2026-03-01');
    });
    target();
    await app.call('exports.book', { language: 'zh-CN', terms: TERMS }, 'call-1');
    const steps = app.events.flatMap((event) => (event.type === 'job-progress' ? [`${event.stage} ${event.done}/${event.total}`] : []));
    expect(steps).toEqual(['clients 250/300', 'clients 300/300', 'visits 250/300', 'visits 300/300', 'follow-ups 0/0', 'preferences 0/0']);
  });

  test('a full disk is named, the old file stays, and no part is left', async () => {
    await client();
    const file = target();
    writeFileSync(file, 'the old one');
    symlinkSync('/dev/full', `${file}.part`);
    const error = await refused(app.call('exports.book', { language: 'zh-CN', terms: TERMS }));
    expect([error.code, error.details]).toEqual(['exports.cannot-write', { reason: 'disk-full' }]);
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['the old one', ['out.xlsx']]);
  });

  test('a folder that is gone is named', async () => {
    await client();
    target('missing/out.xlsx');
    const error = await refused(app.call('exports.book', { language: 'zh-CN', terms: TERMS }));
    expect([error.code, error.details]).toEqual(['exports.cannot-write', { reason: 'gone' }]);
  });

  test('cannot take the place of a folder', async () => {
    await client();
    mkdirSync(target());
    expect((await refused(app.call('exports.book', { language: 'zh-CN', terms: TERMS }))).code).toBe('exports.cannot-write');
    expect(readdirSync(folder)).toEqual(['out.xlsx']);
  });

  test('spills nothing into temporary files while it is written', async () => {
    writeRaw((db) => {
      for (let index = 0; index < 2000; index += 1) aVisit(db, aClient(db, { name: 'MARKER-NAME' }), '2026-03-01');
    });
    const temporary = mkdtempSync(path.join(tmpdir(), 'shuke-temp-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = temporary;
    const seen = new Set<string>();
    try {
      target();
      const running = app.call('exports.book', { language: 'zh-CN', terms: TERMS }, 'call-1').then(() => true);
      while (!(await Promise.race([running, new Promise((resolve) => setImmediate(() => resolve(false)))])))
        for (const name of readdirSync(temporary)) seen.add(name);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(temporary, { recursive: true });
    }
    expect([...seen]).toEqual([]);
    expect(readdirSync(folder)).toEqual(['out.xlsx']);
  });
});

describe('the choice of columns', () => {
  const columns = async (what: 'clients' | 'loyal' = 'clients') => app.call('exports.columns', { what, language: 'zh-CN' });
  const keysOf = async (...titles: readonly string[]) => {
    const all = (await columns()).columns;
    return titles.map((title) => all.find((one) => one.title === title)!.key);
  };

  test('leaves out what was unticked, keeps the order, the filter and the cells of the rest', async () => {
    await app.call('fields.create', { name: '发质', kind: 'text', choices: [], purpose: null, required: false });
    await client({ nickname: '小溪', wechat: 'linlin', phones: [{ typed: '13800138533', label: null }] });
    await client({ name: '王小敏' });
    const without = await keysOf('手机', '微信号', '发质', '客户编号', '姓名');
    const file = target();
    await app.call('exports.clients', { ...LIST, without, sort: 'name', filter: { ...ALL, text: '林' } });
    const page = (await open(file))['客户'];
    const every = (await columns()).columns.map(({ title }) => title);
    expect(page?.titles).toEqual(every.filter((title) => !['手机', '微信号', '发质'].includes(title)));
    expect(page?.rows.map((row) => [row['姓名'], row['昵称']])).toEqual([['林若溪', '小溪']]);
    expect(Object.values(xmlOf(file)).join('')).not.toContain('8533');
  });

  test('is the one of last time, for this person and this list only, once a file was written', async () => {
    const id = await client();
    await visit(id);
    const without = await keysOf('微信号');
    app.answers.saveFile.push(null);
    await app.call('exports.clients', { ...LIST, without });
    expect((await columns()).without).toEqual([]);
    target();
    await app.call('exports.clients', { ...LIST, without });
    expect((await columns()).without).toEqual(without);
    expect((await columns('loyal')).without).toEqual([]);
    await someoneWith(app, {});
    expect((await columns()).without).toEqual([]);
  });

  test('offers nothing this person may not take out, and cannot bring it back', async () => {
    await client({ wechat: 'linlin' });
    await someoneWith(app, { levels: { contact: 'masked', money: 'none' } });
    const titles = (await columns()).columns.map(({ title }) => title);
    for (const title of ['手机', '微信号', '累计消费']) expect(titles).not.toContain(title);
    const file = target();
    await app.call('exports.clients', { ...LIST, without: [] });
    expect((await open(file))['客户']?.titles).toEqual(titles);
  });

  test('of the loyal clients leaves out as well, and what does not exist is passed over', async () => {
    const id = await client();
    for (const on of ['2026-03-01', '2026-03-05', '2026-03-10']) await visit(id, { on });
    await app.call('settings.change', { loyalty: { ...(await app.call('settings.get', null)).loyalty, loyalVisits: 3 } });
    const file = target();
    await app.call('exports.loyal', { language: 'en', terms: TERMS, question: LOYAL, without: ['trend', 'gone', 'name'] });
    const titles = (await open(file))['Loyal clients']?.titles;
    expect(titles).toContain('Name');
    expect(titles).not.toContain('Trend');
  });
});
