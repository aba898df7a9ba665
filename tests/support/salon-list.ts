// Invents the lists a salon brings to the book, with every habit of writing and a handful of mishaps, and says in the same breath what is true of each row.

import { addDays, partsOf, weekdayOf, type IsoDate } from '../../shared/core/date';
import { seeded } from '../bench/people';
import type { Truth } from './truth';

export type ListCell = string | number | Date | { readonly formula: string; readonly result?: number | { readonly error: '#REF!' } } | null;

/** `above` are the rows over the header; a null row is blank. */
export interface SalonList {
  readonly sheet: string;
  readonly above: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly ListCell[] | null)[];
  readonly truth: Truth;
}

interface Client {
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly female: boolean;
  readonly staff: string;
  /** Days between two visits; those who come often make the loyal ones. */
  readonly rhythm: number;
  readonly lastSeen: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Found = { row: number; column: string; code: string };

interface Sheet {
  readonly rows: (readonly ListCell[] | null)[];
  readonly warnings: Found[];
  readonly rejected: Found[];
  readonly skipped: { row: number; code: string }[];
  readonly samples: { row: number; expect: Record<string, unknown> }[];
  readonly duplicates: [number, number][];
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎'];
const GIVEN = [...'雅婷静怡欣悦若溪梦瑶思语佳慧晓琳素芬丽娜秀英美玲诗涵雨桐紫萱可馨心妍曼青春燕海棠月华云舒婉清如意念真小满知夏一诺安宁'];
const STAFF = ['阿芳', '小鹿', '小敏', '周老师', 'Lily'];
const SERVICES: readonly (readonly [string, number])[] = [
  ['补水护理', 298],
  ['肩颈按摩', 258],
  ['面部清洁', 198],
  ['美甲', 168],
  ['睫毛嫁接', 368],
  ['头皮养护', 328],
  ['背部刮痧', 128],
  ['洗剪吹', 68],
];
const SOURCES = ['小红书', '美团', '大众点评', '朋友介绍', '老客带新', '路过', '抖音'];
const TIERS = ['普通', '银卡', '金卡', '钻石'];
const TAGS = ['怕疼', '安静', '宝妈', '周末客', '停车', '爱美甲', '皮肤管理'];
const NOTES = ['力度偏轻', '喜欢靠窗的位置', '水温要热一点', '不要推销', '只约小敏', '下班后才有空', '喜欢玫瑰精油'];
const ROADS = ['文汇路', '桂花弄', '长乐街', '青石巷', '荷花池路', '银杏大道'];

const CLIENT_HEADER =
  '会员编号 姓名 称呼 性别 生日 手机 微信号 地址 来源 介绍人 职业 美容师 标签 会员等级 余额 剩余次数 累计消费 最近到店 建档日期 备注 过敏/禁忌'.split(
    ' ',
  );
const CLIENT_FIELDS =
  'number name nickname gender birthday phone wechat address source referrer occupation staff tags tier balance sessions totalSpend lastVisit firstVisit preferences allergies'.split(
    ' ',
  );
const VISIT_HEADER = '单号 日期 时间 会员编号 手机 姓名 项目 美容师 数量 实收 支付方式 备注'.split(' ');
const VISIT_FIELDS = 'visitNumber date time clientNumber clientPhone clientName service staff quantity amount payment note'.split(' ');

export const CLIENT_LIST = '老客户名单.xlsx';
export const VISIT_LIST = '到店流水.xlsx';

export interface Salon {
  readonly clients: SalonList;
  readonly visits: SalonList;
}

/** The same seed and day give the same salon, cell by cell. */
export function inventSalon(asOf: IsoDate, seed = 20, size = { clients: 330, visits: 1200 }): Salon {
  const random = seeded(seed);
  const people = inventPeople(random, size.clients);
  return { clients: clientList(random, people, asOf), visits: visitList(random, people, asOf, size.visits) };
}

function inventPeople(random: () => number, count: number): readonly Client[] {
  const names = new Set<string>();
  return Array.from({ length: count }, (_, index): Client => {
    let name = '';
    while (name === '' || names.has(name))
      name = pick(random, SURNAMES) + pick(random, GIVEN) + (random() < 0.8 ? pick(random, GIVEN) : '');
    names.add(name);
    const loyal = index % 7 === 3;
    return {
      number: `TS${String(index + 1).padStart(4, '0')}`,
      name,
      phone: `1${pick(random, ['38', '39', '35', '58', '86', '80', '31', '50'])}0013${String(1000 + index).padStart(4, '0')}`,
      female: random() < 0.88,
      staff: pick(random, STAFF),
      rhythm: loyal ? 12 + Math.floor(random() * 12) : 30 + Math.floor(random() * 90),
      lastSeen: loyal ? Math.floor(random() * 20) : Math.floor(random() ** 0.6 * 420),
    };
  });
}

// ── the list of clients ──────────────────────────────────────────────────────────────────────────

function clientList(random: () => number, people: readonly Client[], asOf: IsoDate): SalonList {
  const sheet = emptySheet();
  const above = ['棠舍美容养生会所  老客户名单', `制表日期：${asOf}    门店：梧桐路店`];
  const first = above.length + 2;
  people.forEach((client, index) => {
    if (index === 60 || index === 190) pass(sheet, first, null, 'row.blank');
    if (index === 150) pass(sheet, first, CLIENT_HEADER, 'row.header-repeat');
    const row = clientRow(random, client, asOf);
    MISHAPS.find((mishap) => mishap.at === index)?.change(row, sheet, first + sheet.rows.length);
    sheet.rows.push(CLIENT_HEADER.map((title) => row[title] ?? null));
  });
  repeatRow(sheet, first, 20, '13900139999');
  pass(sheet, first, ['合计', ...Array.from({ length: 13 }, () => null), 128_800], 'row.total-line');
  const truth = truthOf(sheet, 'clients', '客户', first - 1, asOf, CLIENT_HEADER, CLIENT_FIELDS);
  return { sheet: '客户', above, header: CLIENT_HEADER, rows: sheet.rows, truth };
}

type WrittenClient = Record<string, ListCell>;

function clientRow(random: () => number, client: Client, asOf: IsoDate): WrittenClient {
  const lastVisit = addDays(asOf, -client.lastSeen);
  const firstVisit = addDays(lastVisit, -200 - Math.floor(random() * 900));
  return {
    会员编号: client.number,
    姓名: client.name,
    称呼: random() < 0.15 ? `${client.name.slice(0, 1)}${client.female ? '姐' : '哥'}` : null,
    性别: pick(random, client.female ? ['女', '女', '女士', 'F'] : ['男', '先生']),
    生日: random() < 0.75 ? birthday(random) : null,
    手机: phoneHabit(random, client.phone),
    微信号: random() < 0.5 ? `wx_${String(Math.floor(random() * 9000) + 1000)}` : null,
    地址: random() < 0.4 ? `${pick(random, ROADS)}${1 + Math.floor(random() * 200)}号` : null,
    来源: pick(random, SOURCES),
    职业: random() < 0.3 ? pick(random, ['教师', '护士', '会计', '律师', '全职妈妈']) : null,
    美容师: client.staff,
    标签: random() < 0.5 ? [...new Set([pick(random, TAGS), pick(random, TAGS)])].join(pick(random, ['、', '/', '，'])) : null,
    会员等级: pick(random, TIERS),
    余额: pick<ListCell>(random, [0, 0, 500, 888, 1280, '¥1,280.00', 66.5]),
    剩余次数: pick<ListCell>(random, [0, 0, 3, 5, '8次', 10]),
    累计消费: Math.round(random() * 180) * 100,
    最近到店: dayHabit(random, lastVisit),
    建档日期: asDate(firstVisit),
    备注: random() < 0.4 ? pick(random, NOTES) : null,
  };
}

interface Mishap {
  readonly at: number;
  readonly change: (row: WrittenClient, sheet: Sheet, number: number) => void;
}

/** A cell that costs itself, and what stays of the row. */
function warned(at: number, column: string, value: ListCell, code: string, expect: Record<string, unknown> = {}): Mishap {
  return {
    at,
    change: (row, sheet, number) => {
      row[column] = value;
      sheet.warnings.push({ row: number, column, code });
      sheet.samples.push({ row: number, expect: { name: row['姓名'], number: row['会员编号'], ...expect } });
    },
  };
}

/** A cell that is unusual and right. */
function right(at: number, column: string, value: ListCell, expect: Record<string, unknown>): Mishap {
  return {
    at,
    change: (row, sheet, number) => {
      row[column] = value;
      sheet.samples.push({ row: number, expect: { name: row['姓名'], ...expect } });
    },
  };
}

const MISHAPS: readonly Mishap[] = [
  warned(5, '手机', '1.38001E+10', 'phone.scientific', { phoneE164: null }),
  warned(11, '手机', '1380013', 'phone.invalid', { phoneE164: null }),
  warned(17, '手机', '13800131O88', 'phone.invalid', { phoneE164: null }),
  warned(23, '手机', null, 'phone.missing', { phoneE164: null }),
  warned(29, '手机', '88001234', 'phone.invalid', { phoneE164: null }),
  warned(35, '生日', '1990年2月30日', 'date.impossible', { birthday: null }),
  warned(41, '生日', '03/04/1990', 'date.ambiguous', { birthday: null }),
  warned(47, '生日', '农历1991年闰五月初三', 'date.impossible', { birthday: null }),
  warned(53, '生日', '80后', 'date.unreadable', { birthday: null }),
  warned(59, '生日', '2999-01-01', 'date.future', { birthday: null }),
  warned(65, '余额', '约五百', 'amount.invalid', { balanceFen: null }),
  warned(71, '余额', -50, 'amount.negative', { balanceFen: null }),
  warned(77, '余额', { formula: '#REF!*2', result: { error: '#REF!' } }, 'formula.error', { balanceFen: null }),
  warned(83, '累计消费', { formula: '300*3' }, 'formula.uncached', { totalSpendFen: null }),
  warned(89, '剩余次数', '不限', 'amount.invalid', { sessions: null }),
  warned(95, '最近到店', '2025-09-31', 'date.impossible', { lastVisit: null }),
  warned(101, '性别', '?', 'gender.unknown', { gender: null }),
  right(107, '手机', '13800130107、13900130107', { phones: ['+8613800130107', '+8613900130107'] }),
  right(109, '手机', '18900130109（妈妈）13900130109', { phones: ['+8618900130109', '+8613900130109'] }),
  right(113, '手机', '021-6500 1234 转 8012', { phoneE164: '+862165001234', phoneExtension: '8012' }),
  right(119, '手机', '+852 9123 4567', { phoneE164: '+85291234567' }),
  right(125, '生日', '农历 1990年闰五月初三', { birthday: 'lunar:1990-L05-03' }),
  right(127, '生日', '阴历8月15', { birthday: 'lunar:--08-15' }),
  right(131, '生日', '2月29日', { birthday: '--02-29' }),
  right(133, '生日', 33001, { birthday: '1990-05-08' }),
  right(137, '余额', { formula: '1000+280', result: 1280 }, { balanceFen: 128_000 }),
  right(143, '姓名', '王㐂芳', { name: '王㐂芳' }),
  right(149, '姓名', '阿依古丽·买买提', { name: '阿依古丽·买买提' }),
  right(155, '姓名', ' 𠮷田美香\u200b', { name: '𠮷田美香' }),
  right(161, '备注', '=1+1', { preferences: '=1+1' }),
  right(167, '备注', '喜欢安静；花生过敏', { preferences: '喜欢安静；花生过敏', alertInNotes: '花生过敏' }),
  right(173, '备注', '第一次来：怕疼\n第二次：轻一点', { preferences: '第一次来：怕疼\n第二次：轻一点' }),
  right(175, '备注', '<b>怕冷</b>', { preferences: '<b>怕冷</b>' }),
  right(179, '过敏/禁忌', '乳胶手套过敏', { allergies: '乳胶手套过敏' }),
  {
    at: 181,
    change: (row, sheet, number) => {
      row['姓名'] = null;
      row['手机'] = null;
      sheet.rejected.push({ row: number, column: '姓名', code: 'name.missing' });
    },
  },
];

/** The same person once more at the end, with another number: to be said, not merged. */
function repeatRow(sheet: Sheet, first: number, index: number, phone: string): void {
  const source = sheet.rows[index] ?? [];
  const [earlier, later] = [first + index, first + sheet.rows.length];
  const row = CLIENT_HEADER.map((title, column) => (title === '手机' ? phone : title === '会员编号' ? 'TS9001' : (source[column] ?? null)));
  sheet.rows[index] = CLIENT_HEADER.map((title, column) => (title === '手机' ? phone : (source[column] ?? null)));
  sheet.rows.push(row);
  sheet.warnings.push({ row: later, column: '手机', code: 'duplicate.phone' });
  sheet.duplicates.push([earlier, later]);
}

// ── the list of visits ───────────────────────────────────────────────────────────────────────────

function visitList(random: () => number, people: readonly Client[], asOf: IsoDate, count: number): SalonList {
  const sheet = emptySheet();
  const above = ['棠舍  到店流水'];
  const first = above.length + 2;
  // without those whose name or phone the client list gets wrong: a visit must find its client by any of the three
  const findable = people.filter((_, index) => index !== 181 && index !== 20 && !MISHAPS.some((mishap) => mishap.at === index));
  const days = findable
    .flatMap((client) => visitDays(random, client, asOf).map((on) => ({ client, on })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .slice(-count);
  days.forEach(({ client, on }, index) => {
    if (index > 0 && index % 300 === 0) pass(sheet, first, ['小计', ...Array.from({ length: 8 }, () => null), 12_345], 'row.total-line');
    if (index === 500) pass(sheet, first, null, 'row.blank');
    const number = first + sheet.rows.length;
    const row = visitRow(random, client, on, index);
    const spoiled = SPOILED.find((one) => one.at === index);
    if (spoiled) spoil(row, sheet, number, spoiled);
    else if (index % 60 === 7)
      sheet.samples.push({ row: number, expect: { visitNumber: row['单号'], date: on, client: client.number, clientName: client.name } });
    sheet.rows.push(VISIT_HEADER.map((title) => row[title] ?? null));
  });
  const truth = truthOf(sheet, 'visits', '流水', first - 1, asOf, VISIT_HEADER, VISIT_FIELDS);
  return { sheet: '流水', above, header: VISIT_HEADER, rows: sheet.rows, truth: { ...truth, clientsFrom: CLIENT_LIST } };
}

/** Back from the last visit at the client's own pace; the shop rests on Mondays. */
function visitDays(random: () => number, client: Client, asOf: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let back = client.lastSeen; back < 480; back += Math.max(4, Math.round(client.rhythm * (0.7 + random() * 0.6)))) {
    const day = addDays(asOf, -back);
    days.push(weekdayOf(day) === 1 ? addDays(day, -1) : day);
  }
  return days;
}

function visitRow(random: () => number, client: Client, on: IsoDate, index: number): WrittenClient {
  const [service, price] = pick(random, SERVICES);
  const quantity = random() < 0.05 ? 2 : 1;
  const refund = index % 211 === 100;
  const by = random();
  return {
    单号: `LS${String(index + 1).padStart(6, '0')}`,
    日期: dayHabit(random, on),
    时间: random() < 0.8 ? timeHabit(random) : null,
    会员编号: by < 0.6 ? client.number : null,
    手机: by >= 0.5 && by < 0.85 ? phoneHabit(random, client.phone) : null,
    姓名: by < 0.3 || by >= 0.8 ? client.name : null,
    项目: service,
    美容师: client.staff,
    数量: quantity,
    实收: refund ? -price : random() < 0.1 ? `${price * quantity}.00` : price * quantity,
    支付方式: pick(random, ['微信', '微信', '支付宝', '现金', '储值卡', '次卡']),
    备注: refund ? '退款' : random() < 0.08 ? '加了一次护理' : null,
  };
}

type Spoiled = {
  readonly at: number;
  readonly cells: WrittenClient;
  readonly column: string;
  readonly code: string;
  readonly rejects: boolean;
};

const SPOILED: readonly Spoiled[] = [
  { at: 33, cells: { 会员编号: 'TS7777', 手机: null, 姓名: null }, column: '会员编号', code: 'client.unknown', rejects: true },
  { at: 88, cells: { 会员编号: null, 手机: '13300139876', 姓名: null }, column: '手机', code: 'client.unknown', rejects: true },
  { at: 140, cells: { 会员编号: null, 手机: null, 姓名: null }, column: '姓名', code: 'client.missing', rejects: true },
  { at: 222, cells: { 日期: '2026-02-30' }, column: '日期', code: 'date.impossible', rejects: true },
  { at: 333, cells: { 日期: null }, column: '日期', code: 'date.missing', rejects: true },
  { at: 444, cells: { 实收: '一百二' }, column: '实收', code: 'amount.invalid', rejects: true },
  { at: 555, cells: { 时间: '25:70' }, column: '时间', code: 'time.invalid', rejects: false },
];

function spoil(row: WrittenClient, sheet: Sheet, number: number, { cells, column, code, rejects }: Spoiled): void {
  Object.assign(row, cells);
  (rejects ? sheet.rejected : sheet.warnings).push({ row: number, column, code });
}

// ── habits of writing ────────────────────────────────────────────────────────────────────────────

function phoneHabit(random: () => number, phone: string): ListCell {
  const grouped = [phone.slice(0, 3), phone.slice(3, 7), phone.slice(7)];
  return pick<ListCell>(random, [
    phone,
    phone,
    phone,
    Number(phone),
    grouped.join('-'),
    grouped.join(' '),
    `+86 ${phone}`,
    `'${phone}`,
    `${phone} `,
    wide(phone),
    `0086${phone}`,
  ]);
}

function dayHabit(random: () => number, day: IsoDate): ListCell {
  const { year, month, day: dom } = partsOf(day);
  return pick<ListCell>(random, [
    asDate(day),
    asDate(day),
    day,
    `${year}.${month}.${dom}`,
    `${year}/${month}/${dom}`,
    `${year}年${month}月${dom}日`,
    day.replaceAll('-', ''),
  ]);
}

function timeHabit(random: () => number): ListCell {
  const [hour, minute] = [9 + Math.floor(random() * 11), pick(random, ['00', '15', '30', '45'])];
  return pick<ListCell>(random, [
    `${hour}:${minute}`,
    `${hour}：${minute}`,
    hour < 12 ? `上午${hour}:${minute}` : `下午${hour === 12 ? 12 : hour - 12}:${minute}`,
  ]);
}

function birthday(random: () => number): ListCell {
  const [year, month, day] = [1956 + Math.floor(random() * 50), 1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  const two = (value: number): string => String(value).padStart(2, '0');
  return pick<ListCell>(random, [
    `${year}-${two(month)}-${two(day)}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}${two(month)}${two(day)}`,
    `${month}月${day}日`,
    wide(`${year}-${two(month)}-${two(day)}`),
    new Date(Date.UTC(year, month - 1, day)),
    `农历${month === 1 ? '正' : [...'一二三四五六七八九十冬腊'][month - 1]}月初${[...'一二三四五六七八九十'][day % 10]}`,
  ]);
}

function asDate(day: IsoDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

function wide(text: string): string {
  return [...text].map((char) => (char === ' ' ? char : String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))).join('');
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

// ── the truth ────────────────────────────────────────────────────────────────────────────────────

function emptySheet(): Sheet {
  return { rows: [], warnings: [], rejected: [], skipped: [], samples: [], duplicates: [] };
}

function pass(sheet: Sheet, first: number, row: readonly ListCell[] | null, code: string): void {
  sheet.skipped.push({ row: first + sheet.rows.length, code });
  sheet.rows.push(row);
}

function truthOf(
  sheet: Sheet,
  kind: 'clients' | 'visits',
  name: string,
  headerRow: number,
  asOf: IsoDate,
  header: readonly string[],
  fields: readonly string[],
): Mutable<Truth> {
  return {
    kind,
    encoding: 'xlsx',
    sheet: name,
    region: 'CN',
    asOf,
    headerRow,
    mapping: Object.fromEntries(header.map((title, index) => [title, fields[index] ?? null])),
    rows: sheet.rows.length,
    accepted: sheet.rows.length - sheet.rejected.length - sheet.skipped.length,
    warnings: sheet.warnings,
    rejected: sheet.rejected,
    skipped: sheet.skipped,
    duplicatesInside: sheet.duplicates,
    samples: sheet.samples,
  };
}
