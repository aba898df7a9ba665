// Reads delimited text: which delimiter it uses, quoted fields, line breaks inside them, all three line ends.

import { refuse } from '../../../shared/errors';
import { decodeText } from './encoding';
import type { Limits } from './limits';
import type { Cell, Row, Table } from './table';
import { isBlankCell } from './table';
import { tooLarge } from './zip';

const DELIMITERS = [',', '\t', ';', '|'];

export function readCsv(bytes: Uint8Array, chosen: 'utf-8' | 'gb18030' | null, limits: Limits): Table {
  const { text, encoding } = decodeText(bytes, chosen);
  const announced = /^sep=(.)\r?\n/u.exec(text);
  const delimiter = announced?.[1] ?? guessDelimiter(text);
  const rows: Row[] = [];
  let number = 0;
  readRecords(text, delimiter, limits, (fields) => {
    number += 1;
    if (announced && number === 1) return;
    if (fields.length > limits.columns && fields.slice(limits.columns).some((field) => field !== ''))
      throw tooLarge('columns', limits.columns);
    const cells = fields.map((field): Cell => (field === '' ? null : field));
    if (!cells.every(isBlankCell)) rows.push({ number, cells });
    if (rows.length > limits.rows) throw tooLarge('rows', limits.rows);
  });
  return { encoding, epoch: 1900, sheets: [{ name: '', hidden: false, rows }] };
}

/** The delimiter that cuts the first records into the most equal numbers of fields. */
function guessDelimiter(text: string): string {
  const start = text.slice(0, 64 * 1024);
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(start, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function scoreOf(text: string, delimiter: string): number {
  const widths = new Map<number, number>();
  let records = 0;
  readRecords(text, delimiter, null, (fields) => {
    records += 1;
    if (fields.length > 1) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    return records < 30;
  });
  const [width, times] = [...widths].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0]);
  return times + width / 1000;
}

/** `take` may answer false to stop. Without limits a file cut in the middle of a quoted field is no error. */
function readRecords(text: string, delimiter: string, limits: Limits | null, take: (fields: readonly string[]) => boolean | void): void {
  let at = 0;
  while (at < text.length) {
    const fields: string[] = [];
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at, delimiter, limits) : plainField(text, at, delimiter);
      if (limits && field.value.length > limits.cellCharacters) throw refuse('file.damaged');
      fields.push(field.value);
      at = field.next;
      if (text[at] !== delimiter) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (take(fields) === false) return;
  }
}

function plainField(text: string, start: number, delimiter: string): { readonly value: string; readonly next: number } {
  let at = start;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(start, at), next: at };
}

function quotedField(
  text: string,
  start: number,
  delimiter: string,
  limits: Limits | null,
): { readonly value: string; readonly next: number } {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      // the quote never closes: everything behind it would become one cell
      if (limits) throw refuse('file.damaged');
      return { value: value + text.slice(at), next: text.length };
    }
    value += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    value += '"';
    at += 1;
  }
  // whatever stands between the closing quote and the delimiter belongs to the field: "Lily" Chen
  const tail = plainField(text, at, delimiter);
  return { value: value + tail.value, next: tail.next };
}
