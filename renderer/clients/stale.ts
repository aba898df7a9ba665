// What differs between a form and the client as they are now, field by field.

import type { ClientPage } from '../../shared/clients/contract';
import { givenPhones, formOf, type FormValues } from './form-values';

type Key = Exclude<keyof FormValues, 'shared' | 'version' | 'fields' | 'askedNoAlerts' | 'referredBy'>;

export type Difference =
  | { readonly kind: 'standard'; readonly key: Key; readonly take: Partial<FormValues> }
  | { readonly kind: 'own'; readonly id: string; readonly take: Partial<FormValues> };

const KEYS: readonly Key[] = [
  ...(['name', 'gender', 'phones', 'wechat', 'nickname', 'birthday', 'alerts', 'tierId', 'staffId'] as const),
  ...(['source', 'tags', 'email', 'occupation', 'address', 'referrer', 'firstSeenOn'] as const),
];

/** `hidden`: what this person's form does not hold at all. */
export function differencesOf(values: FormValues, client: ClientPage, hidden: readonly Key[]): readonly Difference[] {
  const now = formOf(client);
  const standard = KEYS.filter((key) => !hidden.includes(key) && told(key, values) !== told(key, now)).map((key): Difference => ({
    ...{ kind: 'standard', key },
    take: key === 'phones' ? { phones: now.phones, shared: now.shared } : { [key]: now[key], askedNoAlerts: askedAfter(key, values, now) },
  }));
  const ids = [...new Set([...Object.keys(values.fields), ...Object.keys(now.fields)])];
  const own = ids
    .filter((id) => (values.fields[id] ?? '').trim() !== (now.fields[id] ?? ''))
    .map((id): Difference => ({ kind: 'own', id, take: { fields: { ...values.fields, [id]: now.fields[id] ?? '' } } }));
  return [...standard, ...own];
}

function askedAfter(key: Key, values: FormValues, now: FormValues): boolean {
  return key === 'alerts' ? now.askedNoAlerts : values.askedNoAlerts;
}

/** What matters of a field, as text that can be compared. */
function told(key: Key, values: FormValues): string {
  if (key === 'phones') return JSON.stringify(givenPhones(values).map(({ typed }) => typed.trim()));
  if (key === 'alerts') {
    const alerts = values.alerts
      .filter(({ ending }) => ending === null)
      .map(({ kind, text, detail }) => [kind, text.trim(), detail.trim()]);
    return JSON.stringify([alerts, alerts.length === 0 && values.askedNoAlerts]);
  }
  const value = values[key];
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
