// `search_p95`: one keystroke of somebody looking for a client, until the 50 rows are there.

import type { SearchEntry } from '../../electron/search/search-index';
import { listSearchEntriesAfter } from '../../electron/search/store';
import { wrapDatabase } from '../../electron/core/database/database';
import { createSealer, type Sealer } from '../../electron/core/sealing';
import { aSession } from '../support/session';
import type { Desk } from './desk';
import { sideBySide, type Measurement } from './measure';
import { pick, seeded } from './people';

export interface Searcher {
  /** How many different keystrokes there are. */
  readonly count: number;
  press(run: number): Promise<unknown>;
}

export async function measureSearch(desk: Desk): Promise<Measurement> {
  const people = peopleOf(desk);
  const arrays = people.map(({ texts }) => [texts.name, texts.pinyin, texts.phone, texts.number, texts.note]);
  const keystrokes = typed(people.map(({ texts }) => texts));
  const { press } = pressing(desk, keystrokes);
  const runs = keystrokes.length - WARM_UP;
  return sideBySide({
    runs,
    warmUp: WARM_UP,
    quantile: 0.95,
    ours: press,
    floor: (run) => inArrays(arrays, people, keystrokes[run] ?? ''),
  });
}

export function searcherOf(desk: Desk): Searcher {
  return pressing(desk, typed(peopleOf(desk).map(({ texts }) => texts)));
}

const WARM_UP = 50;

function pressing(desk: Desk, keystrokes: readonly string[]): Searcher {
  const everybody = { tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
  const order = { sort: 'last-visit', descending: true, offset: 0, limit: 50 } as const;
  const press = (run: number) => desk.ask('clients.list', { filter: { text: keystrokes[run] ?? '', ...everybody }, ...order });
  return { count: keystrokes.length, press };
}

function sealerOf({ house }: Desk): Sealer | null {
  const { health } = house.vault.subKeys();
  return health && createSealer(health, 'health');
}

/** As the search itself reads them for who may see everything, last visit first. */
function peopleOf(desk: Desk): SearchEntry[] {
  return listSearchEntriesAfter(
    { db: wrapDatabase(desk.house.vault.database()), session: aSession(), health: sealerOf(desk) },
    0,
    1_000_000,
  )
    .filter((entry) => entry.shelf === 'current')
    .sort((a, b) => (a.lastVisitOn < b.lastVisitOn ? 1 : -1));
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
    const syllables = pick(random, people)
      .pinyin.split(/(?=[A-Z])/)
      .map((key) => key.toLowerCase());
    keys.push(...strokes(syllables[0] ?? '', 1, 6), ...strokes(syllables.at(-1) ?? '', 1, 3));
    keys.push(...strokes(pick(random, people).phone.split(' ')[0]?.slice(-8) ?? '', 3, 8));
    const note = pick(random, people).note;
    if (note.length > 4) keys.push(...strokes(note.slice(2), 2, 4));
  }
  return keys.sort(() => random() - 0.5);
}
