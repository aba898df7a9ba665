// Phone numbers: as typed, as E.164, and every habit of typing between the two.

import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

export const REGIONS = ['CN', 'HK', 'MO', 'TW', 'US', 'CA', 'GB', 'ES', 'SG', 'MY', 'AU', 'NZ', 'JP', 'KR', 'DE', 'FR', 'IT'] as const;
/** The country whose numbers may be typed without a country code. */
export const Region = z.enum(REGIONS);
export type Region = z.output<typeof Region>;

export const E164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'phone.invalid')
  .brand<'E164'>();
export type E164 = z.output<typeof E164>;

export type PhoneProblem = 'empty' | 'missing-digits' | 'too-many' | 'scientific' | 'letters' | 'no-area-code' | 'not-a-phone';

export type PhoneReading =
  | { readonly ok: true; readonly e164: E164; readonly extension: string | null }
  | { readonly ok: false; readonly problem: PhoneProblem; readonly by: number | null };

/** One of several numbers in a cell; `e164` is null when it cannot be one, and then `problem` says why. */
export interface PhoneInCell {
  readonly typed: string;
  readonly e164: E164 | null;
  readonly extension: string | null;
  readonly label: string | null;
  readonly problem: PhoneProblem | null;
  /** How many digits are missing or too many, when that is known. */
  readonly by: number | null;
}

const EXTENSION = /(?:转|轉|分机|分機|ext\.?|extension|x|#)\s*[:.]?\s*(\d{1,6})\s*$/iu;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d*)?e[+-]?\d+$/iu;

/** Reads one number. Never guesses: O is not 0, a lost digit is not made up. */
export function normalisePhone(typed: string, region: Region): PhoneReading {
  const text = tidy(typed);
  if (text === '') return problem('empty');
  if (SCIENTIFIC.test(text.replace(/\s/g, ''))) return problem('scientific');
  const extension = EXTENSION.exec(text)?.[1] ?? null;
  const number = extension === null ? text : text.replace(EXTENSION, '');
  if (/\p{L}/u.test(number)) return problem('letters');
  const digits = number.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
  if (!/\d/.test(digits)) return problem('not-a-phone');
  return readDigits(digits, region, extension);
}

/** All numbers of one cell: / 、 , ; 或, line breaks and a remark in brackets stand between them. The first leads. */
export function readPhones(cellText: string, region: Region): readonly PhoneInCell[] {
  const whole = tidy(cellText);
  if (whole === '') return [];
  const pieces = piecesOf(whole).map((piece) => inCell(piece.typed, piece.label, region));
  const good = pieces.some((piece) => piece.e164 !== null);
  const joined = good ? null : inCell(whole, null, region);
  // 0571/88001234 is one number, although a slash stands in it
  return joined?.e164 ? [joined] : pieces;
}

/** 138 0013 8000 for mainland mobiles, 021 6500 1234 for landlines, the international form for the rest of the world. */
export function formatPhone(e164: string): string {
  const mobile = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(e164);
  if (mobile) return `${mobile[1]} ${mobile[2]} ${mobile[3]}`;
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.countryCallingCode === '86' ? parsed.formatNational() : parsed.formatInternational();
}

/** Enough to recognise a number one already knows: 138 **** 8533. */
export function maskPhone(e164: string): string {
  const mobile = /^\+86(1\d{2})\d{4}(\d{4})$/.exec(e164);
  if (mobile) return `${mobile[1]} **** ${mobile[2]}`;
  const country = parsePhoneNumberFromString(e164)?.countryCallingCode;
  return `${country === undefined ? '' : `+${country} `}**** ${e164.slice(-4)}`;
}

function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, (mark) => (mark === '\n' || mark === '\r' ? '\n' : ''))
    .replace(/^[\s'"‘’`]+/u, '')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .trim();
}

function readDigits(typedDigits: string, region: Region, extension: string | null): PhoneReading {
  const digits = typedDigits.replace(/^00/, '+').replace(region === 'CN' ? /^86(?=1\d{10}$)/ : /^(?!)/, '+86');
  const mainland = digits.startsWith('+86') ? digits.slice(3) : region === 'CN' && !digits.startsWith('+') ? digits : null;
  if (mainland !== null && /^1[1-9]/.test(mainland)) return readMobile(mainland, extension);
  if (mainland !== null && /^[2-9]\d{6,7}$/.test(mainland)) return problem('no-area-code');
  const parsed = parsePhoneNumberFromString(digits, region);
  if (!parsed) return problem(digits.replace('+', '').length < 7 ? 'missing-digits' : 'not-a-phone');
  const known = E164.safeParse(parsed.number);
  if (parsed.isValid() && known.success) return { ok: true, e164: known.data, extension };
  return problem(lengthProblem(parsed.nationalNumber.length, parsed.isPossible()));
}

function readMobile(digits: string, extension: string | null): PhoneReading {
  if (digits.length < 11) return problem('missing-digits', 11 - digits.length);
  if (digits.length > 11) return problem('too-many', digits.length - 11);
  const known = E164.safeParse(`+86${digits}`);
  if (!/^1[3-9]/.test(digits) || !known.success) return problem('not-a-phone');
  return { ok: true, e164: known.data, extension };
}

function lengthProblem(length: number, possible: boolean): PhoneProblem {
  if (possible) return 'not-a-phone';
  return length < 8 ? 'missing-digits' : length > 11 ? 'too-many' : 'not-a-phone';
}

function problem(name: PhoneProblem, by: number | null = null): PhoneReading {
  return { ok: false, problem: name, by };
}

function piecesOf(whole: string): readonly { readonly typed: string; readonly label: string | null }[] {
  const pieces: { typed: string; label: string | null }[] = [];
  for (const part of whole.split(/[/、,;|\n]|或者?|(?<=\d{7})\s+(?=1[3-9]\d{9}(?:\D|$))/u)) {
    for (const match of part.matchAll(/([^()]*(?:\(\s*\+?[\d\s-]+\)[^()]*)*)(?:\(([^()]*)\))?/gu)) {
      const typed = (match[1] ?? '').trim();
      const label = match[2]?.trim() ?? null;
      if (/[\p{L}\d]/u.test(typed)) pieces.push({ typed, label });
    }
  }
  return pieces.length > 0 ? pieces : [{ typed: whole, label: null }];
}

function inCell(typed: string, label: string | null, region: Region): PhoneInCell {
  const reading = normalisePhone(typed, region);
  return reading.ok
    ? { typed, label, e164: reading.e164, extension: reading.extension, problem: null, by: null }
    : { typed, label, e164: null, extension: null, problem: reading.problem, by: reading.by };
}
