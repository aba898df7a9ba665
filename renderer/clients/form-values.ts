// What the client form holds while one fills it in, as typed; also the shape of its draft.

import { z } from 'zod';
import type { ClientDraftInput, ClientPage } from '../../shared/clients/contract';
import type { Input } from '../../shared/contract';
import { makeBirthday, readBirthday, type Birthday } from '../../shared/core/birthday';
import { IsoDate } from '../../shared/core/date';
import { ALERT_KINDS, AlertKind } from '../../shared/preferences/contract';

const PhoneValue = z.object({ key: z.string(), typed: z.string(), label: z.string().nullable() });
export type PhoneValue = z.infer<typeof PhoneValue>;

/** `ending` is the reason for which an alert that is in the book goes when the form is saved. */
const AlertValue = z.object({
  key: z.string(),
  id: z.string().nullable(),
  kind: AlertKind,
  text: z.string(),
  detail: z.string(),
  ending: z.string().nullable(),
});
export type AlertValue = z.infer<typeof AlertValue>;

const BirthdayValue = z.object({
  calendar: z.enum(['solar', 'lunar']),
  year: z.string(),
  month: z.string().nullable(),
  day: z.string().nullable(),
  leap: z.boolean(),
});
export type BirthdayValue = z.infer<typeof BirthdayValue>;

export const FormValues = z.object({
  name: z.string(),
  nickname: z.string(),
  gender: z.enum(['female', 'male']).nullable(),
  phones: z.array(PhoneValue),
  /** Numbers somebody decided to share with another client. */
  shared: z.array(z.string()),
  wechat: z.string(),
  birthday: BirthdayValue,
  alerts: z.array(AlertValue),
  askedNoAlerts: z.boolean(),
  tierId: z.string().nullable(),
  staffId: z.string().nullable(),
  source: z.string(),
  tags: z.array(z.string()),
  email: z.string(),
  address: z.string(),
  occupation: z.string(),
  referrer: z.string(),
  /** Who of the book sent them, instead of a name that was typed; asked of a new client only. No name: a draft must not keep that of somebody who is erased. */
  referredBy: z
    .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
    .nullable()
    .default(null),
  firstSeenOn: IsoDate.nullable(),
  /** The shop's own fields, by their id, as they are kept. */
  fields: z.record(z.string(), z.string()).default({}),
  /** Of the page this form began from; null for a new client. */
  version: z.string().nullable().default(null),
});
export type FormValues = z.infer<typeof FormValues>;

export function readForm(kept: unknown): FormValues | null {
  const read = FormValues.safeParse(kept);
  return read.success ? read.data : null;
}

/** What was typed into the search: digits are a phone, anything else a name. */
export function newForm(searched = ''): FormValues {
  const isPhone = /^[\d\s+()-]{5,}$/.test(searched);
  return {
    name: isPhone ? '' : searched,
    nickname: '',
    gender: null,
    phones: [emptyPhone(isPhone ? searched : ''), emptyPhone()],
    shared: [],
    wechat: '',
    birthday: NO_BIRTHDAY,
    alerts: [],
    askedNoAlerts: false,
    tierId: null,
    staffId: null,
    source: '',
    tags: [],
    email: '',
    address: '',
    occupation: '',
    referrer: '',
    referredBy: null,
    firstSeenOn: null,
    fields: {},
    version: null,
  };
}

export function formOf(client: ClientPage): FormValues {
  const phones: PhoneValue[] = client.phones.map(({ id, typed, label }) => ({ key: id, typed: typed ?? '', label }));
  while (phones.length < 2) phones.push(emptyPhone());
  return {
    name: client.name,
    nickname: client.nickname ?? '',
    gender: client.gender,
    phones,
    shared: client.phones.flatMap(({ e164 }) => e164 ?? []),
    wechat: client.wechat ?? '',
    birthday: client.birthday === null ? NO_BIRTHDAY : birthdayValue(client.birthday),
    alerts: client.preferences.flatMap(({ id, kind, text, detail }) => {
      const alert = ALERT_KINDS.find((one) => one === kind);
      return alert ? [{ key: id, id, kind: alert, text, detail: detail ?? '', ending: null }] : [];
    }),
    askedNoAlerts: client.askedNoAlerts,
    tierId: client.tier?.id ?? null,
    staffId: client.staff?.id ?? null,
    source: client.source ?? '',
    tags: client.tags.map((tag) => tag.name),
    email: client.email ?? '',
    address: client.address ?? '',
    occupation: client.occupation ?? '',
    referrer: client.referrer ?? '',
    referredBy: null,
    firstSeenOn: client.firstSeenOn,
    fields: Object.fromEntries(client.fields.map(({ id, value }) => [id, value])),
    version: client.version,
  };
}

/** Alerts that are to end are still in the draft: they end with their reason, one by one, once it is saved. */
export function draftOf(values: FormValues): ClientDraftInput {
  const { name, gender, tierId, staffId, tags, firstSeenOn, askedNoAlerts } = values;
  return {
    name,
    nickname: given(values.nickname),
    gender,
    birthday: birthdayOf(values.birthday),
    phones: givenPhones(values).map(({ typed, label }) => ({ typed, label })),
    wechat: given(values.wechat),
    email: given(values.email),
    address: given(values.address),
    source: given(values.source),
    referrer: given(values.referrer),
    occupation: given(values.occupation),
    staffId,
    tierId,
    firstSeenOn,
    tags,
    alerts: values.alerts
      .filter(({ ending }) => ending === null)
      .map(({ id, kind, text, detail }) => ({ id, kind, text, detail: given(detail) })),
    askedNoAlerts: askedNoAlerts && values.alerts.length === 0,
    fields: Object.entries(values.fields).map(([id, value]) => ({ id, value: given(value) })),
  };
}

export function newDraftOf(values: FormValues): Input<'clients.create'> {
  return { ...draftOf(values), referredById: values.referredBy };
}

/** Why the alerts go that are not in the draft any more. */
export function endingsOf({ alerts }: FormValues): { readonly id: string; readonly reason: string }[] {
  return alerts.flatMap(({ id, ending }) => (id === null || ending === null ? [] : [{ id, reason: ending }]));
}

/** What this person may not change is not in the form at all: saving leaves it in the book as it is. */
export function withinRights(values: FormValues, may: { readonly contact: boolean; readonly health: boolean }): FormValues {
  const contact = may.contact ? {} : { phones: [], shared: [], wechat: '', email: '', address: '' };
  const health = may.health ? {} : { alerts: [], askedNoAlerts: false };
  return { ...values, ...contact, ...health };
}

export function givenPhones({ phones }: FormValues): readonly PhoneValue[] {
  return phones.filter((phone) => phone.typed.trim() !== '');
}

export function isNoBirthday({ year, month, day }: BirthdayValue): boolean {
  return year.trim() === '' && month === null && day === null;
}

/** Null as long as it is not a whole, real day. */
export function birthdayOf({ calendar, year, month, day, leap }: BirthdayValue): Birthday | null {
  if (month === null || day === null) return null;
  const typed = year.normalize('NFKC').trim();
  if (typed !== '' && !/^\d{4}$/.test(typed)) return null;
  const made = makeBirthday({
    calendar,
    year: typed === '' ? null : Number(typed),
    month: Number(month),
    day: Number(day),
    leap: leap && calendar === 'lunar',
  });
  return made.ok ? made.birthday : null;
}

export function emptyPhone(typed = ''): PhoneValue {
  return { key: crypto.randomUUID(), typed, label: null };
}

export function emptyAlert(): AlertValue {
  return { key: crypto.randomUUID(), id: null, kind: 'allergy', text: '', detail: '', ending: null };
}

export const NO_BIRTHDAY: BirthdayValue = { calendar: 'solar', year: '', month: null, day: null, leap: false };

function birthdayValue(birthday: Birthday): BirthdayValue {
  const { calendar, year, month, day, leap } = readBirthday(birthday);
  return { calendar, year: year === null ? '' : String(year), month: String(month), day: String(day), leap };
}

function given(text: string): string | null {
  return text.trim() === '' ? null : text;
}
