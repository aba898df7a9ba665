// `loyal`: the loyal-client list over all visits, and Today's late clients, beside one bare query over the covering index.

import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openReadOnly } from '../../electron/core/database/open';
import type { Desk } from './desk';
import { compared, sideBySide, timed, type Measurement } from './measure';
import { recorderOf } from './visit';

const QUESTION = { period: '12-months', cell: null, tierId: null, limit: 100 } as const;
const COVERING = 'SELECT client_id, count(*), sum(amount_cents), max(visited_on) FROM visit WHERE deleted_at IS NULL GROUP BY client_id';

/** A visit is recorded before each run, so that no answer can be one that was kept. `loyal_first` is the first question after unlocking, nothing read yet. */
export async function measureLoyal(desk: Desk): Promise<Readonly<Record<'loyal' | 'loyal_first' | 'today', Measurement>>> {
  const bare = await firstBare(desk);
  const first = await timed(() => desk.ask('loyalty.page', QUESTION));
  const covering = desk.house.vault.database().prepare(COVERING).raw();
  const before = recorderOf(desk);
  const measured = (ours: () => unknown) => sideBySide({ runs: 15, warmUp: 3, before, ours, floor: () => covering.all() });
  return {
    loyal: await measured(() => desk.ask('loyalty.page', QUESTION)),
    loyal_first: compared(first, bare, 1),
    today: await measured(() => desk.ask('today.page', null)),
  };
}

async function firstBare(desk: Desk): Promise<number> {
  const { file, key, salt } = desk.house.vault.readerAccess();
  const sqlite = openReadOnly(file, { key, salt, schemaVersion: SCHEMA_VERSION });
  try {
    return await timed(() => sqlite.prepare(COVERING).raw().all());
  } finally {
    sqlite.close();
  }
}
