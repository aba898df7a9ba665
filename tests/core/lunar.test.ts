// What the Chinese calendar promises: the table kept of each year says what the almanac's own library works out anew for every day.

import { Lunar, LunarMonth, LunarYear, Solar } from 'lunar-typescript';
import { describe, expect, it } from 'vitest';
import { addDays, FIRST_YEAR, isIsoDate, isoDate, LAST_YEAR, partsOf } from '../../shared/core/date';
import { lunarDayOf, solarDayOf } from '../../shared/core/lunar';

describe('the lunar calendar', () => {
  it('names a day as the almanac does, and finds it again by that name', () => {
    const last = addDays(isoDate(LAST_YEAR, 12, 31), -8);
    for (let day = isoDate(FIRST_YEAR, 1, 1); day < last; day = addDays(day, 7)) {
      const { year, month, day: dayOfMonth } = partsOf(day);
      const almanac = Solar.fromYmd(year, month, dayOfMonth).getLunar();
      const found = lunarDayOf(day);
      expect([found.year, found.leap ? -found.month : found.month, found.day]).toEqual([
        almanac.getYear(),
        almanac.getMonth(),
        almanac.getDay(),
      ]);
      expect(solarDayOf(found.year, found.month, found.day, found.leap)).toBe(day);
    }
  });

  it('takes the nearest day a family would celebrate where a year lacks it, in every year it knows', () => {
    for (let year = FIRST_YEAR - 1; year <= LAST_YEAR + 1; year += 1) {
      const leapMonth = LunarYear.fromYear(year).getLeapMonth();
      for (let month = 1; month <= 12; month += 1) {
        const named = leapMonth === month ? -month : month;
        const day = Math.min(30, LunarMonth.fromYm(year, named)?.getDayCount() ?? 29);
        const solar = Lunar.fromYmd(year, named, day).getSolar().toYmd();
        expect(solarDayOf(year, month, 30, true)).toBe(isIsoDate(solar) ? solar : null);
      }
    }
  });
});
