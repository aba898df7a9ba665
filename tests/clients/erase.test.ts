// Erasing a client for good: no byte of them is left, what was done stays provable, and they do not come back.

import { expect, test } from 'vitest';
import { eraseMany } from '../torture/erase';

test('leaves no word of 5 erased clients in any byte of the book', async () => {
  expect(await eraseMany(5)).toEqual({ erased: 5, unseen: 0, left: 0 });
});
