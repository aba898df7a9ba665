// What a client list is narrowed and ordered by.

import { z } from 'zod';
import { ShortText } from '../core/text';
import { ClientFieldId, StaffId, TagId, TierId } from '../ids';
import { AlertKind } from '../preferences/contract';

/** By a field of the shop's own: a value of it, '' for whatever is filled in, null for what is empty. */
export const FieldFilter = z.object({ id: ClientFieldId, value: z.string().max(500).nullable() });
export type FieldFilter = z.infer<typeof FieldFilter>;

/** A range of what somebody spent in all, in cents; both ends belong to it, null is open. */
export const SpentRange = z.object({ from: z.number().int().min(0).nullable(), to: z.number().int().min(0).nullable() });
export type SpentRange = z.infer<typeof SpentRange>;

export const ClientFilter = z.object({
  text: z.string().max(200),
  tierId: TierId.nullable(),
  tagId: TagId.nullable(),
  staffId: StaffId.nullable(),
  /** Last visit within N days (positive) or longer ago than N days (negative). */
  lastVisitDays: z.number().int().min(-36500).max(36500).nullable(),
  field: FieldFilter.nullable().default(null),
  source: ShortText(80).nullable().default(null),
  /** Birthdays celebrated in this month of this year; a lunar one may fall in another month next year. */
  birthMonth: z.number().int().min(1).max(12).nullable().default(null),
  spent: SpentRange.nullable().default(null),
  /** A kind of alert, or any at all; only for who may read alerts. */
  alert: z
    .union([AlertKind, z.literal('any')])
    .nullable()
    .default(null),
  shelf: z.enum(['current', 'archived', 'bin']),
});
export type ClientFilter = z.infer<typeof ClientFilter>;

const FixedSort = z.enum(['last-visit', 'name', 'number', 'visits', 'spent', 'newest', 'tier', 'staff']);
export type FixedSort = z.infer<typeof FixedSort>;

/** The last is a field of the shop's own. Who has no tier, no therapist or nothing in the field comes last either way. */
export const ClientSort = z.union([FixedSort, z.templateLiteral(['field:', z.uuid()])]);
export type ClientSort = z.infer<typeof ClientSort>;
export type FieldSort = Exclude<ClientSort, FixedSort>;

const FIELD = 'field:';

export function fieldSort(id: ClientFieldId): FieldSort {
  return `${FIELD}${id}`;
}

export function isFieldSort(sort: ClientSort): sort is FieldSort {
  return sort.startsWith(FIELD);
}

export function fieldOfSort(sort: FieldSort): string {
  return sort.slice(FIELD.length);
}
