// The small round of works that are killed in their middle: `npm run torture` kills a hundred of each.

import { expect, test } from 'vitest';
import { killImport, killMigration } from '../torture/work-kills';

test('a book whose import is killed has nothing of the list, or all of it', { timeout: 240_000 }, async () => {
  const { broken, old, imported } = await killImport(10);
  expect(broken).toBe(0);
  expect(old + imported).toBe(10);
});

test('an older book that is killed while it is brought up to date opens with every row it had', { timeout: 240_000 }, async () => {
  expect(await killMigration(10)).toMatchObject({ broken: 0 });
});
