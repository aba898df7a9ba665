// What the value types promise about birthdays, solar and lunar.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, birthdayKey, birthdayKeysBetween, Birthday, nextOccurrence, parseBirthday } from '../../shared/core/birthday';
import { addDays, daysBetween, IsoDate } from '../../shared/core/date';

const day = (text: string): IsoDate => IsoDate.parse(text);
const born = (text: string): Birthday => Birthday.parse(text);

describe('a birthday', () => {
  it.each([
    ['1988.6.1', '1988-06-01'],
    ['１９９８－０８－１４', '1998-08-14'],
    ['1990年5月3日', '1990-05-03'],
    ['19900503', '1990-05-03'],
    ['民國80年5月3日', '1991-05-03'],
    ['民国80.5.3', '1991-05-03'],
    ['31/12/1999', '1999-12-31'],
    ['5月21日', '--05-21'],
    ['5-3', '--05-03'],
    ['--0503', '--05-03'],
    ['2月29日', '--02-29'],
    ['农历1985年八月十五', 'lunar:1985-08-15'],
    ['1985-8-15（农历）', 'lunar:1985-08-15'],
    ['阴历8月15', 'lunar:--08-15'],
    ['農曆正月初一', 'lunar:--01-01'],
    ['农历冬月十一', 'lunar:--11-11'],
    ['农历腊月廿三', 'lunar:--12-23'],
    ['农历八月三十', 'lunar:--08-30'],
    ['农历 1990年闰五月初三', 'lunar:1990-L05-03'],
    ['May 3, 1990', '1990-05-03'],
  ])('is read from %j', (typed, birthday) => {
    expect(parseBirthday(typed)).toEqual({ ok: true, birthday });
  });

  it.each([
    ['1989-02-29', 'impossible'],
    ['1990年2月30日', 'impossible'],
    ['1991.13.5', 'impossible'],
    ['农历十三月初一', 'impossible'],
    ['农历1991年闰五月初三', 'impossible'],
    ['农历五月卅一', 'impossible'],
    ['90后', 'unreadable'],
    ['03/04/1990', 'ambiguous'],
    ['90.5.3', 'ambiguous'],
    ['八月十五', 'ambiguous'],
    ['1990年5月', 'incomplete'],
    ['0000-00-00', 'placeholder'],
    ['2999-01-01', 'too-late'],
    ['', 'empty'],
  ])('is not read from %j, and the reason is named', (typed, problem) => {
    expect(parseBirthday(typed)).toEqual({ ok: false, problem });
  });

  it('in an ambiguous order follows the order of the list, once that is known', () => {
    expect(parseBirthday('03/04/1990', { order: 'mdy' })).toEqual({ ok: true, birthday: '1990-03-04' });
    expect(parseBirthday('03/04/1990', { order: 'dmy' })).toEqual({ ok: true, birthday: '1990-04-03' });
  });

  it('of 29 February is celebrated on the 28th in common years', () => {
    expect(nextOccurrence(born('1992-02-29'), day('2026-01-01'))).toBe('2026-02-28');
    expect(nextOccurrence(born('--02-29'), day('2028-02-28'))).toBe('2028-02-29');
  });

  it('by the lunar calendar falls on the day the almanac says', () => {
    expect(nextOccurrence(born('lunar:--08-15'), day('2026-03-14'))).toBe('2026-09-25');
    expect(nextOccurrence(born('lunar:1985-01-01'), day('2026-01-01'))).toBe('2026-02-17');
    // 2025 had a second sixth month
    expect(nextOccurrence(born('lunar:1987-L06-01'), day('2025-07-20'))).toBe('2025-07-25');
    expect(nextOccurrence(born('lunar:1987-L06-01'), day('2026-01-01'))).toBe('2026-07-14');
  });

  it('counts full years, and none without a year', () => {
    expect(ageOn(born('1990-05-03'), day('2026-05-02'))).toBe(35);
    expect(ageOn(born('1990-05-03'), day('2026-05-03'))).toBe(36);
    expect(ageOn(born('--05-03'), day('2026-05-03'))).toBeNull();
    expect(ageOn(born('lunar:1985-08-15'), day('2026-09-25'))).toBe(41);
  });

  it('is found by its key on exactly the day of its next celebration', () => {
    const anyBirthday = fc
      .record({
        lunar: fc.boolean(),
        year: fc.integer({ min: 1930, max: 2015 }),
        month: fc.integer({ min: 1, max: 12 }),
        dom: fc.integer({ min: 1, max: 30 }),
        leap: fc.boolean(),
      })
      .map(
        ({ lunar, year, month, dom, leap }) =>
          `${lunar ? 'lunar:' : ''}${year}-${lunar && leap ? 'L' : ''}${String(month).padStart(2, '0')}-${String(dom).padStart(2, '0')}`,
      )
      .filter((text) => Birthday.safeParse(text).success)
      .map(born);
    fc.assert(
      fc.property(anyBirthday, fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 60 }), (birthday, shift, days) => {
        const today = addDays(day('2020-01-01'), shift);
        const next = nextOccurrence(birthday, today);
        const expected = daysBetween(today, next) < days ? next : undefined;
        expect(birthdayKeysBetween(today, days).get(birthdayKey(birthday))).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });
});
