// Reads the cells of one worksheet. Blank cells and rows cost nothing, so that a sheet formatted down to row 1,048,576 is no trouble.

import { refuse } from '../../../shared/errors';
import type { Limits } from './limits';
import type { Shows } from './styles';
import type { Cell, Row } from './table';
import { readPart } from './part';
import { attributeOf } from './xml';
import { tooLarge, type Zip } from './zip';

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly shows: Shows;
  formula: string | null;
  value: string;
}

export function readSheet(zip: Zip, path: string, shared: readonly string[], formats: readonly Shows[], limits: Limits): readonly Row[] {
  const rows: Row[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let cell: OpenCell | null = null;
  let inside: 'v' | 'f' | 't' | null = null;
  let phonetic = 0;

  readPart(zip, path, {
    open: (name, attributes) => {
      if (name === 'row') {
        number = Number(attributeOf(attributes, 'r') ?? number + 1);
        cells = [];
      } else if (name === 'c') cell = openCell(attributes, cells.length, formats);
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'f' && cell) {
        inside = 'f';
        cell.formula = '';
      } else if ((name === 'v' || name === 't') && phonetic === 0) inside = name;
    },
    text: (text) => {
      if (!cell || inside === null) return;
      if (inside === 'f') cell.formula = (cell.formula ?? '') + text;
      else cell.value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 'f' || name === 't') inside = null;
      if (name === 'rPh') phonetic -= 1;
      if (name === 'c' && cell) {
        place(cells, cell.column, valueOf(cell, shared), limits);
        cell = null;
      }
      if (name === 'row' && cells.length > 0) {
        rows.push({ number, cells });
        if (rows.length > limits.rows) throw tooLarge('rows', limits.rows);
      }
    },
  });
  return rows;
}

function openCell(attributes: string, next: number, formats: readonly Shows[]): OpenCell {
  const reference = attributeOf(attributes, 'r');
  const style = attributeOf(attributes, 's');
  return {
    column: reference === null ? next : columnOf(reference),
    type: attributeOf(attributes, 't') ?? 'n',
    shows: style === null ? null : (formats[Number(style)] ?? null),
    formula: null,
    value: '',
  };
}

/** 'A1' is 0, 'AA7' is 26. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const code = letter.charCodeAt(0) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

function place(cells: Cell[], column: number, value: Cell, limits: Limits): void {
  if (value === null) return;
  if (column < 0) throw refuse('file.damaged');
  if (column >= limits.columns) throw tooLarge('columns', limits.columns);
  if (typeof value === 'string' && value.length > limits.cellCharacters) throw refuse('file.damaged');
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

function valueOf(cell: OpenCell, shared: readonly string[]): Cell {
  const { type, value, formula, shows } = cell;
  if (type === 'e') return { fault: 'error', text: value };
  if (formula !== null && value === '' && type !== 'str') return { fault: 'uncached', text: `=${formula}` };
  if (type === 's') return textOrNothing(shared[Number(value)] ?? '');
  if (type === 'inlineStr' || type === 'str' || type === 'd') return textOrNothing(value);
  if (type === 'b') return value === '1';
  if (value.trim() === '') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) throw refuse('file.damaged');
  return shows === null ? number : { serial: number, shows };
}

/** Excel writes control characters as _x000D_, and an underscore before such a word as _x005F_. */
function textOrNothing(text: string): Cell {
  if (text === '') return null;
  return text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
