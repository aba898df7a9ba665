// How a client stands with a patch test: which one counts for a service, and what it says today.

import { addMonths, type IsoDate } from '../core/date';
import { namesIngredient } from '../visits/conflict';
import type { PatchResult } from './contract';

/** Skin changes; makers of hair colour and lash glue ask for a new test after half a year at the latest. */
export const USUAL_MONTHS = 6;

/** missing: none that counts for this service. */
export const STANDINGS = ['valid', 'pending', 'expired', 'reaction', 'missing'] as const;
export type Standing = (typeof STANDINGS)[number];

interface Tested {
  readonly service: { readonly id: string } | null;
  readonly substance: string;
  readonly on: IsoDate;
  readonly validUntil: IsoDate;
  readonly result: PatchResult;
}

export function usuallyValidUntil(on: IsoDate): IsoDate {
  return addMonths(on, USUAL_MONTHS);
}

/** What one test says today. A reaction never runs out. */
export function standingOf({ result, validUntil }: Pick<Tested, 'result' | 'validUntil'>, today: IsoDate): Exclude<Standing, 'missing'> {
  if (result === 'reaction' || result === 'pending') return result;
  return validUntil < today ? 'expired' : 'valid';
}

export interface TestedService {
  readonly id: string;
  readonly ingredients: readonly string[];
}

/** The latest test of the service itself, or of something it holds; of two on one day a reaction counts. */
export function standingFor<T extends Tested>(
  service: TestedService,
  tests: readonly T[],
  today: IsoDate,
): { readonly standing: Standing; readonly test: T | null } {
  const counting = tests.filter((test) => test.service?.id === service.id || namesIngredient(service, test.substance));
  const latest = counting.reduce<T | null>((found, test) => (found === null || isLater(test, found) ? test : found), null);
  return latest === null ? { standing: 'missing', test: null } : { standing: standingOf(latest, today), test: latest };
}

function isLater(test: Tested, other: Tested): boolean {
  return test.on === other.on ? test.result === 'reaction' && other.result !== 'reaction' : test.on > other.on;
}
