// The fields a column can go to, in groups, in the order a person would look for them.

import type { ImportField, ImportKind } from '../../shared/imports/fields';

export interface FieldGroup {
  readonly group: 'who' | 'contact' | 'shop' | 'money' | 'visit';
  readonly fields: readonly ImportField[];
}

const CLIENTS: readonly FieldGroup[] = [
  {
    group: 'who',
    fields: ['name', 'lastName', 'firstName', 'nickname', 'number', 'gender', 'birthday', 'birthdayCalendar', 'occupation'],
  },
  { group: 'contact', fields: ['phone', 'phone2', 'wechat', 'email', 'address', 'addressLine2', 'city', 'state', 'postcode'] },
  { group: 'shop', fields: ['allergies', 'preferences', 'tags', 'tier', 'staff', 'source', 'referrer', 'firstVisit', 'lastVisit'] },
  { group: 'money', fields: ['balance', 'bonus', 'package', 'sessions', 'totalSpend', 'visitCount'] },
];

const VISITS: readonly FieldGroup[] = [
  { group: 'who', fields: ['clientNumber', 'clientPhone', 'clientName'] },
  { group: 'visit', fields: ['visitNumber', 'date', 'time', 'dateTime', 'service', 'staff', 'quantity', 'amount', 'payment', 'note'] },
];

export function fieldGroups(kind: ImportKind): readonly FieldGroup[] {
  return kind === 'clients' ? CLIENTS : VISITS;
}
