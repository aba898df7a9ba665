// The fields a column of an imported list can be matched with.

import { z } from 'zod';

export const CLIENT_FIELDS = [
  'number',
  'name',
  'firstName',
  'lastName',
  'nickname',
  'gender',
  'birthday',
  'birthdayCalendar',
  'phone',
  'phone2',
  'wechat',
  'email',
  'address',
  'addressLine2',
  'city',
  'state',
  'postcode',
  'source',
  'referrer',
  'occupation',
  'staff',
  'tags',
  'tier',
  'balance',
  'bonus',
  'package',
  'sessions',
  'totalSpend',
  'visitCount',
  'lastVisit',
  'firstVisit',
  'preferences',
  'allergies',
] as const;

export const VISIT_FIELDS = [
  'visitNumber',
  'date',
  'time',
  'dateTime',
  'clientNumber',
  'clientPhone',
  'clientName',
  'service',
  'staff',
  'quantity',
  'amount',
  'payment',
  'note',
] as const;

export const ImportField = z.enum([...CLIENT_FIELDS, ...VISIT_FIELDS]);
export type ImportField = z.infer<typeof ImportField>;

export const ImportKind = z.enum(['clients', 'visits']);
export type ImportKind = z.infer<typeof ImportKind>;
