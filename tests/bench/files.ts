// `import`, `export` and `stall`: a list of twenty columns read, checked and stored; all clients written as a workbook; and how long main was silent meanwhile.

import ExcelJS from 'exceljs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBook, openDesk, type Desk } from './desk';
import { compared, sideBySide, timed, type Measurement } from './measure';
import { wideList } from './wide-list';

const NO_FILTER = { text: '', tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' } as const;
/** Absolute: what a person notices. */
const MOST_SILENT_MS = 50;

const IMPORTS = 3;

/** Each into a new book: an import that met itself would be refused. */
export async function measureImport(rows: number): Promise<Record<string, Measurement>> {
  const list = await wideList(rows);
  const silences: number[] = [];
  const desks: Desk[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'shuke-bench-import-'));
  try {
    const measured = await sideBySide({
      runs: IMPORTS,
      warmUp: 0,
      before: async (run) => {
        const profile = path.join(folder, String(run));
        (await createBook(profile)).lock('quit');
        desks.pop()?.close();
        desks.push(await openDesk(profile, { chooseFile: async () => list }));
      },
      ours: async () => {
        for (const desk of desks) silences.push((await listening(() => importList(desk, rows))).silent);
      },
      floor: () => bareRead(list),
    });
    return { import: measured, stall_import: compared(Math.max(...silences), MOST_SILENT_MS, IMPORTS) };
  } finally {
    desks.pop()?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureExport(profile: string): Promise<Record<string, Measurement>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shuke-bench-export-'));
  const file = path.join(folder, 'clients.xlsx');
  try {
    // The first opening seals the alerts of a generated book, and a while later main empties the log that this filled: both would be counted as the export's.
    (await openDesk(profile)).close();
    const desk = await openDesk(profile, { saveFile: async () => file });
    // The search's index, still being built after the unlocking, would be counted as silence of the export.
    await desk.ask('clients.list', { filter: { ...NO_FILTER, text: '1' }, sort: 'last-visit', descending: true, offset: 0, limit: 50 });
    const { ms, silent } = await listening(async () => {
      const terms = { purpose: 'bench', password: null, approval: null };
      await desk.ask('exports.clients', { language: 'zh-CN', terms, filter: NO_FILTER, sort: 'last-visit', descending: true });
    });
    desk.close();
    const cells = await cellsOf(file);
    const floor = await timed(() => bareWrite(cells, path.join(folder, 'floor.xlsx')));
    return { export: compared(ms, floor, 1), stall_export: compared(silent, MOST_SILENT_MS, 1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importList(desk: Desk, rows: number): Promise<void> {
  const chosen = await desk.ask('imports.choose', null);
  if (chosen === null) throw new Error('no list was chosen');
  const { token } = chosen;
  const read = await desk.ask('imports.read', { token, sheet: null, encoding: null, large: true });
  const matching = {
    token,
    kind: read.kind,
    sheet: read.sheet,
    fields: read.columns.map(({ index, field }) => ({ column: index, field })),
    fixes: [],
    skipRows: [],
  };
  await desk.ask('imports.check', matching);
  const { records } = await desk.ask('imports.commit', matching);
  if (records < rows * 0.99) throw new Error(`${records} of ${rows} rows were stored`);
}

async function bareRead(file: string): Promise<number> {
  let cells = 0;
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', worksheets: 'emit' }))
    for await (const row of sheet) row.eachCell(() => (cells += 1));
  return cells;
}

interface Grid {
  readonly styles: readonly Partial<ExcelJS.Style>[];
  readonly rows: readonly ExcelJS.CellValue[][];
}

/** What was written, with the format of each column, so that the floor writes no less. */
async function cellsOf(file: string): Promise<Grid> {
  const styles: Partial<ExcelJS.Style>[] = [];
  const rows: ExcelJS.CellValue[][] = [];
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { sharedStrings: 'cache', styles: 'cache', worksheets: 'emit' });
  for await (const sheet of reader)
    for await (const row of sheet) {
      if (row.number > 1) row.eachCell(({ style }, column) => (styles[column - 1] ??= style));
      rows.push(Array.isArray(row.values) ? row.values.slice(1) : []);
    }
  return { styles, rows };
}

/** With a shared style object for each column, which costs ExcelJS the least. */
async function bareWrite({ styles, rows }: Grid, file: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet('clients');
  for (const values of rows) {
    const row = sheet.addRow(values);
    row.eachCell((cell, column) => {
      cell.style = styles[column - 1] ?? {};
    });
    row.commit();
  }
  sheet.commit();
  await book.commit();
}

/** The longest time between two turns of the event loop while the work runs. */
export async function listening(work: () => Promise<unknown>): Promise<{ readonly ms: number; readonly silent: number }> {
  let last = performance.now();
  let silent = 0;
  const beat = () => {
    const now = performance.now();
    silent = Math.max(silent, now - last - BEAT_MS);
    last = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  const ms = await timed(work);
  beat();
  clearInterval(timer);
  return { ms, silent };
}

const BEAT_MS = 5;
