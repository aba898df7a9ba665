// What may stand in a field of the shop's own: one rule a kind, for the form, for an import and for the book alike.

import { isoDate, isRealDay } from '../core/date';
import { readDay } from '../core/day-text';
import { graphemeLength } from '../core/text';
import type { ClientField } from './contract';

export const VALUE_LENGTH = 500;

export type FieldValueProblem =
  'field.too-long' | 'field.not-a-number' | 'field.no-such-day' | 'field.not-a-choice' | 'field.not-yes-or-no';

export type FieldReading =
  { readonly ok: true; readonly value: string | null } | { readonly ok: false; readonly problem: FieldValueProblem };

type Kinded = Pick<ClientField, 'kind' | 'choices'>;

/** As it is kept, or what is wrong with it. What the client had before may stay, also when its choice is no longer offered. */
export function readFieldValue(field: Kinded, typed: string | null, stored: string | null = null): FieldReading {
  const text = typed?.trim() ?? '';
  if (text === '') return kept(null);
  if (text === stored) return kept(stored);
  switch (field.kind) {
    case 'text':
      return graphemeLength(text) > VALUE_LENGTH ? wrong('field.too-long') : kept(text);
    case 'number':
      return readNumber(text);
    case 'date':
      return readDate(text);
    case 'choice':
      return field.choices.includes(text) ? kept(text) : wrong('field.not-a-choice');
    case 'choices':
      return readChoices(field.choices, choicesOf(text), stored);
    case 'yes-no':
      return text === 'yes' || text === 'no' ? kept(text) : wrong('field.not-yes-or-no');
  }
}

/** The choices in a value that holds several. */
export function choicesOf(value: string | null): readonly string[] {
  if (value === null || value === '') return [];
  try {
    const read: unknown = JSON.parse(value);
    return Array.isArray(read) ? read.filter((one) => typeof one === 'string') : [value];
  } catch {
    // Not JSON: one choice, as somebody wrote it.
    return [value];
  }
}

export function valueOfChoices(choices: readonly string[]): string | null {
  return choices.length === 0 ? null : JSON.stringify(choices);
}

function readNumber(text: string): FieldReading {
  const plain = text.normalize('NFKC').replace(/[\s,，]/gu, '');
  // Fifteen figures are what a number keeps exactly.
  if (!/^[+-]?\d{1,12}(?:\.\d{1,3})?$/.test(plain)) return wrong('field.not-a-number');
  return kept(String(Number(plain)));
}

function readDate(text: string): FieldReading {
  const reading = readDay(text);
  if (!reading.ok || reading.day.calendar !== 'solar' || reading.day.year === null) return wrong('field.no-such-day');
  const { year, month, day } = reading.day;
  return isRealDay(year, month, day) ? kept(isoDate(year, month, day)) : wrong('field.no-such-day');
}

/** In the order they are offered; what is no longer offered comes last. */
function readChoices(offered: readonly string[], chosen: readonly string[], stored: string | null): FieldReading {
  const before = choicesOf(stored);
  if (chosen.some((one) => !offered.includes(one) && !before.includes(one))) return wrong('field.not-a-choice');
  const gone = [...new Set(chosen)].filter((one) => !offered.includes(one));
  return kept(valueOfChoices([...offered.filter((one) => chosen.includes(one)), ...gone]));
}

function kept(value: string | null): FieldReading {
  return { ok: true, value };
}

function wrong(problem: FieldValueProblem): FieldReading {
  return { ok: false, problem };
}
