// `search_p95`: one keystroke of somebody looking for a client, until the 50 rows are there.

import { listSearchEntriesAfter } from '../../electron/search/store';
import { wrapDatabase } from '../../electron/core/database/database';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { pick, seeded } from './people';

export async function measureSearch(desk: Desk): Promise<Measurement> {
  const db = wrapDatabase(desk.house.vault.database());
  const people = listSearchEntriesAfter(db, 0, 1_000_000)
    .filter((entry) => entry.shelf === 'current')
    .sort((a, b) => (a.lastVisitOn < b.lastVisitOn ? 1 : -1));
  const arrays = people.map(({ texts }) => [texts.name, texts.pinyin, texts.phone, texts.number, texts.note]);
  const keystrokes = typed(people.map(({ texts }) => texts));
  return sideBySide({
    runs: keystrokes.length - 50,
    warmUp: 50,
    quantile: 0.95,
    ours: (run) =>
      desk.ask('clients.list', {
        filter: { text: keystrokes[run] ?? '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
        ...({ sort: 'last-visit', descending: true, offset: 0, limit: 50 } as const),
      }),
    floor: (run) => inArrays(arrays, people, keystrokes[run] ?? ''),
  });
}

/** The same search on bare arrays: every client looked at, fifty taken, all of them counted. */
function inArrays<Row>(arrays: readonly (readonly string[])[], rows: readonly Row[], text: string): { rows: Row[]; total: number } {
  const found: Row[] = [];
  let total = 0;
  for (let index = 0; index < arrays.length; index += 1) {
    if (!holds(arrays[index] ?? [], text)) continue;
    total += 1;
    const row = rows[index];
    if (row !== undefined && found.length < 50) found.push(row);
  }
  return { rows: found, total };
}

function holds(fields: readonly string[], text: string): boolean {
  for (const field of fields) if (field.includes(text)) return true;
  return false;
}

/** What is typed, key by key: one to three characters of a name, pinyin, initials, part of a phone number, a word of a note. */
function typed(
  people: readonly { readonly name: string; readonly pinyin: string; readonly phone: string; readonly note: string }[],
): string[] {
  const random = seeded(7);
  const strokes = (text: string, least: number, most: number) =>
    Array.from({ length: Math.max(0, Math.min(most, text.length) - least + 1) }, (_, index) => text.slice(0, least + index));
  const keys: string[] = [];
  for (let round = 0; round < 40; round += 1) {
    keys.push(...strokes(pick(random, people).name, 1, 3));
    const syllables = pick(random, people).pinyin.split('|');
    keys.push(...strokes(syllables[1] ?? '', 1, 6), ...strokes(syllables.at(-1) ?? '', 1, 3));
    keys.push(...strokes(pick(random, people).phone.split(' ')[0]?.slice(-8) ?? '', 3, 8));
    const note = pick(random, people).note;
    if (note.length > 4) keys.push(...strokes(note.slice(2), 2, 4));
  }
  return keys.sort(() => random() - 0.5);
}
