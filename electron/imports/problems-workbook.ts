// The problems of an import as a workbook, to be mended at leisure in the list they come from.

import ExcelJS from 'exceljs';
import { problemSentence, problemTitles, severityWord, type WordsLanguage } from '../../shared/imports/words';
import { shown, type JudgedRow } from './summary';
import type { ProblemsAnswer } from './tasks';

export async function problemsWorkbook(
  judged: readonly JudgedRow[],
  titles: readonly string[],
  language: WordsLanguage,
): Promise<ProblemsAnswer> {
  const words = problemTitles(language);
  const rows = judged.flatMap(({ problems }) => problems.map((problem) => shown(problem, titles)));
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...words.columns]).font = { bold: true };
  // text cells stay text: what looks like a formula is somebody's words
  for (const { row, title, original, severity, code, details } of rows)
    sheet.addRow([row, title ?? '', original, severityWord(language, severity), problemSentence(language, code, details)]);
  [8, 18, 32, 12, 60].forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: words.columns.length } };
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), rows: rows.length };
}
