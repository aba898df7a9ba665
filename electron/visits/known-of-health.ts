// What is known of a client's health when a service is chosen: alerts and patch tests, for who may read them.

import type { KnownOfHealth } from '../../shared/visits/against';
import type { Context } from '../core/context';
import { patchTestsOf } from '../patch-tests/service';
import { seesAlerts } from '../preferences/alerts';
import { currentPreferences } from '../preferences/service';

/** Null: nothing may be said for or against a service. */
export function knownOfHealth(context: Context, clientId: number): KnownOfHealth | null {
  if (!seesAlerts(context)) return null;
  const tests = patchTestsOf(context, clientId);
  return { alerts: currentPreferences(context, clientId), tests: tests === 'hidden' ? [] : tests, today: context.today };
}
