// The rules of patch tests: sealed as alerts are, read by who may read those, never of a day that has not come.

import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { IsoDate, IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { PatchTestId, ServiceId } from '../../shared/ids';
import { PatchResult, type PatchTest, type PatchTestDraft } from '../../shared/patch-tests/contract';
import { clientRowId, clientRowIdOutOfBin } from '../clients/own';
import type { CommandContext, Context, Services } from '../core/context';
import { optionalRowId } from '../core/database/identity';
import { sentBack } from '../core/demand';
import type { Sealer } from '../core/sealing';
import { knowsOfAlerts, seesAlerts } from '../preferences/alerts';
import {
  getPatchTest,
  insertPatchTest,
  listPatchTests,
  updatePatchTest,
  type PatchTestRecord,
  type PatchTestRow,
  type PatchTestValues,
} from './store';

const Sealed = z.object({ substance: z.string(), result: PatchResult, note: z.string().nullable() });
type Sealed = z.infer<typeof Sealed>;

export const patchTestsService = {
  of({ clientId }, context) {
    const tests = patchTestsOf(context, clientRowId(context, clientId));
    if (tests !== 'hidden' && tests.length > 0) context.trail.read('health-seen', clientId);
    return tests === 'hidden' ? { tests: [], hidden: true } : { tests, hidden: false };
  },
  record({ clientId, draft }, context) {
    const { db, session, now } = context;
    const values = { ...valuesOf(draft, null, context), clientId: clientRowIdOutOfBin(context, clientId), author: session.name };
    return { id: PatchTestId.parse(insertPatchTest(db, values, now)) };
  },
  update({ id, draft, began }, context) {
    const row = getPatchTest(context, id);
    const known = Sealed.parse(keyOf(context).open(row.sealed));
    if (began !== null && !stillStands(context, row, known, began)) throw new AppError('record.changed-meanwhile', { kind: 'patch-test' });
    updatePatchTest(context.db, row.id, valuesOf(draft, known, context));
    return null;
  },
  remove({ id }, context) {
    updatePatchTest(context.db, getPatchTest(context, id).id, { endedAt: context.now });
    return null;
  },
} satisfies Services<AppContract>['patchTests'];

/** 'hidden': there are some, and this session may know no more than that. */
export function patchTestsOf(context: Pick<Context, 'db' | 'session' | 'health'>, clientId: number): PatchTest[] | 'hidden' {
  if (!knowsOfAlerts(context)) return [];
  const rows = listPatchTests(context.db, clientId);
  const { health } = context;
  if (health === null || !seesAlerts(context)) return rows.length === 0 ? [] : 'hidden';
  return rows.map((row) => patchTestOf(row, Sealed.parse(health.open(row.sealed))));
}

/** All of them in words, for who has been let see them for a reason. */
export function revealedTests({ db, health }: Pick<Context, 'db' | 'health'>, clientId: number): PatchTest[] {
  if (health === null) throw refuse('session.locked');
  return listPatchTests(db, clientId).map((row) => patchTestOf(row, Sealed.parse(health.open(row.sealed))));
}

/** `known`: what stood there before, of which masked words come back as they were shown. */
function valuesOf(draft: PatchTestDraft, known: Sealed | null, context: CommandContext): PatchTestValues {
  const { serviceId, on, validUntil } = draft;
  if (on > context.today) throw refuse('patch-tests.in-future');
  return {
    serviceId: optionalRowId(context.db, 'service', serviceId),
    testedOn: on,
    validUntilOn: validUntil,
    sealed: keyOf(context).seal(toldBy(draft, known, context)),
  };
}

function toldBy({ substance, result, note }: PatchTestDraft, known: Sealed | null, context: CommandContext): Sealed {
  return {
    substance: sentBack(context, substance, known?.substance ?? ''),
    result,
    note: sentBack(context, note === '' ? null : note, known?.note ?? null),
  };
}

/** Whether it is what a form showed: of hidden words it showed the mask. */
function stillStands(context: CommandContext, row: PatchTestRecord, known: Sealed, began: PatchTestDraft): boolean {
  if (row.testedOn !== began.on || row.validUntilOn !== began.validUntil) return false;
  return row.serviceId === optionalRowId(context.db, 'service', began.serviceId) && isDeepStrictEqual(toldBy(began, known, context), known);
}

function keyOf({ health }: Pick<Context, 'health'>): Sealer {
  // The right came after they signed in; the key comes with the next sign-in.
  if (health === null) throw refuse('session.locked');
  return health;
}

function patchTestOf(row: PatchTestRow, { substance, result, note }: Sealed): PatchTest {
  return {
    id: PatchTestId.parse(row.uid),
    service: row.service_uid === null ? null : { id: ServiceId.parse(row.service_uid), name: row.service_name ?? '' },
    substance,
    on: IsoDate.parse(row.tested_on),
    validUntil: IsoDate.parse(row.valid_until_on),
    result,
    note,
    by: row.author,
    at: IsoInstant.parse(row.at),
  };
}
