// Staff 员工: the people who serve; an account to sign in with is another thing.

import { z } from 'zod';
import { command, query } from '../core/operation';
import { ShortText } from '../core/text';
import { StaffId } from '../ids';
import { StaffColor } from './color';

export const StaffDraft = z.object({
  name: ShortText(40).min(1),
  post: ShortText(40).nullable(),
  color: StaffColor.nullable().default(null),
  active: z.boolean(),
});
export type StaffDraft = z.infer<typeof StaffDraft>;

export const StaffMember = StaffDraft.extend({
  id: StaffId,
  name: z.string(),
  post: z.string().nullable(),
  color: StaffColor.nullable(),
  visits90: z.number().int(),
});
export type StaffMember = z.infer<typeof StaffMember>;

export const staffContract = {
  list: query({ permission: 'signed-in', input: z.object({ activeOnly: z.boolean() }), output: z.array(StaffMember) }),
  create: command({ permission: 'settings.change', input: StaffDraft, output: z.object({ id: StaffId }) }),
  update: command({ permission: 'settings.change', input: z.object({ id: StaffId, draft: StaffDraft }), output: z.null() }),
  arrange: command({ permission: 'settings.change', input: z.object({ ids: z.array(StaffId).max(1000) }), output: z.null() }),
};
