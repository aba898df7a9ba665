// What the shop wants to know of a client: which of the standard fields are required, and fields of its own.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { command, query } from '../core/operation';
import { LongText, ShortText } from '../core/text';
import { ClientFieldId } from '../ids';

export const FieldKind = z.enum(['text', 'number', 'date', 'choice', 'choices', 'yes-no']);
export type FieldKind = z.infer<typeof FieldKind>;

export const MOST_FIELDS = 60;

/** The standard fields an owner may insist on. A name is always needed. */
export const RequirableField = z.enum([
  ...(['gender', 'phone', 'wechat', 'nickname', 'birthday', 'alerts', 'tier', 'staff'] as const),
  ...(['source', 'tags', 'email', 'occupation', 'address', 'referrer'] as const),
]);
export type RequirableField = z.infer<typeof RequirableField>;

const FieldChange = z.object({
  name: ShortText(30).min(1),
  choices: z.array(ShortText(40).min(1)).max(60),
  /** What the shop needs it for; null is flagged. */
  purpose: ShortText(200).nullable(),
  required: z.boolean(),
});

/** The kind of a field is decided once: values of another kind could not be read. */
export const FieldDraft = FieldChange.extend({ kind: FieldKind });
export type FieldDraft = z.infer<typeof FieldDraft>;

export const ClientField = FieldDraft.extend({ id: ClientFieldId, removedAt: IsoInstant.nullable() });
export type ClientField = z.infer<typeof ClientField>;

/** Text as written · a decimal number · a day · one choice · a JSON array of choices · 'yes' or 'no'. */
export const FieldValue = z.object({ id: ClientFieldId, value: z.string() });
export type FieldValue = z.infer<typeof FieldValue>;

/** What somebody filled in; null empties the field. A field that is not named stays as it is. */
export const FieldValueDraft = z.object({ id: ClientFieldId, value: LongText(4000).nullable() });
export type FieldValueDraft = z.infer<typeof FieldValueDraft>;

const one = z.object({ id: ClientFieldId });

export const fieldsContract = {
  /** In the shop's order, those that were removed last. */
  list: query({
    permission: 'signed-in',
    input: z.null(),
    output: z.object({ fields: z.array(ClientField), required: z.array(RequirableField) }),
  }),
  create: command({ permission: 'settings.change', input: FieldDraft, output: one }),
  update: command({ permission: 'settings.change', input: one.extend({ draft: FieldChange }), output: z.null() }),
  arrange: command({ permission: 'settings.change', input: z.object({ ids: z.array(ClientFieldId).max(2000) }), output: z.null() }),
  /** What clients have in it stays, and is there again when the field is put back. */
  remove: command({ permission: 'settings.change', input: one, output: z.null() }),
  putBack: command({ permission: 'settings.change', input: one, output: z.null() }),
  require: command({ permission: 'settings.change', input: z.object({ fields: z.array(RequirableField).max(30) }), output: z.null() }),
};
