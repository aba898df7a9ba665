// Days and times in the cells of a list: text of every kind, date cells, and bare serial numbers in the workbook's own epoch.

import { partsOf, type IsoDate, isoDate, isRealDay } from '../../../shared/core/date';
import { readDay, type DateOrder, type DayProblem, type DayReading, type WrittenDay } from '../../../shared/core/day-text';
import type { ImportField } from '../../../shared/imports/fields';
import type { ProblemCode } from '../../../shared/imports/problem-codes';
import { isFault, isMoment, type Cell } from '../reading/table';
import { dayOfSerial, textOf, timeOfSerial, type Epoch } from './cell-text';
import type { Details, RowFindings } from './findings';

export interface DayHabits {
  readonly epoch: Epoch;
  readonly order: DateOrder | undefined;
  readonly calendar?: 'solar' | 'lunar' | undefined;
}

export const DAY_CODES: Readonly<Record<Exclude<DayProblem, 'empty'>, ProblemCode>> = {
  unreadable: 'date.unreadable',
  impossible: 'date.impossible',
  ambiguous: 'date.ambiguous',
  incomplete: 'date.incomplete',
  // 0000-00-00 is how an old program writes that there is no date
  placeholder: 'date.missing',
  'too-late': 'date.future',
};

export function readDayCell(cell: Cell, habits: DayHabits): DayReading {
  if (cell === null || isFault(cell)) return { ok: false, problem: 'empty' };
  if (isMoment(cell)) return fromSerial(cell.serial, habits);
  if (typeof cell === 'boolean') return { ok: false, problem: 'unreadable' };
  const text = textOf(cell).trim();
  // 25381 is a day that lost its format; 19900503 is one written in figures
  if (/^\d{1,5}(?:\.\d+)?$/.test(text) && (typeof cell === 'number' || text.length >= 5)) return fromSerial(Number(text), habits);
  return readDay(text, habits);
}

/** What of a day cannot be: the month, the leap month of that year, or the day of the month. */
export function impossibleIn({ year, month, day, leap }: WrittenDay): Details {
  if (month < 1 || month > 12) return { month };
  if (leap && year !== null) return { year, leap: month };
  return { ...(year === null ? {} : { year }), month, day };
}

/** A solar day with a year, reported under the field when it is none. Null when blank or not stored. */
export function takeDay(found: RowFindings, field: ImportField, habits: DayHabits): IsoDate | null {
  if (found.text(field) === '') return null;
  const reading = readDayCell(found.cell(field), habits);
  if (!reading.ok) {
    if (reading.problem !== 'empty') found.warn(field, DAY_CODES[reading.problem]);
    return null;
  }
  const { year, month, day, calendar } = reading.day;
  if (calendar === 'lunar') return warned(found, field, 'date.lunar');
  if (year !== null && !isRealDay(year, month, day)) return warned(found, field, 'date.impossible', impossibleIn(reading.day));
  if (year === null) return warned(found, field, 'date.no-year');
  if (reading.settled) found.note(field, 'date.order-inferred');
  return isoDate(year, month, day);
}

/** '14:30', or null when the text is no time of day. */
export function readTimeCell(cell: Cell): string | null {
  if (isMoment(cell)) return timeOfSerial(cell.serial);
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? timeOfSerial(cell) : null;
  const text = textOf(cell)
    .normalize('NFKC')
    .replace(/\p{Cf}|\s/gu, '')
    .toLowerCase();
  const match =
    /^(凌晨|早上|上午|中午|下午|晚上|傍晚)?(\d{1,2})(?:[:时點点h.](\d{1,2})?)?(?::\d{2}(?:\.\d+)?)?分?(半)?([ap])?\.?(?:m\.?)?$/u.exec(
      text,
    );
  if (!match) return null;
  const [, part, hourText, minuteText, half, meridiem] = match;
  if (minuteText === undefined && half === undefined && part === undefined && meridiem === undefined && !/[时點点h]/u.test(text))
    return null;
  const hour = hourOfDay(Number(hourText), part ?? meridiem ?? null);
  const minute = half === undefined ? Number(minuteText ?? 0) : 30;
  return hour === null || minute > 59 ? null : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOfDay(hour: number, part: string | null): number | null {
  const afternoon = part === 'p' || part === '下午' || part === '晚上' || part === '傍晚' || (part === '中午' && hour < 3);
  if (afternoon && hour < 12) return hour + 12;
  if ((part === 'a' || part === '凌晨') && hour === 12) return 0;
  return hour < 24 ? hour : null;
}

function fromSerial(serial: number, { epoch, calendar }: DayHabits): DayReading {
  const date = dayOfSerial(serial, epoch);
  if (date === null) return { ok: false, problem: serial > 100 ? 'unreadable' : 'impossible' };
  const time = serial === Math.floor(serial) ? null : timeOfSerial(serial);
  return { ok: true, day: { ...partsOf(date), calendar: calendar ?? 'solar', leap: false }, time, settled: false };
}

function warned(found: RowFindings, field: ImportField, code: ProblemCode, details: Details = {}): null {
  found.warn(field, code, details);
  return null;
}
