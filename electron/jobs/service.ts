// Stops a running job at the person's word, and tells them of one that was cut off.

import type { AppContract } from '../../shared/contract';
import type { Services } from '../core/context';
import type { UnfinishedJobs } from './unfinished';

export interface JobsParts {
  readonly cancel: (callId: string) => void;
  readonly unfinished: UnfinishedJobs;
}

export function createJobsService({ cancel, unfinished }: JobsParts) {
  return {
    cancel({ callId }) {
      cancel(callId);
      return null;
    },
    unfinished: (_input, { db, session }) => unfinished.of(db, session),
    seen(_input, { db, session }) {
      unfinished.forget(db, session);
      return null;
    },
  } satisfies Services<AppContract>['jobs'];
}
