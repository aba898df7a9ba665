// A service that meets an alert of the client is given only with a reason, which is sealed like the alert itself.

import { z } from 'zod';
import { AlertKind } from '../../shared/preferences/contract';
import type { VisitDraft } from '../../shared/visits/contract';
import { conflictWith } from '../../shared/visits/conflict';
import { AppError } from '../../shared/errors';
import { servicesByIds } from '../catalogue/service';
import type { CommandContext } from '../core/context';
import { seesAlerts } from '../preferences/alerts';
import { currentPreferences } from '../preferences/service';
import type { OverrideValues } from './override-store';

const Sealed = z.object({ what: z.object({ kind: AlertKind, text: z.string(), ingredient: z.string() }), reason: z.string() });
type Sealed = z.infer<typeof Sealed>;

/**
 * What is to be kept of the reasons; refused while one is missing. `given`: services the visit had before, which are not asked about again.
 * Who has been let see alerts for a reason is not offered conflicts and not asked here either: that they know was asked of them before.
 */
export function overridesOf(
  context: CommandContext,
  clientId: number,
  { items, overrides }: VisitDraft,
  given: readonly string[],
): OverrideValues[] {
  const { health, session } = context;
  if (health === null || !seesAlerts(context)) return [];
  const asked = items.flatMap(({ serviceId }) => (serviceId === null || given.includes(serviceId) ? [] : [serviceId]));
  if (asked.length === 0) return [];
  const alerts = currentPreferences(context, clientId);
  const met = servicesByIds(context, asked).flatMap(({ rowId, service }) => {
    const what = conflictWith(service, alerts);
    const reason = overrides.find(({ serviceId }) => serviceId === service.id)?.reason;
    return what === null ? [] : [{ rowId, name: service.name, what, reason }];
  });
  const open = met.filter(({ reason }) => reason === undefined);
  if (open.length > 0) throw new AppError('visits.conflict', { services: open.map(({ name }) => name) });
  return met.map(({ rowId, what, reason = '' }) => {
    const told: Sealed = { what, reason };
    return { serviceId: rowId, kind: 'alert', sealed: health.seal(told), by: session.name };
  });
}
