// What is salvaged from a damaged book, against the book it was.

import { describe, expect, it } from 'vitest';
import { salvageDamaged, wholeBook } from '../torture/salvage';

describe('a salvage', () => {
  it('keeps every row of every sound page word for word, and counts the rest, over 20 books damaged at random', async () => {
    const result = await salvageDamaged(20, 20_261_122, wholeBook());
    expect(result).toMatchObject({ cases: 20, wrong: 0, untold: 0, broken: 0 });
    expect(result.rowsLost).toBeGreaterThan(0);
  }, 120_000);
});
