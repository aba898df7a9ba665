// What this person may do on a line of follow-ups: close it, and reach the client.

import { useRights } from '../core/rights';

export interface Reach {
  /** Done, later, dropped, changed. */
  readonly change: boolean;
  /** Call and WeChat; masked, they ask for a reason first. */
  readonly contact: boolean;
}

export function useReach(): Reach {
  const { can, level } = useRights();
  return { change: can('follow-ups.change'), contact: level('contact') !== 'none' };
}
