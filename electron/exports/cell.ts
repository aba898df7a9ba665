// What a cell of a workbook can hold: text that XML allows, days and instants as the numbers Excel counts them by, money as money.

import { readBirthday, type Birthday } from '../../shared/core/birthday';
import { daysBetween, isIsoDate, isoDate, type IsoDate } from '../../shared/core/date';
import type { Language } from './words';

export type Cell = string | number | null;

/** Excel's own limit. */
export const LONGEST_TEXT = 32_767;

/** Excel counts days from 1899-12-31 and believes in a 29 February 1900: before March of that year programs disagree, so such a day is text. */
export function dayCell(day: string | null): Cell {
  if (day === null) return null;
  // A book has far fewer days than rows.
  let cell = KNOWN_DAYS.get(day);
  if (cell === undefined) {
    if (KNOWN_DAYS.size === MOST_KNOWN_DAYS) KNOWN_DAYS.clear();
    cell = isIsoDate(day) && day >= FIRST_SURE_DAY ? serialOf(day) : day;
    KNOWN_DAYS.set(day, cell);
  }
  return cell;
}

const KNOWN_DAYS = new Map<string, string | number>();
const MOST_KNOWN_DAYS = 20_000;

/** '15:30' as the part of a day that it is. */
export function timeCell(time: string | null): Cell {
  const match = /^(\d{2}):(\d{2})$/.exec(time ?? '');
  return match ? (Number(match[1]) * 60 + Number(match[2])) / 1440 : time;
}

/** An instant as the shop's clock showed it. */
export function instantCell(instant: string | null): Cell {
  if (instant === null) return null;
  const local = new Date(instant);
  const day = isoDate(local.getFullYear(), local.getMonth() + 1, local.getDate());
  return serialOf(day) + (local.getHours() * 60 + local.getMinutes()) / 1440;
}

export function moneyCell(cents: number | null): Cell {
  return cents === null ? null : cents / 100;
}

/** A day where it is one; a lunar or yearless birthday in words an import understands. */
export function birthdayCell(birthday: Birthday | null, language: Language): Cell {
  if (birthday === null) return null;
  const { calendar, year, month, day, leap } = readBirthday(birthday);
  if (calendar === 'solar' && year !== null) return dayCell(birthday);
  const two = (value: number) => String(value).padStart(2, '0');
  if (language === 'en' && !leap)
    return `${calendar === 'lunar' ? 'lunar ' : ''}${year === null ? '' : `${year}-`}${two(month)}-${two(day)}`;
  return `${calendar === 'lunar' ? '农历' : ''}${year === null ? '' : `${year}年`}${leap ? '闰' : ''}${month}月${day}日`;
}

/** Takes out what no XML can hold, halves of characters included, keeps what only looks like an escape of Excel's, and cuts at Excel's limit. */
export function textCell(text: string | null, cut: string): Cell {
  if (text === null || text === '') return null;
  if (text.length <= LONGEST_TEXT && !MAY_BE_UNWRITABLE.test(text)) return text;
  const clean = text.replace(/\r\n?/g, '\n').replace(UNWRITABLE, '').replace(ESCAPE_LIKE, '_x005F_');
  if (clean.length <= LONGEST_TEXT) return clean;
  // Not through the middle of a character.
  return clean.slice(0, LONGEST_TEXT - cut.length).replace(/[\ud800-\udbff]$/, '') + cut;
}

const FIRST_SURE_DAY = '1900-03-01';
const EXCEL_ZERO = isoDate(1900, 1, 1);
// With the u flag a surrogate matches only when its other half is missing.
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu;
// Whatever one of the others might change; most texts hold nothing of it and are looked at once.
// eslint-disable-next-line no-control-regex -- control characters are what this is about
const MAY_BE_UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff\ud800-\udfff]|_x/;
const ESCAPE_LIKE = /_(?=x[0-9a-fA-F]{4}_)/g;

function serialOf(day: IsoDate): number {
  return daysBetween(EXCEL_ZERO, day) + 2;
}
