// `loyal`: the loyal-client list over all visits, and Today's late clients, beside one bare query over the covering index.

import { ClientId } from '../../shared/ids';
import type { Desk } from './desk';
import { compared, sideBySide, timed, type Measurement } from './measure';
import { pick, seeded } from './people';
import { aVisit } from './visit';

const QUESTION = { period: '12-months', cell: null, tierId: null, limit: 100 } as const;
const COVERING = 'SELECT client_id, count(*), sum(amount_cents), max(visited_on) FROM visit WHERE deleted_at IS NULL GROUP BY client_id';

/** A visit is recorded before each run, so that no answer can be one that was kept. `loyal_first` is the first question after unlocking. */
export async function measureLoyal(desk: Desk): Promise<Readonly<Record<'loyal' | 'loyal_first' | 'today', Measurement>>> {
  const sqlite = desk.house.vault.database();
  const covering = sqlite.prepare(COVERING).raw();
  const floor = () => covering.all();
  for (let run = 0; run < 3; run += 1) floor();
  const bare = await timed(floor);
  const first = await timed(() => desk.ask('loyalty.page', QUESTION));
  const clients = sqlite
    .prepare<[], { uid: string }>('SELECT uid FROM client WHERE deleted_at IS NULL AND archived_at IS NULL ORDER BY id')
    .all();
  const random = seeded(13);
  const before = () => desk.ask('visits.record', aVisit(ClientId.parse(pick(random, clients).uid)));
  const measured = (ours: () => unknown) => sideBySide({ runs: 15, warmUp: 3, before, ours, floor });
  return {
    loyal: await measured(() => desk.ask('loyalty.page', QUESTION)),
    loyal_first: compared(first, bare, 1),
    today: await measured(() => desk.ask('today.page', null)),
  };
}
