// Undo: any act of the journal can be taken back while nothing later depends on it. And what of a client was changed, by whom and when.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { command, query } from '../core/operation';
import { ActId, ClientId } from '../ids';

export const Act = z.object({
  id: ActId,
  at: IsoInstant,
  by: z.string(),
  operation: z.string(),
  rows: z.number().int(),
  undone: z.boolean(),
});
export type Act = z.infer<typeof Act>;

/** What of a client can change. A `field` or a `yesNoField` is one of the shop's own, named by `label`; `created` is the client themselves. */
export const CHANGED_FIELDS = [
  ...(['created', 'name', 'nickname', 'gender', 'birthday', 'wechat', 'email', 'address', 'source', 'referrer', 'referredBy'] as const),
  ...(['occupation', 'staff', 'tier', 'firstSeenOn', 'askedNoAlerts', 'archived', 'deleted', 'phone', 'tag'] as const),
  ...(['field', 'yesNoField', 'alert', 'like', 'dislike', 'note', 'relation'] as const),
] as const;
export const ChangedField = z.enum(CHANGED_FIELDS);
export type ChangedField = z.infer<typeof ChangedField>;

export const FieldChange = z.object({
  field: ChangedField,
  /** Which one, where there are several: the name of a field of the shop's own, the kind of an alert or a relation. */
  label: z.string().nullable(),
  /** As stored; null where there was nothing, stars where this session may not see it. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What one act changed of one client. */
export const ClientChange = z.object({
  id: ActId,
  at: IsoInstant,
  /** Null: the app itself. */
  by: z.string().nullable(),
  origin: z.enum(['person', 'import', 'undo', 'app']),
  /** It was taken back since. */
  undone: z.boolean(),
  /** With it the client came into the book. */
  first: z.boolean(),
  fields: z.array(FieldChange),
});
export type ClientChange = z.infer<typeof ClientChange>;

export const DeletedKind = z.enum(['client', 'visit', 'contact', 'photo', 'preference', 'patch-test', 'relation']);
export type DeletedKind = z.infer<typeof DeletedKind>;

/** One thing in the bin; taking back its act brings it back whole. */
export const Deleted = z.object({
  actId: ActId,
  kind: DeletedKind,
  client: z.object({ id: ClientId, number: z.string(), name: z.string() }),
  /** The day it was about; null for what has none. */
  on: IsoDate.nullable(),
  by: z.string(),
  at: IsoInstant,
  daysLeft: z.int(),
});
export type Deleted = z.infer<typeof Deleted>;

export const historyContract = {
  /** What was deleted in the last 30 days and has not come back, newest first, at most 300: one's own, or with the right to it that of others. */
  deleted: query({ permission: 'clients.see', input: z.null(), output: z.array(Deleted) }),
  /** What was changed of a client, newest first: all of it, or one field. */
  ofClient: query({
    permission: 'clients.see',
    input: z.object({ clientId: ClientId, field: ChangedField.nullable() }),
    output: z.array(ClientChange),
  }),
  recent: query({ permission: 'signed-in', input: z.object({ limit: z.int().min(1).max(200) }), output: z.array(Act) }),
  undo: command({ permission: 'signed-in', input: z.object({ actId: ActId }), output: z.object({ rows: z.number().int() }) }),
};
