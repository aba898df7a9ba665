// Which characters of a found client to mark: the reason it was found, for the eye.

import { fold } from '../core/text';
import type { Match } from './contract';

export interface Findable {
  readonly name: string;
  readonly nickname: string | null;
  readonly pinyin: string;
  readonly number: string;
  readonly phone: string | null;
}

/** `note` is the text a note hit would be quoted from; null when there is none at hand. */
export function matchOf(row: Findable, typed: string, note: string | null): Match | null {
  const words = fold(typed).replace(/\s+/g, ' ').trim();
  if (words === '') return null;
  return (
    inText('name', row.name, words) ??
    (row.nickname === null ? null : inText('nickname', row.nickname, words)) ??
    inPinyin(row.pinyin, words) ??
    (row.phone === null ? null : inPhone(row.phone, words)) ??
    inText('number', row.number, words) ??
    inNote(note, words)
  );
}

function inText(field: Match['field'], text: string, words: string): Match | null {
  const at = fold(text).indexOf(words);
  // Folding may change the length (ﬁ → fi): then the hit is shown without a mark rather than with a wrong one.
  if (at === -1) return null;
  return { field, ranges: fold(text).length === text.length ? [[at, at + words.length]] : [], excerpt: null };
}

function inPinyin(pinyin: string, words: string): Match | null {
  const letters = words.replace(/[\s']/g, '');
  if (pinyin === '' || !/^[a-zü]+$/.test(letters)) return null;
  const syllables = pinyin.split(' ');
  for (let first = 0; first < syllables.length; first += 1) {
    const ranges = fitSyllables(syllables, first, letters);
    if (ranges) return { field: 'pinyin', ranges, excerpt: null };
  }
  return null;
}

/** Whole syllables one after the other, the last may be cut short; or initials. */
function fitSyllables(syllables: readonly string[], first: number, letters: string): [number, number][] | null {
  const start = syllables.slice(0, first).reduce((sum, syllable) => sum + syllable.length + 1, 0);
  return fit(syllables, first, letters, start, whole) ?? fit(syllables, first, letters, start, initial);
}

type Take = (syllable: string, letters: string) => number;

const whole: Take = (syllable, letters) =>
  letters.startsWith(syllable) ? syllable.length : syllable.startsWith(letters) ? letters.length : 0;
const initial: Take = (syllable, letters) => (syllable.startsWith(letters.slice(0, 1)) ? 1 : 0);

function fit(syllables: readonly string[], first: number, letters: string, start: number, take: Take): [number, number][] | null {
  const ranges: [number, number][] = [];
  let left = letters;
  let at = start;
  for (let i = first; left !== '' && i < syllables.length; i += 1) {
    const syllable = syllables[i] ?? '';
    // The surname may be written out before initials: zhangsf.
    const taken =
      i === first && take === initial && left.startsWith(syllable) && left !== syllable ? syllable.length : take(syllable, left);
    if (taken === 0) return null;
    ranges.push([at, at + taken]);
    left = left.slice(taken);
    at += syllable.length + 1;
  }
  return left === '' ? ranges : null;
}

/** The typed digits inside a phone shown in groups. */
function inPhone(shown: string, words: string): Match | null {
  const digits = words.replace(/[\s()+-]/g, '');
  if (!/^\d+$/.test(digits)) return null;
  const places = [...shown].flatMap((character, i) => (/\d/.test(character) ? [i] : []));
  const at = places
    .map((place) => shown[place])
    .join('')
    .indexOf(digits);
  const from = places[at];
  const to = places[at + digits.length - 1];
  return at === -1 || from === undefined || to === undefined ? null : { field: 'phone', ranges: [[from, to + 1]], excerpt: null };
}

function inNote(note: string | null, words: string): Match | null {
  if (note === null) return null;
  const at = fold(note).indexOf(words);
  if (at === -1) return null;
  const from = Math.max(0, at - 12);
  const excerpt = `${from > 0 ? '…' : ''}${note.slice(from, at + words.length + 20)}`;
  const mark = fold(excerpt).indexOf(words);
  return { field: 'note', ranges: mark === -1 ? [] : [[mark, mark + words.length]], excerpt };
}
