// Rows that are no records: sums, the header again in the middle, a line of text below the list.

import type { ProblemCode } from '../../../shared/imports/problem-codes';
import { isBlankCell, type Row } from '../reading/table';
import { textOf } from './cell-text';
import type { Columns } from './columns';
import { plainTitle } from './headers';

const TOTAL = /^(?:合计|总计|總計|小计|小計|共计|累计|本页合计|本页小计|汇总|总和|合計|(?:grand |sub-?)?totals?|sum)[:：]?$/iu;

const LONGEST_TITLE = 40;

/** Why a row is passed over, or null when it is to be read. */
export function passedOver(row: Row, columns: Columns): Extract<ProblemCode, `row.${string}`> | null {
  const filled = row.cells.flatMap((cell, index) => (isBlankCell(cell) ? [] : [{ index, text: textOf(cell).trim() }]));
  if (filled.some(({ text }, place) => place < 3 && TOTAL.test(text)) && !namesSomebody(row, columns)) return 'row.total-line';
  if (repeatsTitles(filled, columns)) return 'row.header-repeat';
  const [only] = filled;
  const wide = columns.matched >= 4;
  return wide && filled.length === 1 && only && (/[:：]/u.test(only.text) || !columns.of('name').includes(only.index))
    ? 'row.note-line'
    : null;
}

/** Two cells of three say what stands above them. Given up as soon as too many do not: nearly every row is no header. */
function repeatsTitles(filled: readonly { readonly index: number; readonly text: string }[], columns: Columns): boolean {
  let others = 0;
  for (const { index, text } of filled) {
    const same = text.length <= LONGEST_TITLE && columns.title(index) !== '' && plainTitle(text) === columns.plainTitle(index);
    if (!same) others += 1;
    if (others * 3 > filled.length) return false;
  }
  return filled.length > 1;
}

/** 合计 may stand in any column, but a row with a phone is a person, whatever their name. */
function namesSomebody(row: Row, columns: Columns): boolean {
  return (['phone', 'clientPhone'] as const).some((field) => columns.of(field).some((column) => !isBlankCell(row.cells[column])));
}
