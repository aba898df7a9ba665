// Days written with Chinese numerals: 八月十五, 冬月十一, 一九八五年闰五月初三.

export interface ChineseDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

const DIGITS = '〇一二三四五六七八九';
const FORM =
  /^(?:([〇零○一二三四五六七八九\d]{4})\s*年\s*)?(闰|閏)?\s*(正|冬|腊|臘|十[一二三四五六七八九]?|[一二三四五六七八九]|\d{1,2})\s*月\s*(初?[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|\d{1,2})\s*[日号號]?$/u;

/**
 * Null when the text is not of this kind. `expected` says that the list or the text names the lunar calendar; without it
 * 八月十五 may be either calendar, and only a person can say which.
 */
export function readChineseDay(text: string, expected: boolean): ChineseDay | { readonly problem: 'ambiguous' } | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, year, leap, month = '', day = ''] = match;
  const figuresOnly = /^\d+$/.test(month) && /^\d+$/.test(day) && leap === undefined;
  if (!expected && figuresOnly) return null;
  if (!expected) return { problem: 'ambiguous' };
  return { year: year === undefined ? null : yearFrom(year), month: monthFrom(month), day: dayFrom(day), leap: leap !== undefined };
}

function yearFrom(text: string): number {
  return Number([...text].map((char) => (/\d/.test(char) ? char : Math.max(0, DIGITS.indexOf(char)))).join(''));
}

function monthFrom(text: string): number {
  if (text === '正') return 1;
  if (text === '冬') return 11;
  return text === '腊' || text === '臘' ? 12 : numberFrom(text);
}

function dayFrom(text: string): number {
  return numberFrom(text.replace('初', '').replace('廿', '二十').replace('卅', '三十'));
}

function numberFrom(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const figure = (char: string | undefined, empty: number): number =>
    char === undefined || char === '' ? empty : char === '0' ? 0 : DIGITS.indexOf(char);
  return figure(tens, 1) * 10 + figure(ones, 0);
}
