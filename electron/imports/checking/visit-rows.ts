// Reads one row of a list of visits. Without a day, an amount or a person the row makes no visit; anything else costs only its cell.

import type { IsoDate } from '../../../shared/core/date';
import { isRealDay, isoDate } from '../../../shared/core/date';
import type { Cents } from '../../../shared/core/money';
import { NOTE_LENGTH } from '../../../shared/core/text';
import { isFault } from '../reading/table';
import { readMoneyCell, takeCount } from './amounts';
import type { ClientReference, VisitCandidate } from './candidates';
import { DAY_CODES, impossibleIn, readDayCell, readTimeCell } from './day-cells';
import type { RowFindings } from './findings';
import type { Habits } from './habits';
import { takePhones } from './phone-cells';
import { takeLine, takeNote } from './texts';

export function readVisitRow(found: RowFindings, habits: Habits, today: IsoDate): VisitCandidate | null {
  const when = takeMoment(found, habits, today);
  const amountCents = takeAmount(found);
  const client = takeClient(found, habits);
  const record = {
    row: found.row.number,
    number: takeLine(found, 'visitNumber', 40),
    time: when?.time ?? null,
    service: takeLine(found, 'service', 120),
    staff: takeLine(found, 'staff', 40),
    quantity: takeCount(found, 'quantity', false) || 1,
    payment: takeLine(found, 'payment', 40),
    note: takeNote(found, 'note', NOTE_LENGTH),
    remarks: found.remarks,
  };
  return when === null || amountCents === null || client === null ? null : { ...record, on: when.on, amountCents, client };
}

function takeMoment(found: RowFindings, habits: Habits, today: IsoDate): { readonly on: IsoDate; readonly time: string | null } | null {
  const field = found.columns.has('date') ? 'date' : 'dateTime';
  const cell = found.cell(field);
  if (isFault(cell)) {
    found.reject(field, cell.fault === 'error' ? 'formula.error' : 'formula.uncached');
    return null;
  }
  const reading = readDayCell(cell, { epoch: habits.epoch, order: habits.order(field) });
  if (!reading.ok) {
    found.reject(field, reading.problem === 'empty' ? 'date.missing' : DAY_CODES[reading.problem]);
    return null;
  }
  const { year, month, day, calendar } = reading.day;
  if (year === null || calendar === 'lunar') found.reject(field, year === null ? 'date.no-year' : 'date.lunar');
  else if (!isRealDay(year, month, day)) found.reject(field, 'date.impossible', impossibleIn(reading.day));
  else if (isoDate(year, month, day) > today) found.reject(field, 'date.future');
  else {
    if (reading.settled) found.note(field, 'date.order-inferred');
    return { on: isoDate(year, month, day), time: takeTime(found) ?? (reading.time === null ? null : readTimeCell(reading.time)) };
  }
  return null;
}

function takeTime(found: RowFindings): string | null {
  if (found.text('time') === '') return null;
  const time = readTimeCell(found.cell('time'));
  if (time === null) found.warn('time', 'time.invalid');
  return time;
}

/** Less than zero is a refund, and right. */
function takeAmount(found: RowFindings): Cents | null {
  const cell = found.cell('amount');
  if (isFault(cell)) {
    found.reject('amount', cell.fault === 'error' ? 'formula.error' : 'formula.uncached');
    return null;
  }
  const reading = readMoneyCell(found, 'amount');
  if (!reading.ok) {
    found.reject('amount', 'amount.invalid');
    return null;
  }
  if (reading.cents < 0) found.note('amount', 'amount.negative');
  return reading.cents;
}

function takeClient(found: RowFindings, habits: Habits): ClientReference | null {
  const number = takeLine(found, 'clientNumber', 40);
  const phones = takePhones(found, ['clientPhone'], habits, false).map(({ e164 }) => e164);
  const name = takeLine(found, 'clientName', 60);
  const walkIn = name !== null && /^(?:散客|路过客|过路客|walk-?in|guest|cash customer)$/iu.test(name);
  if (number !== null || phones.length > 0 || (name !== null && !walkIn)) return { number, phones, name };
  found.reject(
    found.columns.has('clientName') ? 'clientName' : found.columns.has('clientPhone') ? 'clientPhone' : 'clientNumber',
    walkIn ? 'client.walk-in' : 'client.missing',
  );
  return null;
}
