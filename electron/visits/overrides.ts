// What an alert or a patch test speaks against is done, or sold, only with a reason, which is sealed like the alert itself.

import { z, ZodError } from 'zod';
import type { ConflictOverride, VisitDraft } from '../../shared/visits/contract';
import { Against, speaksAgainst } from '../../shared/visits/against';
import { AppError, refuse } from '../../shared/errors';
import { ClientId, OverrideId, ProductId } from '../../shared/ids';
import { IsoInstant } from '../../shared/core/date';
import { productsByIds } from '../catalogue/offered-products';
import { servicesByIds } from '../catalogue/service';
import type { CommandContext, Context } from '../core/context';
import type { Sealer } from '../core/sealing';
import { knownOfHealth } from './known-of-health';
import {
  countOverrides,
  deleteOverride,
  findOverride,
  listOverrides,
  listVisitOverrides,
  markOverrideSeen,
  type OverrideRow,
  type OverrideValues,
} from './override-store';

const Sealed = z.object({
  what: Against,
  reason: z.string(),
  /** When it was no service: the book has no column for it. */
  product: z.object({ id: ProductId, name: z.string() }).nullable().default(null),
});
type Sealed = z.infer<typeof Sealed>;

/** What is to be kept of the reasons; refused while one is missing. `given`: services and products the visit had before, which are not asked about again. */
export function overridesOf(context: CommandContext, clientId: number, draft: VisitDraft, given: readonly string[]): OverrideValues[] {
  const { health, session } = context;
  const asked = askedOf(context, draft, given);
  if (asked.length === 0) return [];
  const known = knownOfHealth(context, clientId, draft.clientId);
  if (health === null || known === null) return [];
  const met = asked.flatMap((one) => {
    const what = speaksAgainst(one, known);
    const reason = draft.overrides.find(({ serviceId, productId }) => (serviceId ?? productId) === one.id)?.reason;
    return what === null ? [] : [{ ...one, what, reason }];
  });
  const open = met.filter(({ reason }) => reason === undefined);
  if (open.length > 0) throw new AppError('visits.conflict', { services: open.map(({ name }) => name) });
  return met.map(({ serviceRow, product, what, reason = '' }) => {
    const told: Sealed = { what, reason, product };
    return {
      serviceId: serviceRow,
      kind: what.kind === 'patch-test' ? 'patch-test' : 'alert',
      sealed: health.seal(told),
      by: session.name,
    };
  });
}

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly ingredients: readonly string[];
  readonly needsPatchTest: boolean;
  readonly serviceRow: number | null;
  readonly product: Sealed['product'];
}

function askedOf(context: Context, { items }: VisitDraft, given: readonly string[]): Asked[] {
  const fresh = items.filter(({ serviceId, productId }) => !given.includes(serviceId ?? productId ?? ''));
  const services = servicesByIds(
    context,
    fresh.flatMap(({ serviceId }) => serviceId ?? []),
  ).map(({ rowId, service: { id, name, ingredients, needsPatchTest } }) => ({
    ...{ id, name, ingredients, needsPatchTest, serviceRow: rowId, product: null },
  }));
  const products = productsByIds(
    context,
    fresh.flatMap(({ serviceId, productId }) => (serviceId === null ? (productId ?? []) : [])),
  ).map(({ id, name, ingredients }) => ({ id, name, ingredients, needsPatchTest: false, serviceRow: null, product: { id, name } }));
  return [...services, ...products];
}

/** Those of services and products that are no longer on the visit. What cannot be read stays: nobody can say that it may go. */
export function dropOverrides({ db, health }: CommandContext, visitId: number, kept: readonly string[]): void {
  for (const { id, service_uid: service, sealed } of listVisitOverrides(db, visitId)) {
    const of = service ?? (kept.length === 0 || health === null ? null : (opened(health, sealed)?.product?.id ?? null));
    const stays = of === null ? kept.length > 0 : kept.includes(of);
    if (!stays) deleteOverride(db, id);
  }
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
    product: told?.product?.name ?? null,
    what: told?.what ?? null,
    reason: told?.reason ?? null,
    by: row.by,
    at: IsoInstant.parse(row.at),
    seen: row.seen_at !== null,
  };
}
