// The next follow-up that a visit suggests: by the rule of a service that was done, or because it was the first visit.

import { addDays, type IsoDate } from '../../shared/core/date';
import type { PromisedFollowUp, VisitOffer } from '../../shared/visits/contract';

export interface Proposal {
  readonly kind: PromisedFollowUp['kind'];
  readonly dueOn: IsoDate;
  readonly service: string | null;
  readonly days: number;
  /** The catalogue's own words; null: words of the interface. */
  readonly note: string | null;
  /** Suggested by a rule, not only possible. */
  readonly on: boolean;
}

const AFTER_FIRST_VISIT = 3;
const WITHOUT_RULE = 14;

/** `done` holds ids of services; the soonest rule speaks. */
export function proposalFor(offer: VisitOffer, done: readonly string[], visitedOn: IsoDate, today: IsoDate): Proposal {
  const ruled = offer.services
    .filter((service) => done.includes(service.id) && service.followUpDays !== null)
    .sort((a, b) => (a.followUpDays ?? 0) - (b.followUpDays ?? 0));
  const [soonest] = ruled;
  if (soonest?.followUpDays)
    return inTime(
      { kind: 'after-service', service: soonest.name, note: soonest.followUpNote, days: soonest.followUpDays },
      visitedOn,
      today,
    );
  if (offer.firstVisit) return inTime({ kind: 'first-visit', service: null, note: null, days: AFTER_FIRST_VISIT }, visitedOn, today);
  return { ...inTime({ kind: 'rebook', service: null, note: null, days: WITHOUT_RULE }, visitedOn, today), on: false };
}

/** A visit written down late may leave nothing to promise. */
function inTime(rule: Omit<Proposal, 'dueOn' | 'on'>, visitedOn: IsoDate, today: IsoDate): Proposal {
  const dueOn = addDays(visitedOn, rule.days);
  return dueOn < today ? { ...rule, dueOn: addDays(today, rule.days), on: false } : { ...rule, dueOn, on: true };
}
