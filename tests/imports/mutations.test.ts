// The small round of damaged lists: `npm run torture` reads hundreds.

import { expect, test } from 'vitest';
import { readDamagedLists } from '../torture/lists';

test('60 damaged lists are read or refused by name, each within ten seconds and in less than 300 MiB', { timeout: 120_000 }, async () => {
  const { read, told, ...found } = await readDamagedLists(60, 7);
  expect(found).toMatchObject({ crashed: 0, slow: 0, heavy: 0 });
  expect(read).toBeGreaterThan(0);
  expect(told['file.damaged']).toBeGreaterThan(0);
});
