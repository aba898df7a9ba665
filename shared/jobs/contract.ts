// Running jobs can be told to stop; those that were cut off are told of once.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { command, query } from '../core/operation';

export const CallId = z.string().min(1).max(64);

export const UnfinishedKind = z.enum(['import', 'export', 'keys', 'backup']);
export type UnfinishedKind = z.infer<typeof UnfinishedKind>;

const UnfinishedJob = z.object({
  kind: UnfinishedKind,
  at: IsoInstant,
  /** It had come to its end after all; else nothing of it is there. */
  done: z.boolean(),
});
export type UnfinishedJob = z.infer<typeof UnfinishedJob>;

export const jobsContract = {
  cancel: query({ permission: 'anyone', input: z.object({ callId: CallId }), output: z.null() }),
  /** What this person began and the app, or a lock, cut off. */
  unfinished: query({ permission: 'signed-in', input: z.null(), output: z.array(UnfinishedJob) }),
  /** They have been told. */
  seen: command({ permission: 'signed-in', audited: false, input: z.null(), output: z.null() }),
};
