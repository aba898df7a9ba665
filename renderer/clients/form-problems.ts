// What is still wrong with the client form, field by field, before anything is sent.

import { ClientDraft, type ClientPage } from '../../shared/clients/contract';
import { leapMonthOf } from '../../shared/core/lunar';
import type { RequirableField } from '../../shared/fields/contract';
import { missingOf, type MayWrite } from '../../shared/fields/required';
import { readFieldValue } from '../../shared/fields/value';
import type { ShopFields } from '../fields/useFields';
import { birthdayOf, draftOf, givenPhones, isNoBirthday, newDraftOf, type BirthdayValue, type FormValues } from './form-values';

/** Ids of the fields, in the order of the page, and what is wrong: a schema's own message or a word of the form. */
export type FormProblems = ReadonlyMap<string, string>;

export type BirthdayProblem = 'partial' | 'impossible' | 'noLeap' | 'leapNeedsYear' | 'yearWrong';

/** What the shop wants of a form, and what this person can give it. */
export interface Wanted {
  readonly fields: ShopFields;
  readonly may: MayWrite;
  /** What the client had when the form was opened. */
  readonly before: ClientPage['fields'];
}

export function problemsOf(values: FormValues, wanted: Wanted): FormProblems {
  const found = new Map<string, string>();
  const read = ClientDraft.safeParse(draftOf(values));
  for (const issue of read.success ? [] : read.error.issues) {
    const field = fieldOf(issue.path, values);
    if (!found.has(field)) found.set(field, issue.message);
  }
  const birthday = birthdayProblem(values.birthday);
  if (birthday) found.set('client-birthday', birthday);
  for (const alert of values.alerts) if (alert.text.trim() === '') found.set(`client-alert-${alert.key}`, 'text.empty');
  for (const [field, problem] of ownProblems(values, wanted)) found.set(field, problem);
  for (const field of missingOf(wanted.fields.required, newDraftOf(values), wanted.may)) {
    const id = requiredId(field, values);
    if (!found.has(id)) found.set(id, 'field.required');
  }
  return found;
}

function ownProblems({ fields: typed }: FormValues, { fields: { own }, before }: Wanted): readonly [string, string][] {
  return own.flatMap((field): [string, string][] => {
    const stored = before.find(({ id }) => id === field.id)?.value ?? null;
    const reading = readFieldValue(field, typed[field.id] ?? null, stored);
    if (!reading.ok) return [[ownFieldId(field.id), reading.problem]];
    return field.required && reading.value === null ? [[ownFieldId(field.id), 'field.required']] : [];
  });
}

export function ownFieldId(id: string): string {
  return `client-field-${id}`;
}

/** Where on the page a standard field is asked for. */
export function requiredId(field: RequirableField, { phones }: FormValues): string {
  if (field === 'phone') return phoneId(phones[0]?.key ?? '');
  return field === 'tier' || field === 'staff' ? `client-${field}Id` : `client-${field}`;
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
