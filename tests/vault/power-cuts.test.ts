// The small round of the simulated power cuts: `npm run torture` makes a thousand.

import { expect, test } from 'vitest';
import { whyNoShim } from '../torture/disk/shim';
import { cutPower } from '../torture/power';

const why = whyNoShim();

test.skipIf(why !== undefined)(
  `no acknowledged row is lost, and none half written, when the power fails${why ? `: ${why}` : ''}`,
  async () => {
    expect(await cutPower(20, 20_261_122)).toMatchObject({ cuts: 20, lost: 0, half: 0, shut: 0 });
  },
);

test.skipIf(why !== undefined)(
  `the same cuts find lost rows where the book is flushed less: they would notice${why ? `: ${why}` : ''}`,
  async () => {
    const { lost, half, shut } = await cutPower(20, 20_261_122, 'NORMAL');
    expect(lost).toBeGreaterThan(0);
    expect({ half, shut }).toEqual({ half: 0, shut: 0 });
  },
);
