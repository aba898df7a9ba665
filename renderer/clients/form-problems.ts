// What is still wrong with the client form, field by field, before anything is sent.

import { ClientDraft } from '../../shared/clients/contract';
import { leapMonthOf } from '../../shared/core/lunar';
import { birthdayOf, draftOf, givenPhones, isNoBirthday, type BirthdayValue, type FormValues } from './form-values';

/** Ids of the fields, in the order of the page, and what is wrong: a schema's own message or a word of the form. */
export type FormProblems = ReadonlyMap<string, string>;

export type BirthdayProblem = 'partial' | 'impossible' | 'noLeap' | 'leapNeedsYear' | 'yearWrong';

export function problemsOf(values: FormValues): FormProblems {
  const found = new Map<string, string>();
  const read = ClientDraft.safeParse(draftOf(values));
  for (const issue of read.success ? [] : read.error.issues) {
    const field = fieldOf(issue.path, values);
    if (!found.has(field)) found.set(field, issue.message);
  }
  const birthday = birthdayProblem(values.birthday);
  if (birthday) found.set('client-birthday', birthday);
  for (const alert of values.alerts) if (alert.text.trim() === '') found.set(`client-alert-${alert.key}`, 'text.empty');
  return found;
}

export function birthdayProblem(value: BirthdayValue): BirthdayProblem | null {
  if (isNoBirthday(value)) return null;
  const { calendar, month, day, leap } = value;
  const year = value.year.normalize('NFKC').trim();
  if (year !== '' && !/^\d{4}$/.test(year)) return 'yearWrong';
  if (month === null || day === null) return 'partial';
  if (calendar === 'lunar' && leap && year === '') return 'leapNeedsYear';
  if (calendar === 'lunar' && leap && leapMonthOf(Number(year)) !== Number(month)) return 'noLeap';
  return birthdayOf(value) === null ? 'impossible' : null;
}

/** The path of a schema's issue as the id of the field on the page. */
function fieldOf(path: readonly PropertyKey[], values: FormValues): string {
  const [field, index] = path;
  if (field === 'phones') return phoneId(givenPhones(values)[Number(index)]?.key ?? '');
  if (field === 'alerts') return `client-alert-${values.alerts[Number(index)]?.key ?? ''}`;
  return `client-${String(field)}`;
}

export function phoneId(key: string): string {
  return `client-phone-${key}`;
}
