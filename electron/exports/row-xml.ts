// Rows of a sheet as the text that a workbook holds, word for word what ExcelJS would write. ExcelJS makes an object of every cell first, which is most of its time.

import Excel from 'exceljs';
import type { Cell } from './cell';

/** `styles`: the number of each column's style in the workbook. */
export function rowXml(number: number, cells: readonly Cell[], styles: readonly number[]): string {
  let xml = '';
  for (let index = 0; index < cells.length; index += 1) {
    const value = cells[index] ?? null;
    if (value === null) continue;
    const cell = `<c r="${letters(index + 1)}${number}" s="${styles[index] ?? 0}"`;
    xml += typeof value === 'number' ? `${cell}><v>${value}</v></c>` : `${cell} t="str"><v>${escaped(value)}</v></c>`;
  }
  return `<row r="${number}">${xml}</row>`;
}

const LETTERS: string[] = [];

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const known = LETTERS[column];
  if (known !== undefined) return known;
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  const before = Math.floor((column - 1) / 26);
  return (LETTERS[column] = before === 0 ? last : letters(before) + last);
}

const SPECIAL = /[&<>"]/;

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Where a sheet of ExcelJS writes to once its titles are out. */
export interface RowSink {
  write(xml: string): unknown;
}

/** Neither is in ExcelJS's types, so both are looked at before they are trusted. */
export function sinkOf(page: Excel.Worksheet): RowSink {
  const stream: unknown = Reflect.get(page, 'stream');
  if (!isSink(stream)) throw new Error('a sheet of this ExcelJS has no stream');
  return stream;
}

/** The number under which the workbook writes a style out. */
export function styleNumber(workbook: Excel.stream.xlsx.WorkbookWriter, style: Partial<Excel.Style>): number {
  const styles: unknown = Reflect.get(workbook, 'styles');
  if (!isStyles(styles)) throw new Error('a workbook of this ExcelJS has no styles');
  return styles.addStyleModel(style);
}

function isSink(value: unknown): value is RowSink {
  return typeof value === 'object' && value !== null && 'write' in value && typeof value.write === 'function';
}

interface Styles {
  addStyleModel(style: Partial<Excel.Style>): number;
}

function isStyles(value: unknown): value is Styles {
  return typeof value === 'object' && value !== null && 'addStyleModel' in value && typeof value.addStyleModel === 'function';
}
