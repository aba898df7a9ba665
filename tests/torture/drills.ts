// Restore drills in numbers: shops that a seed decides, each backed up, gone on with and restored, row for row as it was.

import { drill } from '../restore/drill';

export interface DrillResult {
  readonly drills: number;
  /** How many went each way. */
  readonly ways: Readonly<Record<string, number>>;
  /** Rows compared, by hash. */
  readonly rows: number;
  /** Drills after which any table was not as it had been: must be none. */
  readonly differ: number;
}

export async function drillOften(drills: number, seed: number): Promise<DrillResult> {
  const ways: Record<string, number> = {};
  const count = { rows: 0, differ: 0 };
  for (let number = 0; number < drills; number += 1) {
    const { way, before, after } = await drill(seed + number);
    ways[way] = (ways[way] ?? 0) + 1;
    count.rows += Object.values(before).flat().length;
    if (JSON.stringify(before) !== JSON.stringify(after)) count.differ += 1;
  }
  return { drills, ways, ...count };
}
