// Plain text cells: one line or several, never longer than the book holds, never cut in silence.

import { cleanLine, graphemeLength, isBroken } from '../../../shared/core/text';
import type { ImportField } from '../../../shared/imports/fields';
import type { RowFindings } from './findings';
import { shortened } from './names';

const EMAIL = /^[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+$/u;

export function takeLine(found: RowFindings, field: ImportField, max: number): string | null {
  return fitting(found, field, cleanLine(whole(found, field)).replace(/^'+/u, ''), max);
}

/** Line breaks stay, and so does what looks like a formula. */
export function takeNote(found: RowFindings, field: ImportField, max: number): string | null {
  return fitting(found, field, whole(found, field), max);
}

export function takeEmail(found: RowFindings): string | null {
  const text = cleanLine(whole(found, 'email'));
  if (text === '') return null;
  if (text.length <= 254 && EMAIL.test(text) && !text.includes('..')) return text;
  found.warn('email', 'email.invalid');
  return null;
}

/** 敏感肌/周末客、安静: every sign a person may put between tags. */
export function takeTags(found: RowFindings): readonly string[] {
  const tags = whole(found, 'tags')
    .split(/[/、，,；;|\n]/u)
    .map(cleanLine)
    .filter((tag) => tag !== '');
  if (tags.some((tag) => graphemeLength(tag) > 30)) found.warn('tags', 'text.too-long', { most: 30 });
  return [...new Set(tags.map((tag) => shortened(tag, 30)))].slice(0, 50);
}

function whole(found: RowFindings, field: ImportField): string {
  const text = found.text(field);
  if (!isBroken(text)) return text;
  found.warn(field, 'text.broken');
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

function fitting(found: RowFindings, field: ImportField, text: string, max: number): string | null {
  if (text === '') return null;
  if (text.length <= max || graphemeLength(text) <= max) return text;
  found.warn(field, 'text.too-long', { most: max });
  return shortened(text, max);
}
