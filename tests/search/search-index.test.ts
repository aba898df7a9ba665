// The search index against a plain filter over the same clients: the same ones, in the same order, whatever was changed in between.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksFor, SEARCH_FIELDS } from '../../electron/search/question';
import { SearchIndex, type SearchEntry, type Shelf } from '../../electron/search/search-index';
import { pinyinKeys, pinyinOf } from '../../shared/core/pinyin';
import { fold } from '../../shared/core/text';

const SHELVES = ['current', 'archived', 'bin'] as const;

// Few letters and few days: so that hits, ties and hits in several fields are many.
const text = fc
  .array(fc.constantFrom('张', '素', '芬', 'a', 'b', '1', '3', '8', ' '), { maxLength: 6 })
  .map((parts) => fold(parts.join('')));
// Characters, Latin letters and signs next to each other.
const note = fc.array(fc.constantFrom('水', '温', ',', '+', 'a', '5', ' '), { maxLength: 10 }).map((parts) => fold(parts.join('')));
// Long enough that the same three digits stand in many places, and a blank between two numbers.
const phone = fc.array(fc.constantFrom('0', '1', '3', ' '), { maxLength: 16 }).map((parts) => parts.join('').trim());
const anEntry = (id: number): fc.Arbitrary<SearchEntry> =>
  fc.record({
    id: fc.constant(id),
    shelf: fc.constantFrom(...SHELVES),
    lastVisitOn: fc.constantFrom('', '2026-01-01', '2026-02-01', '2026-03-01'),
    alerts: fc.constant([]),
    texts: fc.record({ name: text, phone, number: text, note }).map((texts) => ({ ...texts, pinyin: pinyinKeys(pinyinOf(texts.name)) })),
  });
const someEntries = fc.integer({ min: 0, max: 30 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anEntry(i + 1))));
const typed = fc.oneof(
  text,
  note,
  phone,
  fc.stringMatching(/^[013]{2,5}$/),
  fc.constantFrom('zhang', 'sf', 'zsf', 'fen', '138', '1', ' ', '张素', '|', '\n'),
);
/** A change: a client gone, changed or new. */
const change = fc.integer({ min: 1, max: 40 }).chain((id) => fc.tuple(fc.constant(id), fc.option(anEntry(id))));

function naive(entries: Iterable<SearchEntry>, words: string, shelf: Shelf): number[] {
  const looks = looksFor(words);
  return [...entries]
    .filter((entry) => entry.shelf === shelf)
    .map((entry) => ({ entry, rank: looks.findIndex(({ field, words: wanted }) => entry.texts[field].includes(wanted)) }))
    .filter(({ rank }) => rank !== -1)
    .sort((a, b) => a.rank - b.rank || cmp(b.entry.lastVisitOn, a.entry.lastVisitOn) || b.entry.id - a.entry.id)
    .map(({ entry }) => entry.id);
}

function refill(index: SearchIndex, entries: Iterable<SearchEntry>): void {
  Array.from(index.fill(Array.from(entries)));
}

function cmp(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

test('finds what a plain filter finds, in the same order, after any changes and at any limit', () => {
  const given = fc.record({
    entries: someEntries,
    changes: fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 4 }),
    words: typed,
    shelf: fc.constantFrom(...SHELVES),
    limit: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(given, ({ entries, changes, words, shelf, limit }) => {
      const index = new SearchIndex();
      const known = new Map<number, SearchEntry>(entries.map((entry) => [entry.id, entry]));
      const agrees = () => {
        const expected = naive(known.values(), words, shelf);
        expect(index.find(words, shelf, limit)).toEqual({ ids: expected.slice(0, limit), total: expected.length });
      };
      refill(index, entries);
      agrees();
      for (const step of changes) {
        const last = new Map(step);
        last.forEach((entry, id) => (entry ? known.set(id, entry) : known.delete(id)));
        index.refresh(
          [...last.keys()],
          [...last.values()].flatMap((entry) => entry ?? []),
        );
        agrees();
      }
      refill(index, known.values());
      agrees();
    }),
    { numRuns: 600, seed: 20261122 },
  );
});

test('asks to be built anew once many clients have changed', () => {
  const index = new SearchIndex();
  const entry = (id: number): SearchEntry => ({
    id,
    shelf: 'current',
    lastVisitOn: '',
    alerts: [],
    texts: { name: `张${id}`, pinyin: '', phone: '', number: '', note: '' },
  });
  const ids = Array.from({ length: 400 }, (_, i) => i + 1);
  expect(index.refresh(ids, ids.map(entry))).toBe(false);
  expect(index.refresh([401], [entry(401)])).toBe(true);
  expect(index.find('张', 'current', 10).total).toBe(401);
});

describe('what was typed', () => {
  const fields = (words: string) => looksFor(words).map(({ field, words: wanted }) => `${field}:${wanted}`);

  test('is nothing when it is only blanks', () => {
    expect(['', '  ', '　', '\n', '|'].map(looksFor)).toEqual([[], [], [], [], []]);
  });

  test('is a phone first when it is digits, however they are grouped', () => {
    expect(fields('138-0013 80')[0]).toBe('phone:138001380');
    expect(fields('１３８')[0]).toBe('phone:138');
  });

  test.each(['lv', 'lü', 'LÜ', 'lǚ', 'lu\u0308'])('reads %s as the pinyin of 吕', (words) => {
    expect(fields(words)).toContain('pinyin:Lv');
  });

  test('looks in every field there is at one time or another', () => {
    const seen = new Set(['zsf', '138'].flatMap((words) => looksFor(words).map(({ field }) => field)));
    expect([...seen].sort()).toEqual([...SEARCH_FIELDS].sort());
  });
});
