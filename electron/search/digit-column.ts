// The phones of all clients, with the places of every three digits in a row: ten digits alone stop indexOf at every other
// character, and of a part of a number some three digits are rare.

import { eachLineWith, flatOf, lineAt, type Column, type Flat } from './flat-column';

const TOGETHER = 3;
const DIFFERENT = 10 ** TOGETHER;

interface Places {
  /** In `all`, the places of the three digits n stand from `first[n]` to before `first[n + 1]`, in order. */
  readonly first: Int32Array;
  readonly all: Int32Array;
}

export function digitColumn(lines: readonly string[]): Column {
  const flat = flatOf(lines);
  const places = placesIn(flat.text);
  return {
    each: (words, found) => (/^\d{3,}$/.test(words) ? eachAmongPlaces(flat, places, words, found) : eachLineWith(flat, words, found)),
  };
}

function placesIn(text: string): Places {
  const first = new Int32Array(DIFFERENT + 1);
  eachThree(text, (three) => (first[three + 1] = (first[three + 1] ?? 0) + 1));
  for (let three = 0; three < DIFFERENT; three += 1) first[three + 1] = (first[three + 1] ?? 0) + (first[three] ?? 0);
  const all = new Int32Array(first[DIFFERENT] ?? 0);
  const next = first.slice();
  eachThree(text, (three, at) => {
    const place = next[three] ?? 0;
    all[place] = at;
    next[three] = place + 1;
  });
  return { first, all };
}

function eachThree(text: string, found: (three: number, at: number) => void): void {
  let three = 0;
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    run = digit >= 0 && digit <= 9 ? run + 1 : 0;
    three = run === 0 ? 0 : (three * 10 + digit) % DIFFERENT;
    if (run >= TOGETHER) found(three, at - TOGETHER + 1);
  }
}

function eachAmongPlaces({ text, starts }: Flat, places: Places, digits: string, found: (line: number) => void): void {
  const { within, from, to } = rarest(places, digits);
  let line = 0;
  let next = 0;
  for (let place = from; place < to; place += 1) {
    const at = (places.all[place] ?? 0) - within;
    // Before `next` is what was found already.
    if (at < next || !text.startsWith(digits, at)) continue;
    line = lineAt(starts, at, line);
    found(line);
    next = starts[line + 1] ?? text.length;
  }
}

/** The three of these digits that are seldom together, and where among the digits they begin. */
function rarest({ first }: Places, digits: string): { within: number; from: number; to: number } {
  const threes = Array.from({ length: digits.length - TOGETHER + 1 }, (_, within) => {
    const three = Number(digits.slice(within, within + TOGETHER));
    return { within, from: first[three] ?? 0, to: first[three + 1] ?? 0 };
  });
  return threes.reduce((least, one) => (one.to - one.from < least.to - least.from ? one : least));
}
