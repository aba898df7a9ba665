// Running jobs can be told to stop.

import { z } from 'zod';
import { query } from '../core/operation';

export const CallId = z.string().min(1).max(64);

export const jobsContract = {
  cancel: query({ permission: 'anyone', input: z.object({ callId: CallId }), output: z.null() }),
};
