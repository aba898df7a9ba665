// The small round of the simulated power cuts: `npm run torture` makes hundreds of each.

import { describe, expect, test, vi } from 'vitest';
import { cutBackup } from '../torture/backups';
import { whyNoShim } from '../torture/disk/shim';
import { cutCreation, cutMigration, cutPasswordChange, cutPower, cutRotation } from '../torture/power';
import { cutRestore } from '../torture/restores';

// Each runs a process or two of its own, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 120_000 });

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

describe.skipIf(why !== undefined)(`when the power fails in the middle of a larger work${why ? `: ${why}` : ''}`, () => {
  test('whoever was changing the password gets in with the old or the new one', async () => {
    expect(await cutPasswordChange(10, 1)).toMatchObject({ lockedOut: 0 });
  });

  test('a book that was being made is absent or whole', async () => {
    expect(await cutCreation(10, 1)).toMatchObject({ halfMade: 0 });
  });

  test('a book that was getting new keys is whole under the old or the new ones', async () => {
    expect(await cutRotation(10, 1)).toMatchObject({ broken: 0 });
  });

  test('an older book that was being brought up to date has every row it had', async () => {
    expect(await cutMigration(6, 1)).toMatchObject({ broken: 0 });
  });
  test('the first backups of a book are there once they were said to be made, and what is listed is whole', async () => {
    expect(await cutBackup(40, 1)).toMatchObject({ false: 0, lost: 0 });
  });

  test('a book over which a backup was being restored is the one or the other', async () => {
    expect(await cutRestore(20, 1)).toMatchObject({ broken: 0 });
  });
});
