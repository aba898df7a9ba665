// What is salvaged from a damaged book, against the book it was.

import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { openReadOnly } from '../../electron/core/database/open';
import { aFolder, removeFolder } from '../support/book-file';
import { damaged, salvageDamaged, salvageIn, wholeBook, type WholeBook } from '../torture/salvage';

const SEED = 20_261_122;

let whole: WholeBook;
beforeAll(() => {
  whole = wholeBook(SEED);
});

describe('a salvage', { timeout: 120_000 }, () => {
  it('keeps every row of every sound page word for word, and counts the rest, over 20 books damaged at random', async () => {
    const result = await salvageDamaged(20, SEED, whole);
    expect(result).toMatchObject({ cases: 20, wrong: 0, untold: 0, broken: 0 });
    expect(result.rowsLost).toBeGreaterThan(0);
  });

  it('keeps no picture of which nobody can say whose it is, and counts it', async () => {
    const folder = aFolder();
    onTestFinished(() => removeFolder(folder));
    const page = whole.rows.get('photo')?.[0]?.pages[0] ?? 0;
    const { tables } = await salvageIn(
      folder,
      whole,
      damaged(whole.bytes, new Set([page]), () => 0),
    );
    const db = openReadOnly(join(folder, 'book.next'), { key: whole.key, salt: whole.salt, schemaVersion: SCHEMA_VERSION });
    const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    const [photos, pictures] = [count('photo'), count('photo_content')];
    db.close();
    expect(photos).toBeLessThan(whole.rows.get('photo')?.length ?? 0);
    expect(pictures).toBe(photos);
    expect(tables.find(({ table }) => table === 'other')?.lost).toBe((whole.rows.get('photo_content')?.length ?? 0) - pictures);
  });

  it('can be tried again with the same book: the same seed puts the same rows on the same pages', () => {
    const other = wholeBook(SEED);
    expect(other.pages).toBe(whole.pages);
    expect(other.rows).toEqual(whole.rows);
    expect(other.bytes.equals(whole.bytes)).toBe(false);
  });
});
