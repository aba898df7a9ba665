// The small round of restores that are killed in their middle, in the whole app: `npm run torture` kills a hundred.

import { expect, test } from 'vitest';
import { killRestore } from '../torture/restore-kills';

test('a book whose restore is killed is as it was or as in the backup, and nothing half done is left', { timeout: 480_000 }, async () => {
  const { old, restored, ...found } = await killRestore(10);
  expect(found).toEqual({ broken: 0, false: 0, litter: 0 });
  expect(old + restored).toBe(10);
});
