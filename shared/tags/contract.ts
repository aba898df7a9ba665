// Tags 标签: put on where the client is, kept in order here. They can stand in groups, be merged and be taken away.

import { z } from 'zod';
import { command } from '../core/operation';
import { ShortText } from '../core/text';
import { TagId } from '../ids';

export const TagDraft = z.object({ name: ShortText(30).min(1), group: ShortText(30).nullable() });
export type TagDraft = z.infer<typeof TagDraft>;

const one = z.object({ id: TagId });

export const tagsContract = {
  update: command({ permission: 'settings.change', input: one.extend({ draft: TagDraft }), output: z.null() }),
  /** Everybody with the one has the other afterwards; the one is gone. */
  merge: command({ permission: 'settings.change', input: one.extend({ into: TagId }), output: z.null() }),
  /** From every client. */
  remove: command({ permission: 'settings.change', input: one, output: z.null() }),
};
