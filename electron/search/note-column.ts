// What is noted of all clients, and beside it the little of it that is in Latin letters and digits: who types a name in pinyin
// or a phone number does not mean the characters, and need not wait for them.

import { eachLineWith, flatOf, type Column } from './flat-column';

export function noteColumn(lines: readonly string[]): Column {
  const whole = flatOf(lines);
  const latin = flatOf(lines.map(latinOf));
  return { each: (words, found) => eachLineWith(isLatin(words) ? latin : whole, words, found) };
}

/** Words with a letter or digit and nothing but ASCII: each stands in one such stretch of the note, whole. */
function isLatin(words: string): boolean {
  return /^[\x20-\x7e]*$/.test(words) && /[a-z0-9]/.test(words);
}

function latinOf(note: string): string {
  return note
    .split(/[^\x20-\x7e]+/)
    .filter((stretch) => /[a-z0-9]/.test(stretch))
    .join('\t');
}
