// What to look for: the forms in which a known value of the book could lie in a file, without those that occur by chance.

import { formatPhone } from '../../shared/core/phone';
import { toGb18030 } from './gb18030';

export type ValueKind = 'name' | 'phone' | 'note';

export interface KnownValue {
  readonly kind: ValueKind;
  readonly text: string;
}

export interface Needle {
  readonly kind: ValueKind;
  readonly bytes: Buffer;
}

export interface Needles {
  readonly needles: readonly Needle[];
  /** How many of the values are looked for; the others are too short to mean anything. */
  readonly values: number;
}

/** Four given bytes stand somewhere in every few gigabytes of encrypted file by chance; six do so once in 280,000 GB. */
const LEAST_BYTES = 6;
const LEAST_DIFFERENT_BYTES = 3;
const LEAST_DIGITS = 8;
/** A longer piece is cut in two by the page of a database or the line of a file. */
const LONGEST_PIECE = 24;

export function needlesOf(known: readonly KnownValue[]): Needles {
  const all = new Map<string, Needle>();
  let values = 0;
  for (const { kind, text } of known) {
    const found = spellings(kind, text.normalize('NFC').trim()).flatMap(inEveryEncoding);
    if (found.length > 0) values += 1;
    for (const bytes of found) all.set(`${kind} ${bytes.toString('hex')}`, { kind, bytes });
  }
  return { needles: [...all.values()], values };
}

function spellings(kind: ValueKind, text: string): readonly string[] {
  if (kind === 'phone') return phoneSpellings(text);
  return [kind === 'note' ? longestPiece(text) : text];
}

/** 8613800138000, 13800138000, 138 0013 8000, 138-0013-8000, and as it was given. */
function phoneSpellings(text: string): readonly string[] {
  const digits = text.replace(/\D/g, '');
  if (digits.length < LEAST_DIGITS) return [];
  const spaced = text.startsWith('+') ? formatPhone(text) : MOBILE.test(digits) ? formatPhone(`+86${digits}`) : text;
  return [text, digits, spaced.replace(/\D/g, ''), spaced, spaced.replaceAll(' ', '-')];
}

const MOBILE = /^1\d{10}$/;

/** Between what CSV, JSON and XML write in another way. */
function longestPiece(text: string): string {
  const pieces = text.split(/[\p{Cc}"'\\,&<>]+/u).map((piece) => [...piece.trim()].slice(0, LONGEST_PIECE).join(''));
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

function inEveryEncoding(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  // Three Latin letters are six bytes in UTF-16, and still three letters.
  if (!isTelling(utf8)) return [];
  const chinese = toGb18030(text);
  return [utf8, Buffer.from(text, 'utf16le'), ...(chinese === undefined ? [] : [chinese])].filter(isTelling);
}

function isTelling(bytes: Buffer): boolean {
  return bytes.length >= LEAST_BYTES && new Set(bytes).size >= LEAST_DIFFERENT_BYTES;
}
