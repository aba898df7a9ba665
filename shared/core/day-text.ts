// Reads a day as people write it, in Chinese, English or figures, solar or lunar, with or without a year. Never guesses an order it does not know.

import { LAST_YEAR } from './date';
import { readChineseDay } from './day-text-chinese';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export interface DayOptions {
  /** How the rest of the list writes days such as 03/04/1990; without it they are ambiguous. */
  readonly order?: DateOrder | undefined;
  /** When another column says which calendar the figures mean. */
  readonly calendar?: 'solar' | 'lunar' | undefined;
}

export interface WrittenDay {
  readonly calendar: 'solar' | 'lunar';
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

export type DayProblem = 'empty' | 'unreadable' | 'impossible' | 'ambiguous' | 'incomplete' | 'placeholder' | 'too-late';

/** `time` is the clock time written behind the day, if any; `settled` says that only the order of the list decided. */
export type DayReading =
  | { readonly ok: true; readonly day: WrittenDay; readonly time: string | null; readonly settled: boolean }
  | { readonly ok: false; readonly problem: DayProblem };

const LUNAR_WORDS = /[([]?(?:农历|阴历|旧历|農曆|陰曆|舊曆|农曆|lunar)[)\]]?[:\s]*/giu;
const SOLAR_WORDS = /[([]?(?:公历|阳历|新历|國曆|国历|公曆|陽曆|西元|公元)[)\]]?[:\s]*/giu;
const TIME = /[\sT]+(?:上午|下午|晚上)?\s*(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?)\s*(?:Z|[+-]\d{2}:?\d{2})?$/iu;
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const SPANISH_MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

export function readDay(typed: string, options: DayOptions = {}): DayReading {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^['‘’`\s]+/u, '')
    .trim();
  if (text === '') return problem('empty');
  const time = TIME.exec(text)?.[1]?.trim() ?? null;
  const dayText = text.replace(TIME, '');
  const saysLunar = dayText.search(LUNAR_WORDS) >= 0;
  const bare = dayText.replace(LUNAR_WORDS, '').replace(SOLAR_WORDS, '').trim();
  const calendar = saysLunar ? 'lunar' : (options.calendar ?? 'solar');
  const chinese = readChineseDay(bare, calendar === 'lunar');
  if (chinese) return 'problem' in chinese ? problem(chinese.problem) : found({ ...chinese, calendar }, time);
  return readFigures(rocToWestern(bare), calendar, options.order, time);
}

function readFigures(text: string, calendar: 'solar' | 'lunar', order: DateOrder | undefined, time: string | null): DayReading {
  const day = (year: number | null, month: number, dayOfMonth: number, settled = false): DayReading =>
    found({ calendar, year, month, day: dayOfMonth, leap: false }, time, settled);

  const ymd = /^(\d{4})\s*[-./年\s]\s*(\d{1,2})\s*[-./月\s]\s*(\d{1,2})\s*[日号號]?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (ymd) return day(Number(ymd[1]), Number(ymd[2]), Number(ymd[3]));
  const xxy = /^(\d{1,2})\s*[-./\s]\s*(\d{1,2})\s*[-./\s]\s*(\d{4})$/.exec(text);
  if (xxy) return byOrder(Number(xxy[1]), Number(xxy[2]), Number(xxy[3]), order, day);
  const noYear = /^(?:--)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/u.exec(text) ?? /^--(\d{2})-?(\d{2})$/.exec(text);
  if (noYear) return day(null, Number(noYear[1]), Number(noYear[2]));
  const pair = /^(\d{1,2})[-./](\d{1,2})$/.exec(text);
  if (pair) return order === 'dmy' ? day(null, Number(pair[2]), Number(pair[1])) : day(null, Number(pair[1]), Number(pair[2]));
  const named = byMonthName(text);
  if (named) return day(named.year, named.month, named.day);
  // two figures for the year: 90.5.3 and 5/3/90 read differently in every country
  if (/^\d{2}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号號]?$|^\d{1,2}[-./]\d{1,2}[-./]\d{2}$/u.test(text))
    return problem('ambiguous');
  if (/^\d{4}\s*[-./年]\s*(?:\d{1,2}\s*月?)?$/u.test(text) || /^(?:19|20)\d{2}$/.test(text)) return problem('incomplete');
  return problem('unreadable');
}

function byOrder(
  first: number,
  second: number,
  year: number,
  order: DateOrder | undefined,
  day: (y: number, m: number, d: number, settled?: boolean) => DayReading,
): DayReading {
  if (first > 12 && second <= 12) return day(year, second, first);
  if (second > 12 || first === second) return day(year, first, second);
  if (order === 'mdy') return day(year, first, second, true);
  if (order === 'dmy') return day(year, second, first, true);
  return problem('ambiguous');
}

function byMonthName(text: string): { readonly year: number | null; readonly month: number; readonly day: number } | null {
  const front = /^([a-záéíóú]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/iu.exec(text);
  const behind = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:de\s+)?([a-záéíóú]{3,12})\.?(?:,?[\s-]+(?:de\s+)?(\d{4}))?$/iu.exec(text);
  const [name, day, year] = front ? [front[1], front[2], front[3]] : behind ? [behind[2], behind[1], behind[3]] : [];
  if (name === undefined) return null;
  const start = name.slice(0, 3).toLowerCase();
  const month = Math.max(ENGLISH_MONTHS.indexOf(start), SPANISH_MONTHS.indexOf(start)) + 1;
  return month === 0 ? null : { year: year === undefined ? null : Number(year), month, day: Number(day) };
}

function rocToWestern(text: string): string {
  return text.replace(/^(?:中華)?民[國国]\s*(元|\d{1,3})\s*/u, (_, year: string) => String((year === '元' ? 1 : Number(year)) + 1911));
}

function found(day: WrittenDay, time: string | null, settled = false): DayReading {
  if (day.year === 0 || (day.month === 0 && day.day === 0)) return problem('placeholder');
  if (day.year !== null && day.year > LAST_YEAR) return problem('too-late');
  return { ok: true, day, time, settled };
}

function problem(name: DayProblem): DayReading {
  return { ok: false, problem: name };
}
