// Reads one row of a client list. Only a missing name refuses the row; any other bad cell costs that cell and is said.

import { ageOn, makeBirthday, type Birthday } from '../../../shared/core/birthday';
import type { IsoDate } from '../../../shared/core/date';
import { NOTE_LENGTH } from '../../../shared/core/text';
import type { ImportField } from '../../../shared/imports/fields';
import { isBlankCell } from '../reading/table';
import { alertFrom, alertsIn, saysNone } from './alerts';
import { takeCount, takeMoney } from './amounts';
import type { BroughtOver, ClientCandidate } from './candidates';
import { DAY_CODES, impossibleIn, readDayCell, takeDay } from './day-cells';
import type { RowFindings } from './findings';
import type { Habits } from './habits';
import { takeName } from './names';
import { NO_WISHES, noteMissing, takeOwn, type ShopWishes } from './own-cells';
import { takePhones } from './phone-cells';
import { takeEmail, takeLine, takeNote, takeTags } from './texts';

export function readClientRow(found: RowFindings, habits: Habits, today: IsoDate, wishes: ShopWishes = NO_WISHES): ClientCandidate | null {
  const name = takeName(found, habits);
  const phones = takePhones(found, ['phone', 'phone2'], habits, name !== null);
  const preferences = takeNote(found, 'preferences', NOTE_LENGTH);
  const allergies = takeNote(found, 'allergies', NOTE_LENGTH);
  const inNotes = alertsIn(preferences ?? '');
  if (inNotes.length > 0) found.note('preferences', 'note.alert-word', { text: inNotes[0]?.text ?? '' });
  const none = allergies !== null && saysNone(allergies);
  const record = {
    ...name,
    row: found.row.number,
    number: takeLine(found, 'number', 40),
    nickname: takeLine(found, 'nickname', 80),
    gender: takeGender(found, habits),
    birthday: takeBirthday(found, habits, today),
    phones,
    wechat: takeLine(found, 'wechat', 80),
    email: takeEmail(found),
    address: takeAddress(found),
    source: takeLine(found, 'source', 80),
    referrer: takeLine(found, 'referrer', 80),
    occupation: takeLine(found, 'occupation', 80),
    staff: takeLine(found, 'staff', 40),
    tier: takeLine(found, 'tier', 40),
    tags: takeTags(found),
    preferences,
    allergies: none ? null : allergies,
    askedNoAlerts: none && inNotes.length === 0,
    alerts: [...(allergies === null || none ? [] : [alertFrom(allergies)]), ...inNotes],
    broughtOver: takeBroughtOver(found, habits, today),
    own: takeOwn(found, wishes.own),
    remarks: found.remarks,
  };
  noteMissing(found, record, wishes);
  return name === null ? null : { ...record, ...name };
}

function takeGender(found: RowFindings, habits: Habits): 'female' | 'male' | null {
  const text = found.text('gender').normalize('NFKC').toLowerCase().replace(/\.0$/, '');
  if (/^(?:女|女士|女性|小姐|太太|f|w|female|woman|mujer|femenino|ms|mrs|miss)\.?$/u.test(text)) return 'female';
  if (/^(?:男|男士|男性|先生|m|male|man|hombre|masculino|mr)\.?$/u.test(text)) return 'male';
  const coded = habits.genderOf.get(text);
  if (coded !== undefined) return coded;
  const unsaid = /^(?:|保密|未知|不详|不愿透露|其他|未填|unknown|other|prefer not to say|not specified|non-?binary|otro|-+)$/u.test(text);
  if (!unsaid) found.warn('gender', 'gender.unknown');
  return null;
}

function takeBirthday(found: RowFindings, habits: Habits, today: IsoDate): Birthday | null {
  if (found.text('birthday') === '') return null;
  const reading = readDayCell(found.cell('birthday'), {
    epoch: habits.epoch,
    order: habits.order('birthday'),
    calendar: calendarOf(found, habits),
  });
  if (!reading.ok) {
    if (reading.problem !== 'empty') found.warn('birthday', DAY_CODES[reading.problem]);
    return null;
  }
  const made = makeBirthday(reading.day);
  if (!made.ok) {
    found.warn('birthday', 'date.impossible', impossibleIn(reading.day));
    return null;
  }
  if (reading.settled) found.note('birthday', 'date.order-inferred');
  return plausible(found, made.birthday, reading.day, today) ? made.birthday : null;
}

function plausible(found: RowFindings, birthday: Birthday, day: { calendar: string; year: number | null }, today: IsoDate): boolean {
  if (day.calendar === 'lunar') found.note('birthday', 'date.lunar');
  if (day.year === null) {
    found.note('birthday', 'date.no-year');
    return true;
  }
  const age = ageOn(birthday, today);
  // old POS programs write the day of the export where they know no birthday
  const exportDay = birthday.toString() === today;
  if (exportDay || age === null) {
    found.warn('birthday', exportDay ? 'date.placeholder' : 'date.future');
    return false;
  }
  if (age < 14) found.note('birthday', 'person.minor', { age });
  return true;
}

function calendarOf(found: RowFindings, habits: Habits): 'solar' | 'lunar' | undefined {
  const text = found.text('birthdayCalendar').normalize('NFKC').toLowerCase();
  if (/农|阴|農|陰|旧|lunar/u.test(text)) return 'lunar';
  return /公|阳|陽|新|solar/u.test(text) ? 'solar' : habits.calendarOf.get(text.replace(/\.0$/, ''));
}

function takeAddress(found: RowFindings): string | null {
  const [street, second, city, state, postcode] = (['address', 'addressLine2', 'city', 'state', 'postcode'] as const).map(
    (field) => takeLine(found, field, 300) ?? '',
  );
  const chinese = /\p{Script=Han}/u.test(`${street}${city}`);
  const parts = chinese ? [`${state}${city}${street}`, second, postcode] : [street, second, city, `${state} ${postcode}`.trim()];
  return parts.filter((part) => part !== undefined && part !== '').join(chinese ? ' ' : ', ') || null;
}

function takeBroughtOver(found: RowFindings, habits: Habits, today: IsoDate): BroughtOver {
  return {
    balanceCents: takeMoney(found, 'balance'),
    bonusCents: takeMoney(found, 'bonus'),
    package: takeLine(found, 'package', 80),
    sessions: takeSessions(found),
    spentCents: takeMoney(found, 'totalSpend'),
    visits: takeCount(found, 'visitCount', true),
    lastVisitOn: takePastDay(found, 'lastVisit', habits, today),
    firstVisitOn: takePastDay(found, 'firstVisit', habits, today),
  };
}

/** A blank cell in a column of sessions says that none are left; a list without the column says nothing. */
function takeSessions(found: RowFindings): number | null {
  if (!found.columns.has('sessions')) return null;
  return isBlankCell(found.cell('sessions')) ? 0 : takeCount(found, 'sessions', false);
}

function takePastDay(found: RowFindings, field: ImportField, habits: Habits, today: IsoDate): IsoDate | null {
  const day = takeDay(found, field, { epoch: habits.epoch, order: habits.order(field) });
  if (day === null || day <= today) return day;
  found.warn(field, 'date.future');
  return null;
}
