// Preferences 偏好: alerts about health, apart from likes, dislikes and free notes. Edits keep the old text.

import { z } from 'zod';
import { command, query } from '../core/operation';
import { IsoInstant } from '../core/date';
import { LongText } from '../core/text';
import { ClientId, PreferenceId } from '../ids';

export const ALERT_KINDS = ['allergy', 'contraindication', 'pregnancy', 'skin', 'medication', 'condition'] as const;
export const AlertKind = z.enum(ALERT_KINDS);
export type AlertKind = z.infer<typeof AlertKind>;

/** hidden: there is an alert, and this session may see what it says only for a reason. */
export const ShownAlertKind = z.enum([...ALERT_KINDS, 'hidden']);
export type ShownAlertKind = z.infer<typeof ShownAlertKind>;

export const PreferenceKind = z.enum([...ALERT_KINDS, 'like', 'dislike', 'note']);
export type PreferenceKind = z.infer<typeof PreferenceKind>;

/** `detail` is the second line of an alert: what happened, what to avoid. */
export const PreferenceDraft = z.object({ kind: PreferenceKind, text: LongText(4000).min(1), detail: LongText(4000).nullable() });
export type PreferenceDraft = z.infer<typeof PreferenceDraft>;

/** One alert in the client form; without `id` it is new. */
export const AlertDraft = z.object({
  id: PreferenceId.nullable(),
  kind: AlertKind,
  text: LongText(4000).min(1),
  detail: LongText(4000).nullable(),
});
export type AlertDraft = z.infer<typeof AlertDraft>;

/** Why alerts go that a form of the client holds no longer. */
export const AlertEndings = z
  .array(z.object({ id: PreferenceId, reason: LongText(400) }))
  .max(50)
  .default([]);
export type AlertEndings = z.infer<typeof AlertEndings>;

export const ShownPreferenceKind = z.enum([...ALERT_KINDS, 'hidden', 'like', 'dislike', 'note']);
export type ShownPreferenceKind = z.infer<typeof ShownPreferenceKind>;

export const Preference = z.object({
  id: PreferenceId,
  kind: ShownPreferenceKind,
  text: z.string(),
  detail: z.string().nullable(),
  author: z.string(),
  at: IsoInstant,
  /** The text this one replaced is kept and can be asked for. */
  edited: z.boolean(),
});
export type Preference = z.infer<typeof Preference>;

export const PreferenceVersion = Preference.extend({ endedAt: IsoInstant.nullable(), endReason: z.string().nullable() });
export type PreferenceVersion = z.infer<typeof PreferenceVersion>;

/** Alerts ask for the right to change health, everything else for that to change clients: the service looks at the kind. */
export const preferencesContract = {
  add: command({
    permission: 'clients.see',
    input: z.object({ clientId: ClientId, draft: PreferenceDraft }),
    output: z.object({ id: PreferenceId }),
  }),
  edit: command({
    permission: 'clients.see',
    input: z.object({ id: PreferenceId, draft: PreferenceDraft }),
    output: z.object({ id: PreferenceId }),
  }),
  end: command({ permission: 'clients.see', input: z.object({ id: PreferenceId, reason: LongText(400) }), output: z.null() }),
  versions: query({ permission: 'clients.see', input: z.object({ clientId: ClientId }), output: z.array(PreferenceVersion) }),
};
