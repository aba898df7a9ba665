// Undo: any act of the journal can be taken back while nothing later depends on it.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { command, query } from '../core/operation';
import { ActId } from '../ids';

export const Act = z.object({
  id: ActId,
  at: IsoInstant,
  by: z.string(),
  operation: z.string(),
  rows: z.number().int(),
  undone: z.boolean(),
});
export type Act = z.infer<typeof Act>;

export const historyContract = {
  recent: query({ permission: 'signed-in', input: z.object({ limit: z.int().min(1).max(200) }), output: z.array(Act) }),
  undo: command({ permission: 'signed-in', input: z.object({ actId: ActId }), output: z.object({ rows: z.number().int() }) }),
};
