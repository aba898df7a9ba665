// Prints the table in shared/core/lunar-years.ts anew from the almanac's library: node scripts/lunar-years.mjs

import { LunarYear } from 'lunar-typescript';

const FIRST = 1899;
const LAST = 2200;
const A_LINE = 24;

const years = Array.from({ length: LAST - FIRST + 1 }, (_, index) => numberOf(FIRST + index));
for (let at = 0; at < years.length; at += A_LINE) console.log(`  '${years.slice(at, at + A_LINE).join('')}',`);

/** Five hexadecimal digits: the month that comes twice (0: none), then a bit for each of up to thirteen months, the first one lowest, set when it has 30 days. */
function numberOf(year) {
  const months = LunarYear.fromYear(year)
    .getMonths()
    .filter((month) => month.getYear() === year);
  const leap = Math.abs(months.find((month) => month.isLeap())?.getMonth() ?? 0);
  const long = months.reduce((bits, month, index) => bits | (month.getDayCount() === 30 ? 1 << index : 0), 0);
  return ((leap << 13) | long).toString(16).padStart(5, '0');
}
