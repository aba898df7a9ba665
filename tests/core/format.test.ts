// Days, money and times as they are written in each language.

import { describe, expect, it } from 'vitest';
import { makeBirthday, type Birthday, type BirthdayParts } from '../../shared/core/birthday';
import { isoDate } from '../../shared/core/date';
import { cents } from '../../shared/core/money';
import { formatIn } from '../../shared/core/format';

const zh = formatIn('zh-CN');
const en = formatIn('en');
const today = isoDate(2026, 11, 22);

describe('format', () => {
  it('writes a whole day with its weekday', () => {
    expect(zh.fullDay(today)).toBe('2026年11月22日 周日');
    expect(en.fullDay(today)).toBe('22 Nov 2026 (Sun)');
  });

  it('leaves the year out of a short day only in the present year', () => {
    expect(zh.shortDay(isoDate(2026, 3, 4), today)).toBe('3月4日');
    expect(zh.shortDay(isoDate(2025, 3, 4), today)).toBe('2025年3月4日');
    expect(en.shortDay(isoDate(2025, 3, 4), today)).toBe('4 Mar 2025');
  });

  it('counts days from today in words', () => {
    expect([0, 1, -1, 5, -41].map((days) => zh.relative(shifted(days), today))).toEqual(['今天', '明天', '昨天', '5天后', '41天前']);
    expect(en.relative(shifted(-41), today)).toBe('41 days ago');
  });

  it('writes lunar days the way they are said', () => {
    expect(zh.lunar(isoDate(2026, 11, 24))).toBe('农历十月十六');
    expect(zh.birthday(birthday({ calendar: 'lunar', year: 1985, month: 8, day: 6 }))).toBe('1985年农历八月初六');
    expect(zh.birthday(birthday({ calendar: 'lunar', year: 1990, month: 5, day: 23, leap: true }))).toBe('1990年农历闰五月廿三');
    expect(zh.birthday(birthday({ calendar: 'lunar', year: null, month: 12, day: 30 }))).toBe('农历腊月三十');
  });

  it('writes birthdays without a year without one', () => {
    expect(zh.birthday(birthday({ calendar: 'solar', year: null, month: 5, day: 3 }))).toBe('5月3日');
    expect(en.birthday(birthday({ calendar: 'solar', year: 1990, month: 5, day: 3 }))).toBe('3 May 1990');
  });

  it('groups thousands in money and counts', () => {
    expect(zh.money(cents(128_000))).toBe('¥1,280.00');
    expect(zh.money(cents(-9_950))).toBe('-¥99.50');
    expect(en.count(1286)).toBe('1,286');
  });
});

function shifted(days: number) {
  const date = new Date(Date.UTC(2026, 10, 22 + days));
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function birthday(parts: Omit<BirthdayParts, 'leap'> & { leap?: boolean }): Birthday {
  const made = makeBirthday({ leap: false, ...parts });
  if (!made.ok) throw new Error('no such birthday');
  return made.birthday;
}
