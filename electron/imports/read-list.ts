// What the person is shown of a file before anything is matched: its sheets, its columns with samples, and the guess.

import { fold } from '../../shared/core/text';
import type { ClientFieldId } from '../../shared/ids';
import { textOf } from './checking/cell-text';
import type { Layout } from './checking/layout';
import type { OwnName } from './checking/own-cells';
import { isBlankCell, type Table } from './reading/table';
import type { ReadAnswer } from './tasks';

const SAMPLES = 5;
const SAMPLE_LENGTH = 60;

export function listRead(table: Table, layout: Layout, fields: readonly OwnName[]): ReadAnswer {
  const below = layout.sheet.rows.filter(({ number }) => number > layout.headerRow);
  const columns = layout.columns.map(({ index, title, field, sure }) => {
    const filled = below.filter(({ cells }) => !isBlankCell(cells[index]));
    const samples = filled.slice(0, SAMPLES).map(({ cells }) =>
      textOf(cells[index] ?? null, table.epoch)
        .trim()
        .slice(0, SAMPLE_LENGTH),
    );
    const own = layout.kind === 'clients' && field !== 'name' && field !== 'phone' ? ownNamed(title, fields) : null;
    if (own !== null) return { index, title, samples, filled: filled.length, field: null, own, sure: true };
    return { index, title, samples, filled: filled.length, field, own, sure };
  });
  return {
    kind: layout.kind,
    encoding: table.encoding,
    sheets: table.sheets.map(({ name, rows, hidden }) => ({ name, rows: rows.length, hidden })),
    sheet: table.encoding === 'xlsx' ? layout.sheet.name : null,
    headerRow: layout.headerRow,
    rows: (below.at(-1)?.number ?? layout.headerRow) - layout.headerRow,
    columns,
  };
}

/** A column with the very name of one of the shop's own fields. */
function ownNamed(title: string, fields: readonly OwnName[]): ClientFieldId | null {
  const words = fold(title);
  return fields.find(({ name }) => fold(name) === words)?.id ?? null;
}
