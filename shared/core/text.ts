// Text as people type it: cleaned for storing, folded for searching, measured in what a person sees as one character.

import { z } from 'zod';

export const NAME_LENGTH = 60;
export const NOTE_LENGTH = 4000;

export type TextProblem = 'text.empty' | 'text.too-long' | 'text.broken';

/** Zero-width marks, soft hyphens, and marks that turn the writing direction: never typed on purpose, invisible, and fit to deceive. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** A zero-width joiner has a meaning only between two pictures: 👩‍👧. */
const STRAY_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
// eslint-disable-next-line no-control-regex -- control characters are what this is about; tab, line feed and return are handled apart
const CONTROLS = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** With the u flag a surrogate matches only when its other half is missing. */
const BROKEN = /[\ud800-\udfff]|\0/u;

/** The form everything is searched in: width, case, accents and invisible marks no longer matter. */
export function fold(text: string): string {
  // nearly every name: nothing to fold, and imports fold a hundred thousand of them
  if (/^[\u4e00-\u9fff]*$/.test(text)) return text;
  const decomposed = text.normalize('NFKC').toLowerCase().normalize('NFD');
  return decomposed
    .replace(/\p{M}|\p{Cf}|\0/gu, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What was typed as pinyin, in the way pinyin is kept: ü is v, no tones, blanks or apostrophes. Null when it holds anything but letters. */
export function foldPinyin(text: string): string | null {
  const letters = fold(text.normalize('NFD').replace(/u\u0308/giu, 'v')).replace(/[\s'’]/gu, '');
  return /^[a-z]+$/.test(letters) ? letters : null;
}

/** One line: outer and doubled blanks, invisible marks and control characters go; everything else stays as typed. */
export function cleanLine(text: string): string {
  return withoutMarks(text).replace(/\s+/gu, ' ').trim();
}

/** Several lines: line ends become \n; blanks inside a line stay, because a note may be a small table. */
export function cleanNote(text: string): string {
  return withoutMarks(text.replace(/\r\n?|\u2028|\u2029/g, '\n')).trim();
}

/** A name for storing, or why it cannot be one. 㐂 𠮷 · and emoji stay as typed. */
export function cleanName(
  text: string,
): { readonly ok: true; readonly name: string } | { readonly ok: false; readonly problem: TextProblem } {
  const name = cleanLine(text);
  const problem = problemOf(name, NAME_LENGTH);
  if (problem) return { ok: false, problem };
  return name === '' ? { ok: false, problem: 'text.empty' } : { ok: true, name };
}

export function isBroken(text: string): boolean {
  return BROKEN.test(text);
}

/** What a reader counts as characters: 👩‍👧 is one, 𠮷 is one. */
export function graphemeLength(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (const segment of SEGMENTER.segment(text)) count += segment.segment === '' ? 0 : 1;
  return count;
}

/** Cleaned, not empty, at most 60 characters as seen. */
export const PersonName = checkedText(cleanLine, NAME_LENGTH).refine((name) => name !== '', 'text.empty');
export type PersonName = z.output<typeof PersonName>;

/** One line of at most `max` characters; may be empty. */
export function ShortText(max: number): z.ZodString {
  return checkedText(cleanLine, max);
}

/** Lines of text of at most `max` characters; may be empty. */
export function LongText(max: number = NOTE_LENGTH): z.ZodString {
  return checkedText(cleanNote, max);
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'grapheme' });

function withoutMarks(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(INVISIBLE, '').replace(STRAY_JOINER, '').replace(CONTROLS, '').normalize('NFC');
}

function checkedText(clean: (text: string) => string, max: number): z.ZodString {
  return z
    .string()
    .overwrite(clean)
    .check((context) => {
      const problem = problemOf(context.value, max);
      if (problem) context.issues.push({ code: 'custom', input: context.value, message: problem });
    });
}

function problemOf(text: string, max: number): TextProblem | null {
  if (isBroken(text)) return 'text.broken';
  if (text.length <= max) return null;
  // no character as seen is written with more than 16 units in practice; counting a million of them would freeze the screen
  return text.length > max * 16 || graphemeLength(text) > max ? 'text.too-long' : null;
}

function isPlain(text: string): boolean {
  return /^[ -~\u4e00-\u9fff]*$/.test(text);
}
