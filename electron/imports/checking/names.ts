// The name of a client: one column or two, 'Last, First' turned round, a remark in the name left in it.

import { cleanLine, graphemeLength, isBroken, NAME_LENGTH } from '../../../shared/core/text';
import type { ImportField } from '../../../shared/imports/fields';
import type { RowFindings } from './findings';
import type { Habits } from './habits';

export interface ReadName {
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/** Null when the row has no name; that is reported under the column where a name would stand. */
export function takeName(found: RowFindings, habits: Habits): ReadName | null {
  const whole = line(found, 'name');
  const parts =
    whole === '' ? { first: line(found, 'firstName'), last: line(found, 'lastName') } : habits.lastFirst ? turned(found, whole) : null;
  const name = parts ? joined(parts.first, parts.last) : whole;
  const field = found.columns.has('name') ? 'name' : 'firstName';
  if (name === '') {
    found.reject(field, 'name.missing');
    return null;
  }
  if (graphemeLength(name) <= NAME_LENGTH) return { name, firstName: orNull(parts?.first), lastName: orNull(parts?.last) };
  found.warn(field, 'text.too-long', { most: NAME_LENGTH });
  return { name: shortened(name, NAME_LENGTH), firstName: null, lastName: null };
}

/** At most `max` characters as a reader counts them. */
export function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const segments = [...SEGMENTER.segment(text.slice(0, max * 16))];
  return segments
    .slice(0, max)
    .map(({ segment }) => segment)
    .join('');
}

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'grapheme' });

function line(found: RowFindings, field: ImportField): string {
  const text = found.text(field);
  if (isBroken(text)) found.warn(field, 'text.broken');
  return cleanLine(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replace(/^'+/u, '');
}

function turned(found: RowFindings, whole: string): { readonly first: string; readonly last: string } | null {
  const parts = whole.split(',').map((part) => part.trim());
  if (parts.every((part) => part === '')) return { first: '', last: '' };
  if (parts.length > 2) found.warn('name', 'name.ambiguous');
  if (parts.length === 1) return { first: whole, last: '' };
  return parts.length === 2 ? { first: parts[1] ?? '', last: parts[0] ?? '' } : null;
}

function joined(first: string, last: string): string {
  const chinese = /\p{Script=Han}/u.test(first) && /\p{Script=Han}/u.test(last);
  return chinese ? `${last}${first}` : [first, last].filter((part) => part !== '').join(' ');
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
