// Which characters of a found client to mark: the reason it was found, for the eye.

import { fold, foldPinyin } from '../core/text';
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
    inPinyin(row.pinyin, typed) ??
    (row.phone === null ? null : inPhone(row.phone, words)) ??
    inText('number', row.number, words) ??
    inNote(note, words)
  );
}

function inText(field: Match['field'], text: string, words: string): Match | null {
  const place = placeOf(text, words);
  return place && { field, ranges: [place], excerpt: null };
}

type Place = [from: number, to: number];

/** Where the words stand in a text as it was typed. Folding may lengthen a character (ﬁ → fi) or drop one, so the place is felt for from both ends. */
function placeOf(text: string, words: string): Place | null {
  const at = fold(text).indexOf(words);
  if (at === -1) return null;
  if (fold(text.slice(at, at + words.length)) === words) return [at, at + words.length];
  const to = firstWhere(text.length, (end) => fold(text.slice(0, end)).includes(words));
  const cut = firstWhere(to, (length) => fold(text.slice(to - length, to)).includes(words));
  return [to - cut, to];
}

/** The least number up to `most` that is enough, where more is never too little. */
function firstWhere(most: number, enough: (tried: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

function inPinyin(pinyin: string, typed: string): Match | null {
  const letters = foldPinyin(typed);
  if (pinyin === '' || letters === null) return null;
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
  const place = note === null ? null : placeOf(note, words);
  if (note === null || place === null) return null;
  const [start, end] = place;
  const from = betweenCharacters(note, Math.max(0, start - 12));
  const lead = from > 0 ? '…' : '';
  const shift = lead.length - from;
  const excerpt = lead + note.slice(from, betweenCharacters(note, end + 20));
  return { field: 'note', ranges: [[start + shift, end + shift]], excerpt };
}

/** Never between the halves of a rare character or an emoji. */
function betweenCharacters(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
