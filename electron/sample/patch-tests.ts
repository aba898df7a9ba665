// Writes the patch tests of the sample salon, for colouring: one that counts, one that ran out, one with a reaction, turn by turn.

import { addDays, instantOf, type IsoDate } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import type { SampleContent } from './content';
import { addRow } from './store';
import { COLOUR } from './visits';

interface Desk {
  readonly db: Db;
  readonly health: Sealer;
  readonly content: SampleContent;
  readonly ids: { readonly services: readonly number[] };
}

const DAYS_AGO = [30, 300, 60] as const;
const COUNTS_FOR = 180;

export function addPatchTest(
  { db, health, content, ids }: Desk,
  {
    clientId,
    index,
    since,
    today,
  }: { readonly clientId: number; readonly index: number; readonly since: IsoDate; readonly today: IsoDate },
): void {
  const turn = Math.floor(index / 12) % DAYS_AGO.length;
  const on = addDays(today, -(DAYS_AGO[turn] ?? 0));
  // nobody was tested before they first came
  if (on < since) return;
  const result = turn === 2 ? 'reaction' : 'none';
  const at = instantOf(on, '11:00');
  addRow(db, 'patch_test', at, {
    ...{ client_id: clientId, service_id: ids.services[COLOUR] ?? null, tested_on: on, valid_until_on: addDays(on, COUNTS_FOR) },
    ...{ sealed: health.seal({ substance: '', result, note: content.patchNotes[result] }), author: content.staff[2]?.name ?? '', at },
  });
}
