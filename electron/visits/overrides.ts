// A service that an alert or a patch test speaks against is given only with a reason, which is sealed like the alert itself.

import { z, ZodError } from 'zod';
import type { ConflictOverride, VisitDraft } from '../../shared/visits/contract';
import { Against, speaksAgainst } from '../../shared/visits/against';
import { AppError, refuse } from '../../shared/errors';
import { ClientId, OverrideId } from '../../shared/ids';
import { IsoInstant } from '../../shared/core/date';
import { servicesByIds } from '../catalogue/service';
import type { CommandContext, Context } from '../core/context';
import type { Sealer } from '../core/sealing';
import { knownOfHealth } from './known-of-health';
import { countOverrides, findOverride, listOverrides, markOverrideSeen, type OverrideRow, type OverrideValues } from './override-store';

const Sealed = z.object({ what: Against, reason: z.string() });
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
  const asked = items.flatMap(({ serviceId }) => (serviceId === null || given.includes(serviceId) ? [] : [serviceId]));
  if (asked.length === 0) return [];
  const known = knownOfHealth(context, clientId);
  if (health === null || known === null) return [];
  const met = servicesByIds(context, asked).flatMap(({ rowId, service }) => {
    const what = speaksAgainst(service, known);
    const reason = overrides.find(({ serviceId }) => serviceId === service.id)?.reason;
    return what === null ? [] : [{ rowId, name: service.name, what, reason }];
  });
  const open = met.filter(({ reason }) => reason === undefined);
  if (open.length > 0) throw new AppError('visits.conflict', { services: open.map(({ name }) => name) });
  return met.map(({ rowId, what, reason = '' }) => {
    const told: Sealed = { what, reason };
    return { serviceId: rowId, kind: what.kind === 'patch-test' ? 'patch-test' : 'alert', sealed: health.seal(told), by: session.name };
  });
}

/** For the owner: those of visits that were struck out as well. */
export function overridesGiven({ db, health }: Context, limit: number): { overrides: ConflictOverride[]; total: number; unseen: number } {
  if (health === null) throw refuse('session.locked');
  return {
    overrides: listOverrides(db, limit).map((row) => overrideOf(row, opened(health, row.sealed))),
    ...countOverrides(db),
  };
}

export function seeOverride({ db, trail, now }: CommandContext, id: OverrideId): void {
  const row = findOverride(db, id);
  if (row === undefined) throw new AppError('record.not-found', { kind: 'visit' });
  trail.note({}, { client: row.client_uid });
  markOverrideSeen(db, id, now);
}

/** One that was damaged hides none of the others. */
function opened(health: Sealer, sealed: string): Sealed | null {
  try {
    return Sealed.parse(health.open(sealed));
  } catch (error) {
    if (error instanceof ZodError || (error instanceof AppError && error.code === 'book.damaged')) return null;
    throw error;
  }
}

function overrideOf(row: OverrideRow, told: Sealed | null): ConflictOverride {
  return {
    id: OverrideId.parse(row.uid),
    client: { id: ClientId.parse(row.client_uid), name: row.client_name },
    service: row.service_name,
    what: told?.what ?? null,
    reason: told?.reason ?? null,
    by: row.by,
    at: IsoInstant.parse(row.at),
    seen: row.seen_at !== null,
  };
}
