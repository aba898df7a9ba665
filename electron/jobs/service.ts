// Stops a running job at the person's word.

import type { AppContract } from '../../shared/contract';
import type { Services } from '../core/context';

export function createJobsService(cancel: (callId: string) => void) {
  return {
    cancel({ callId }) {
      cancel(callId);
      return null;
    },
  } satisfies Services<AppContract>['jobs'];
}
