// How days, money and times are written in each language, on screens and on paper. Absolute first; relative only beside the absolute.

import { readBirthday, type Birthday } from './birthday';
import { daysBetween, partsOf, todayAt, weekdayOf, type IsoDate, type IsoInstant } from './date';
import { HIDDEN } from './marks';
import { lunarDayOf } from './lunar';
import { formatMoney, type Cents } from './money';

export interface Format {
  /** 2026年11月22日 周日 / 22 Nov 2026 (Sun) */
  fullDay(day: IsoDate): string;
  /** 2026年11月22日 / 22 Nov 2026 */
  day(day: IsoDate): string;
  /** 11月22日 / 22 Nov; with the year when it is not this one's. */
  shortDay(day: IsoDate, today: IsoDate): string;
  /** 11月22日 周日 / 22 Nov (Sun) */
  dueDay(day: IsoDate): string;
  /** 周日 / Sun */
  weekday(day: IsoDate): string;
  /** 2026年11月 / Nov 2026, from a day or '2026-11' */
  month(month: string): string;
  /** 11月 / Nov */
  monthOnly(month: string): string;
  /** 今天 · 3天前 · 2天后 */
  relative(day: IsoDate, today: IsoDate): string;
  /** 15:24, in the PC's zone */
  clock(instant: IsoInstant | Date): string;
  /** the day of an instant and its time */
  moment(instant: IsoInstant): string;
  /** Hidden, it is ¥ ****; where one can choose, the Money component says so to screen readers too. */
  money(amount: Cents | null): string;
  count(number: number): string;
  /** 412 MB · 41.2 GB */
  size(bytes: number): string;
  /** 农历十月十六 / lunar 10-16 */
  lunar(day: IsoDate): string;
  birthday(birthday: Birthday): string;
  /** 姓名、电话 / name, phone */
  list(words: readonly string[]): string;
}

export function formatIn(language: 'zh-CN' | 'en'): Format {
  return language === 'en' ? ENGLISH : CHINESE;
}

const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LUNAR_MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const CHINESE: Format = {
  ...common(),
  fullDay: (day) => `${zhDay(day)} ${zhWeekday(day)}`,
  day: zhDay,
  shortDay: (day, today) => (day.slice(0, 4) === today.slice(0, 4) ? zhShort(day) : zhDay(day)),
  dueDay: (day) => `${zhShort(day)} ${zhWeekday(day)}`,
  weekday: zhWeekday,
  month: (month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`,
  monthOnly: (month) => `${Number(month.slice(5, 7))}月`,
  relative: (day, today) =>
    relative(day, today, { today: '今天', tomorrow: '明天', yesterday: '昨天', ago: (n) => `${n}天前`, ahead: (n) => `${n}天后` }),
  moment: (instant) => `${zhDay(todayAt(new Date(instant)))} ${clock(instant)}`,
  lunar: (day) => zhLunar(lunarDayOf(day)),
  birthday: (birthday) => {
    const { calendar, year, month, day, leap } = readBirthday(birthday);
    if (calendar === 'solar') return `${year === null ? '' : `${year}年`}${month}月${day}日`;
    return `${year === null ? '' : `${year}年`}${zhLunar({ month, day, leap })}`;
  },
  list: (words) => words.join('、'),
};

const ENGLISH: Format = {
  ...common(),
  fullDay: (day) => `${enDay(day)} (${enWeekday(day)})`,
  day: enDay,
  shortDay: (day, today) => (day.slice(0, 4) === today.slice(0, 4) ? enShort(day) : enDay(day)),
  dueDay: (day) => `${enShort(day)} (${enWeekday(day)})`,
  weekday: enWeekday,
  month: (month) => `${MONTHS_EN[Number(month.slice(5, 7)) - 1] ?? ''} ${Number(month.slice(0, 4))}`,
  monthOnly: (month) => MONTHS_EN[Number(month.slice(5, 7)) - 1] ?? '',
  relative: (day, today) =>
    relative(day, today, {
      today: 'today',
      tomorrow: 'tomorrow',
      yesterday: 'yesterday',
      ago: (n) => `${n} days ago`,
      ahead: (n) => `in ${n} days`,
    }),
  moment: (instant) => `${enDay(todayAt(new Date(instant)))} ${clock(instant)}`,
  lunar: (day) => enLunar(lunarDayOf(day)),
  birthday: (birthday) => {
    const { calendar, year, month, day, leap } = readBirthday(birthday);
    if (calendar === 'lunar') return `${enLunar({ month, day, leap })}${year === null ? '' : `, ${year}`}`;
    return `${day} ${MONTHS_EN[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`;
  },
  list: (words) => words.join(', '),
};

function common(): Pick<Format, 'clock' | 'money' | 'count' | 'size'> {
  return {
    clock,
    money: (amount) => (amount === null ? `¥ ${HIDDEN}` : formatMoney(amount)),
    count: (number) => number.toLocaleString('en-US'),
    size,
  };
}

function clock(instant: IsoInstant | Date): string {
  const at = new Date(instant);
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** As disks are sold and folders are listed: a thousand to the next unit, three figures at most. */
const UNITS = [
  { name: 'TB', bytes: 1e12 },
  { name: 'GB', bytes: 1e9 },
  { name: 'MB', bytes: 1e6 },
];

function size(bytes: number): string {
  const unit = UNITS.find((one) => bytes >= one.bytes);
  if (!unit) return `${Math.ceil(bytes / 1000)} KB`;
  const amount = bytes / unit.bytes;
  return `${amount < 100 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit.name}`;
}

function zhDay(day: IsoDate): string {
  return `${partsOf(day).year}年${zhShort(day)}`;
}

function zhShort(day: IsoDate): string {
  const { month, day: dayOfMonth } = partsOf(day);
  return `${month}月${dayOfMonth}日`;
}

function zhWeekday(day: IsoDate): string {
  return WEEKDAYS_ZH[weekdayOf(day) - 1] ?? '';
}

function enDay(day: IsoDate): string {
  return `${enShort(day)} ${partsOf(day).year}`;
}

function enShort(day: IsoDate): string {
  const { month, day: dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${MONTHS_EN[month - 1] ?? ''}`;
}

function enWeekday(day: IsoDate): string {
  return WEEKDAYS_EN[weekdayOf(day) - 1] ?? '';
}

interface RelativeWords {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  ago(days: number): string;
  ahead(days: number): string;
}

function relative(day: IsoDate, today: IsoDate, words: RelativeWords): string {
  const days = daysBetween(today, day);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  return days > 0 ? words.ahead(days) : words.ago(-days);
}

interface LunarMonthDay {
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

function zhLunar({ month, day, leap }: LunarMonthDay): string {
  return `农历${leap ? '闰' : ''}${LUNAR_MONTHS[month - 1] ?? ''}月${zhLunarDay(day)}`;
}

function zhLunarDay(day: number): string {
  if (day <= 10) return `初${DIGITS[day] ?? ''}`;
  if (day === 20) return '二十';
  if (day === 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[day % 10] ?? ''}`;
}

function enLunar({ month, day, leap }: LunarMonthDay): string {
  return `${leap ? 'leap ' : ''}lunar month ${month}, day ${day}`;
}
