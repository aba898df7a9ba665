// Writes sheets into an xlsx stream row by row: frozen titles, a filter, typed cells with formats a person of that language reads.

import type { Writable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import Excel from 'exceljs';
import { textCell } from './cell';
import { rowXml, sinkOf, styleNumber } from './row-xml';
import type { ColumnKind, Sheet } from './sheet';
import type { Language } from './words';

export interface WorkbookTools {
  progress(stage: string, done: number, total: number | null): void;
}

export interface WorkbookContent {
  readonly sheets: readonly Sheet[];
  readonly language: Language;
  /** Who took it out: in the file's properties, where it stays when the file is passed on. */
  readonly mark?: string | undefined;
}

/** What a sheet of Excel can hold, the titles included. */
export const MOST_ROWS = 1_048_576;

/** Ends the stream. Text is written as text, never as a shared table in a temporary file. Gives the number of rows. */
export async function writeWorkbook(
  stream: Writable,
  { sheets, language, mark }: WorkbookContent,
  tools: WorkbookTools,
  mostRows = MOST_ROWS,
): Promise<number> {
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  // A failure is told by the race; nobody else may be listening any more when it comes.
  failed.catch(() => undefined);
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  Object.assign(workbook, propertiesOf(mark));
  let rows = 0;
  for (const sheet of sheets) rows += await Promise.race([writeSheet(workbook, stream, sheet, language, tools, mostRows), failed]);
  await Promise.race([workbook.commit(), failed]);
  return rows;
}

/** Excel shows them under 文件 › 信息 as author and tags. */
function propertiesOf(mark: string | undefined): Pick<Excel.Workbook, 'creator' | 'lastModifiedBy' | 'keywords'> {
  const clean = textCell(mark ?? null, '…');
  if (clean === null) return { creator: 'Shuke', lastModifiedBy: 'Shuke', keywords: '' };
  return { creator: String(clean), lastModifiedBy: 'Shuke', keywords: `shuke-mark ${clean}` };
}

async function writeSheet(
  workbook: Excel.stream.xlsx.WorkbookWriter,
  stream: Writable,
  sheet: Sheet,
  language: Language,
  tools: WorkbookTools,
  mostRows: number,
): Promise<number> {
  let part = 1;
  let inPart = 0;
  let done = 0;
  const styles = sheet.columns.map(({ kind }) => styleOf(kind, language));
  const numbers = styles.map((style) => styleNumber(workbook, style));
  let page = openSheet(workbook, sheet, styles, part);
  let xml = '';
  const report = (read: number) => tools.progress(sheet.stage, sheet.readAhead ? Math.floor((read + done) / 2) : done, sheet.total);
  for (const cells of sheet.rows((read) => read % ROWS_A_REPORT === 0 && report(read))) {
    if (inPart === mostRows - 1) {
      closeSheet(page, sheet, xml, inPart);
      part += 1;
      inPart = 0;
      xml = '';
      page = openSheet(workbook, sheet, styles, part);
    }
    inPart += 1;
    done += 1;
    xml += rowXml(inPart + 1, cells, numbers);
    if (done % ROWS_A_BREATH === 0) {
      sinkOf(page).write(xml);
      xml = '';
      await breathe();
      if (stream.writableNeedDrain) await drained(stream);
    }
    if (done % ROWS_A_REPORT === 0) report(sheet.total);
  }
  closeSheet(page, sheet, xml, inPart);
  tools.progress(sheet.stage, done, sheet.total);
  return done;
}

const ROWS_A_BREATH = 50;
const ROWS_A_REPORT = 250;
const TITLE_ROW = { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3EFE8' } } } as const;

type Styles = readonly Partial<Excel.Style>[];

function openSheet(workbook: Excel.stream.xlsx.WorkbookWriter, sheet: Sheet, styles: Styles, part: number): Excel.Worksheet {
  const name = part === 1 ? sheet.name : `${sheet.name} ${part}`;
  const page = workbook.addWorksheet(name, { views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }] });
  page.columns = sheet.columns.map(({ width }, index) => ({ width, style: styles[index] ?? {} }));
  const titles = page.addRow(sheet.columns.map(({ title }) => title));
  titles.eachCell((cell) => {
    cell.style = { ...TITLE_ROW, numFmt: '@', alignment: { vertical: 'middle' } };
  });
  titles.commit();
  return page;
}

function closeSheet(page: Excel.Worksheet, sheet: Sheet, lastRows: string, rows: number): void {
  sinkOf(page).write(lastRows);
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows + 1, column: sheet.columns.length } };
  page.commit();
}

const FORMATS: Readonly<Record<Language, Readonly<Record<ColumnKind, string>>>> = {
  'zh-CN': {
    text: '@',
    code: '@',
    prose: 'General',
    plain: 'General',
    day: 'yyyy"年"m"月"d"日"',
    time: 'hh:mm',
    instant: 'yyyy"年"m"月"d"日" hh:mm',
    money: '"¥"#,##0.00;[Red]-"¥"#,##0.00',
    count: '#,##0',
  },
  en: {
    text: '@',
    code: '@',
    prose: 'General',
    plain: 'General',
    day: 'd mmm yyyy',
    time: 'hh:mm',
    instant: 'd mmm yyyy hh:mm',
    money: '"¥"#,##0.00;[Red]-"¥"#,##0.00',
    count: '#,##0',
  },
};

/** Cells formatted as text show a row of hashes beyond 255 characters, so prose is not. */
function styleOf(kind: ColumnKind, language: Language): Partial<Excel.Style> {
  return { numFmt: FORMATS[language][kind], alignment: { vertical: 'top', wrapText: kind === 'prose' } };
}

function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => stream.once('drain', resolve));
}
