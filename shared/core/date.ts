// Calendar days and instants: a day is the text 'YYYY-MM-DD', an instant is UTC text with milliseconds. Nothing here asks the clock.

import { z } from 'zod';

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

const MS_PER_DAY = 86_400_000;

/** A real day of the calendar, 1900-01-01 to 2199-12-31. */
export const IsoDate = z
  .string()
  .refine((text): boolean => isIsoDate(text), 'date.impossible')
  .brand<'IsoDate'>();
export type IsoDate = z.output<typeof IsoDate>;

/** What Date.toISOString() writes: '2026-03-14T01:02:03.004Z'. */
export const IsoInstant = z
  .string()
  .refine((text): boolean => isIsoInstant(text), 'instant.impossible')
  .brand<'IsoInstant'>();
export type IsoInstant = z.output<typeof IsoInstant>;

export function isIsoDate(text: string): text is IsoDate {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isRealDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

const INSTANT = /^(\d{4})-(0[1-9]|1[0-2])-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** By its figures: a timeline asks it hundreds of times, and to make a date of a text and a text of it again takes four times as long. */
export function isIsoInstant(text: string): text is IsoInstant {
  const parts = INSTANT.exec(text);
  const day = Number(parts?.[3]);
  return parts !== null && day >= 1 && day <= daysInMonth(Number(parts[1]), Number(parts[2]));
}

export function isRealDay(year: number, month: number, day: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Throws a RangeError for a day that does not exist: check user input with isRealDay first. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  if (!isRealDay(year, month, day)) throw new RangeError('no such day');
  return asDay(Date.UTC(year, month - 1, day));
}

export function isoInstant(instant: Date): IsoInstant {
  // toISOString always writes the branded form
  return instant.toISOString() as IsoInstant;
}

/** The shop's local time as an instant; noon when nobody knows the time of day. */
export function instantOf(on: IsoDate, time: string | null): IsoInstant {
  const { year, month, day } = partsOf(on);
  const [hour = 12, minute = 0] = (time ?? '12:00').split(':').map(Number);
  return isoInstant(new Date(year, month - 1, day, hour, minute));
}

export function partsOf(day: IsoDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return asDay(timeOf(day) + Math.trunc(days) * MS_PER_DAY);
}

/** The 31st plus one month is the last day of the next month. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + Math.trunc(months);
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return isoDate(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** Positive when `to` is later. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((timeOf(to) - timeOf(from)) / MS_PER_DAY);
}

/** Midnight of the shop's own day, as an instant. */
export function startOfDay(day: IsoDate): IsoInstant {
  const { year, month, day: date } = partsOf(day);
  return isoInstant(new Date(year, month - 1, date));
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(timeOf(day)).getUTCDay() || 7;
}

/** The calendar day on which an instant falls, in the given zone or in the PC's own. */
export function todayAt(instant: Date, timeZone?: string): IsoDate {
  if (timeZone === undefined) return isoDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric' });
  const part = (type: string): number => Number(format.formatToParts(instant).find((found) => found.type === type)?.value);
  return isoDate(part('year'), part('month'), part('day'));
}

function timeOf(day: IsoDate): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

function asDay(time: number): IsoDate {
  const text = new Date(time).toISOString().slice(0, 10);
  if (!isIsoDate(text)) throw new RangeError('day out of range');
  return text;
}
