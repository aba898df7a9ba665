// What is salvaged from a damaged book, against the book it was.

import { describe, expect, it } from 'vitest';
import { salvageDamaged, wholeBook } from '../torture/salvage';

const SEED = 20_261_122;

describe('a salvage', () => {
  it('keeps every row of every sound page word for word, and counts the rest, over 20 books damaged at random', async () => {
    const result = await salvageDamaged(20, SEED);
    expect(result).toMatchObject({ cases: 20, wrong: 0, untold: 0, broken: 0 });
    expect(result.rowsLost).toBeGreaterThan(0);
  }, 120_000);

  it('can be tried again with the same book: the same seed puts the same rows on the same pages', () => {
    const [one, other] = [wholeBook(SEED), wholeBook(SEED)];
    expect(other.pages).toBe(one.pages);
    expect(other.rows).toEqual(one.rows);
    expect(other.bytes.equals(one.bytes)).toBe(false);
  });
});
