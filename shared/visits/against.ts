// What speaks against a service or a product for a client: an alert that names what is in it, or a patch test that is missing, ran out or was answered.

import { z } from 'zod';
import { IsoDate } from '../core/date';
import type { PatchTest } from '../patch-tests/contract';
import { standingFor, STANDINGS } from '../patch-tests/standing';
import { AlertKind } from '../preferences/contract';
import { conflictWith, type AlertText } from './conflict';

export const Against = z.discriminatedUnion('kind', [
  z.object({ kind: AlertKind, text: z.string(), ingredient: z.string() }),
  z.object({ kind: z.literal('patch-test'), standing: z.enum(STANDINGS).exclude(['valid']), on: IsoDate.nullable() }),
]);
export type Against = z.infer<typeof Against>;

/** As the panel offers it. `hidden`: to whom the alerts were shown for a reason, it is said that one speaks against it, and their words are not said again. */
export const OfferedAgainst = z.discriminatedUnion('kind', [...Against.options, z.object({ kind: z.literal('hidden') })]);
export type OfferedAgainst = z.infer<typeof OfferedAgainst>;

/** A service, or a product, which never asks for a test itself. */
interface Offered {
  readonly id: string;
  readonly ingredients: readonly string[];
  readonly needsPatchTest?: boolean;
}

export interface KnownOfHealth {
  readonly alerts: readonly AlertText[];
  readonly tests: readonly PatchTest[];
  readonly today: IsoDate;
}

/** A reaction speaks loudest, whether the service asks for a test or not; then an alert; then a test that is not there or does not count. */
export function speaksAgainst(offered: Offered, { alerts, tests, today }: KnownOfHealth): Against | null {
  const { standing, test } = standingFor(offered, tests, today);
  const untested: Against | null = standing === 'valid' ? null : { kind: 'patch-test', standing, on: test?.on ?? null };
  if (standing === 'reaction') return untested;
  return conflictWith(offered, alerts) ?? (offered.needsPatchTest === true ? untested : null);
}
