// What a person sees in a cell, as text.

import { addDays, isoDate, type IsoDate } from '../../../shared/core/date';
import { isFault, isMoment, type Cell } from '../reading/table';

export type Epoch = 1900 | 1904;

/** In the year 2195, in either epoch: beyond it a number is no day of anybody's life. */
const LAST_SERIAL = 106_500;

export function textOf(cell: Cell, epoch: Epoch = 1900): string {
  if (cell === null) return '';
  if (isFault(cell)) return cell.text;
  if (isMoment(cell)) return momentText(cell.serial, cell.shows, epoch);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

/** The day of a serial number; null for 1900-02-29, which Excel counts although it never was, and beyond the calendar. */
export function dayOfSerial(serial: number, epoch: Epoch): IsoDate | null {
  const days = Math.floor(serial);
  if (days < 0 || days > LAST_SERIAL) return null;
  if (epoch === 1904) return addDays(isoDate(1904, 1, 1), days);
  if (days === 60 || days === 0) return null;
  return addDays(isoDate(1900, 1, 1), days > 60 ? days - 2 : days - 1);
}

/** 0.604167 is '14:30'. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function momentText(serial: number, shows: 'date' | 'time' | 'date-time', epoch: Epoch): string {
  if (shows === 'time') return timeOfSerial(serial);
  const date = dayOfSerial(serial, epoch) ?? String(serial);
  return shows === 'date' ? date : `${date} ${timeOfSerial(serial)}`;
}
