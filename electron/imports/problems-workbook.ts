// The problems of an import as a workbook, to be mended at leisure in the list they come from.

import ExcelJS from 'exceljs';
import type { ProblemsTask } from './tasks';

export async function problemsWorkbook({ titles, sheetName, rows }: ProblemsTask): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...titles]).font = { bold: true };
  // text cells stay text: what looks like a formula is somebody's words
  for (const { row, column, original, weight, sentence } of rows) sheet.addRow([row, column, original, weight, sentence]);
  [8, 18, 32, 12, 60].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: titles.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
