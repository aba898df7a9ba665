// What is known of a client's health when services and products are chosen: alerts and patch tests, for who may read them or was shown them today.

import type { ClientId } from '../../shared/ids';
import { speaksAgainst, type KnownOfHealth, type OfferedAgainst } from '../../shared/visits/against';
import type { Context } from '../core/context';
import { patchTestsOf, revealedTests } from '../patch-tests/service';
import { knowsOfAlerts, seesAlerts } from '../preferences/alerts';
import { currentPreferences, revealedAlerts } from '../preferences/service';
import { wasRevealedToday } from '../reveals/today';
import { aboutClient } from './store';

export interface HealthToGoBy extends KnownOfHealth {
  /** It was shown for a reason today: it is gone by, and its words are not said again. */
  readonly discreet: boolean;
}

/** Null: nothing may be said for or against anything. `client` is the uid of `clientId`. */
export function knownOfHealth(context: Context, clientId: number, client: ClientId): HealthToGoBy | null {
  const { db, today } = context;
  if (seesAlerts(context)) {
    const tests = patchTestsOf(context, clientId);
    return { alerts: currentPreferences(context, clientId), tests: tests === 'hidden' ? [] : tests, today, discreet: false };
  }
  if (context.health === null || !knowsOfAlerts(context)) return null;
  const { alerted, tested } = aboutClient(db, clientId);
  const discreet = alerted || tested;
  // That nothing is written down is no secret to who may know of alerts.
  if (discreet && !wasRevealedToday(context, 'health', client)) return null;
  return { alerts: revealedAlerts(context, clientId), tests: revealedTests(context, clientId), today, discreet };
}

/** What the panel says of one service or product. */
export function offeredAgainst(offered: Parameters<typeof speaksAgainst>[0], known: HealthToGoBy | null): OfferedAgainst | null {
  const against = known && speaksAgainst(offered, known);
  return against && known.discreet ? { kind: 'hidden' } : against;
}
