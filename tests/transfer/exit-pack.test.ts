// The exit pack: the lists in the columns of other programs, which our own import takes back whole, and nothing in them that a spreadsheet would calculate.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { csvLine } from '../../electron/transfer/csv';
import { anApp, type TestApp } from '../support/app';
import { aClient, aVisit } from '../support/build';
import { fillBook, logicalDump } from './rich-book';

let folder: string;
const apps: TestApp[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shuke-pack-'));
});
afterEach(() => {
  apps.splice(0).forEach((app) => app.close());
  rmSync(folder, { recursive: true, force: true });
});

async function aBook(): Promise<TestApp> {
  const app = await anApp();
  apps.push(app);
  return app;
}

async function pack(app: TestApp): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
  const file = path.join(folder, 'pack.zip');
  app.answers.saveFile.push(file);
  await app.call('transfer.exitPack', { language: 'zh-CN', purpose: '换系统' });
  return unzipSync(readFileSync(file));
}

const NAMES = ['林若溪', '𠮷田 花子', "O'Brien Quigley", 'Anna Maria Foster-Garner', '=1+1', '+阿姨', '@小米', '欧阳 Anna', 'Cher', '合计'];
const BIRTHDAYS = ['1990-05-03', '--02-29', '--12-05', 'lunar:1985-08-15', 'lunar:--08-15', 'lunar:1990-L05-03', '2003-04-01', null];
const EMAILS = ['a+b@example.com', '-minus@example.org', '+plus@example.org', null];

async function aShop(app: TestApp, names: readonly string[]): Promise<void> {
  for (const [index, name] of names.entries()) {
    const phones = [`1380013${8000 + index}`, ...(index % 3 === 0 ? [`+1 617-555-${1000 + index}`] : [])].map((typed) => ({
      typed,
      label: null,
    }));
    const birthday = BIRTHDAYS[index % BIRTHDAYS.length] ?? null;
    const id = await aClient(app, {
      name,
      phones,
      birthday,
      email: EMAILS[index % EMAILS.length] ?? null,
      gender: 'female',
      address: '花园路 9 号, 2 楼',
    });
    await app.call('preferences.add', { clientId: id, draft: { kind: 'note', text: '=2+3\n喜欢"安静"', detail: null } });
    if (index % 2 === 0) await aVisit(app, { clientId: id, note: '改天, 再来' });
  }
}

interface Row {
  readonly name: string;
  readonly birthday: string | null;
  readonly email: string | null;
  readonly phones: readonly string[];
}

function peopleOf(app: TestApp, mostPhones = 9): Row[] {
  const db = app.house.vault.database();
  const phones = db.prepare<[number], { e164: string }>('SELECT e164 FROM client_phone WHERE client_id = ? ORDER BY sort');
  return db
    .prepare<[], { id: number; name: string; birthday: string | null; email: string | null }>(
      'SELECT id, name, birthday, email FROM client ORDER BY id',
    )
    .all()
    .map(({ id, ...row }) => ({
      ...row,
      phones: phones
        .all(id)
        .map(({ e164 }) => e164)
        .slice(0, mostPhones),
    }));
}

async function importInto(app: TestApp, fileName: string, bytes: Uint8Array<ArrayBuffer>) {
  const { token } = await app.call('imports.drop', { fileName, bytes });
  const list = await app.call('imports.read', { token, sheet: null, encoding: null, large: false });
  const fields = list.columns.map(({ index, field }) => ({ column: index, field }));
  const matching = { token, kind: list.kind, sheet: list.sheet, fields, fixes: [], skipRows: [] };
  const checked = await app.call('imports.check', matching);
  await app.call('imports.commit', matching);
  return checked;
}

const LATIN = ['Wendy Jansen', 'Ava Foster', 'Tessa van der Berg', 'Iris Underhill', 'Zoe Ellison-Abbott', 'Mia Lund', 'Cher', '林若溪'];

test.each([
  ['square.csv', 1, NAMES],
  ['fresha.csv', 9, NAMES],
  ['vagaro.csv', 9, NAMES],
  ['vagaro.csv', 9, LATIN],
] as const)('%s comes back through the import with no row rejected and everybody as they were', async (name, mostPhones, names) => {
  const old = await aBook();
  await aShop(old, names);
  const fresh = await aBook();
  const checked = await importInto(fresh, name, (await pack(old))[name]!);
  expect(checked).toMatchObject({ rows: names.length, importable: names.length, rejected: 0, skipped: 0 });
  expect(peopleOf(fresh, mostPhones)).toEqual(peopleOf(old, mostPhones));
});

test('writes Last, First for a shop with such names, as Vagaro does', async () => {
  const old = await aBook();
  await aShop(old, LATIN);
  expect(strFromU8((await pack(old))['vagaro.csv']!)).toContain('"Berg, Tessa van der"');
});

const TITLES = {
  'square.csv':
    'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile,Blocked from online booking',
  'fresha.csv':
    'Client ID,First Name,Last Name,Gender,Mobile Number,Telephone,Email,Date of Birth,Address,Apartement Suite,City,State,Post Code,Accepts Marketing,Accepts SMS Marketing,Tags,Note,Referral Source,Blocked,Block Reason',
  'vagaro.csv':
    'Customer,Email,Mobile,Day,Birthdate,Customer Since,Last Visited,Address,Apt/Suite,City,State,Zip,Refered By,Membership,Tags,Appointments Booked,No Shows/Cancellations,Amount Paid,Points Earned',
} as const;

test('has the titles of each program in their order, and a line for each service of a visit', async () => {
  const app = await aBook();
  await aShop(app, NAMES);
  const files = await pack(app);
  for (const [name, titles] of Object.entries(TITLES)) expect(strFromU8(files[name]!).split('\r\n')[0]).toBe(titles);
  const visits = strFromU8(files['visits.csv']!);
  expect([...files['visits.csv']!.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(visits.startsWith('单号,日期,')).toBe(true);
  expect(visits.trimEnd().split('\r\n')).toHaveLength(1 + NAMES.length / 2);
});

test('holds the whole book twice, each of which comes back equal', async () => {
  const old = await aBook();
  fillBook(old, 9, 6);
  const files = await pack(old);
  expect(Object.keys(files).sort()).toEqual(
    ['fresha.csv', 'square.csv', 'vagaro.csv', 'visits.csv', '整本客户簿.json', '整本客户簿.xlsx', '说明 README.txt'].sort(),
  );
  for (const ending of ['xlsx', 'json']) {
    const file = path.join(folder, `whole.${ending}`);
    writeFileSync(file, files[`整本客户簿.${ending}`]!);
    const fresh = await aBook();
    fresh.answers.chooseFile.push(file);
    const { token } = (await fresh.call('transfer.bringBack', null))!;
    await fresh.call('transfer.commit', { token: token! });
    expect(logicalDump(fresh)).toEqual(logicalDump(old));
  }
});

test('guards what a spreadsheet would calculate and leaves phones, numbers and addresses of mail alone', () => {
  const guarded = ['=1+1', '+1+cmd', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("x")', "-x@y|z!'A'"].map((text) => csvLine([text]).trimEnd());
  expect(guarded.every((field) => /^"?'/.test(field))).toBe(true);
  const free = ['+8613800138000', '-12.50', '+1 (617) 555-0193', '+plus@example.org', '林若溪'];
  expect(free.map((text) => csvLine([text]))).toEqual(free.map((text) => `${text}\r\n`));
});
