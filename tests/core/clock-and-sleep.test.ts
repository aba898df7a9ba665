// The small rounds of clocks that jump, PCs that sleep and programs that are started twice.

import { expect, test } from 'vitest';
import { jumpClocks } from '../torture/clock';
import { openTwice, sleepOften } from '../torture/sleep';

test('a clock that jumps takes no good backup away, holds up no daily one, and shortens no wait', { timeout: 120_000 }, () => {
  const { jumps, made, ...found } = jumpClocks(1000, 1);
  expect(found).toEqual({ newestGone: 0, historyGone: 0, missed: 0, early: 0 });
  expect(Math.min(jumps, made)).toBeGreaterThan(20);
});

test('a PC that sleeps in the middle of writing, and may not wake up, loses nothing acknowledged', { timeout: 120_000 }, async () => {
  const { acknowledged, ...found } = await sleepOften(4, 1);
  expect(found).toEqual({ lost: 0, half: 0, shut: 0 });
  expect(acknowledged).toBeGreaterThan(0);
});

test(
  'a second program is kept out of the book while the first works or sleeps, and let in when it is gone',
  { timeout: 120_000 },
  async () => {
    expect(await openTwice(4, 1)).toEqual({ told: { 'book.in-use': 4 }, letIn: 0, unnamed: 0, lockedOut: 0 });
  },
);
