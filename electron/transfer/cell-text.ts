// Any text in a cell of a workbook and back again, unit by unit, whatever program saves the workbook in between.

import { LONGEST_TEXT } from '../exports/cell';

/** Text that no cell keeps as it is stands as JSON behind this word, and so does text that begins with the word. */
const MARK = 'json:';

// Control characters and halves of characters, which no XML holds; blanks at the ends, which programs trim; no character at all, which is a blank cell.
// eslint-disable-next-line no-control-regex -- control characters are what this is about; with the u flag a surrogate matches only without its other half
const NOT_AS_IT_IS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]|^\s|\s$|^$|^json:/u;
// eslint-disable-next-line no-control-regex -- what JSON leaves as it is
const BEYOND_JSON = /[\u007f-\u009f\ufffe\uffff]/g;
/** Spreadsheets read _x0041_ as A. */
const ESCAPE_LIKE = /_(?=x[0-9a-f]{4})/giu;

/** Short enough that even escaped throughout it is one cell. */
const PIECE = Math.floor(LONGEST_TEXT / 7) - 10;

/** What could not be read back. */
const UNREADABLE = false;

export function cellOf(text: string): string {
  const written = NOT_AS_IT_IS.test(text) ? MARK + JSON.stringify(text).replace(BEYOND_JSON, inJson) : text;
  return written.replace(ESCAPE_LIKE, '_x005F_');
}

/** The spreadsheet's own escape is undone by who reads the cell. */
export function textIn(cell: string): string | typeof UNREADABLE {
  if (!cell.startsWith(MARK)) return cell;
  try {
    const text: unknown = JSON.parse(cell.slice(MARK.length));
    return typeof text === 'string' ? text : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** One cell, or several that are read one after the other. */
export function cellsOf(text: string): readonly string[] {
  const whole = cellOf(text);
  if (whole.length <= LONGEST_TEXT) return [whole];
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    // Not through the middle of a character.
    const to = from + PIECE - (/[\ud800-\udbff]$/.test(text.slice(from, from + PIECE)) ? 1 : 0);
    pieces.push(cellOf(text.slice(from, to)));
    from = to;
  }
  return pieces;
}

function inJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Some programs save fifteen digits of a number; one that has more stands as text. */
export function numberCell(number: number): string | number {
  return Number(number.toPrecision(15)) === number ? number : String(number);
}

export function numberIn(cell: unknown): unknown {
  return typeof cell === 'string' && String(Number(cell)) === cell ? Number(cell) : cell;
}
