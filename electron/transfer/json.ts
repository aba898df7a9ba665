// The whole book as one JSON object, written piece by piece: facts, counts, and every table as a list of objects.

import { setImmediate as breathe } from 'node:timers/promises';
import type { WorkbookTools } from '../exports/workbook';
import type { BookContent, TableContent } from './content';
import { FILE_FORMAT, FILE_VERSION } from './tables';

export type Put = (text: string) => void;

export async function writeJson(put: Put, { facts, takenAt, tables, total }: BookContent, tools: WorkbookTools): Promise<number> {
  const about = {
    shop: facts.shopName,
    book: facts.uid,
    createdAt: facts.createdAt,
    lastClientNumber: facts.lastClientNumber,
    takenAt,
  };
  const counts = Object.fromEntries(tables.map(({ table, total: rows }) => [table.name, rows]));
  put(
    `{"format":"${FILE_FORMAT}","version":${FILE_VERSION},\n"about":${JSON.stringify(about)},\n"counts":${JSON.stringify(counts)},\n"tables":{`,
  );
  for (const [index, table] of tables.entries()) {
    put(`${index === 0 ? '' : ','}\n"${table.table.name}":[`);
    await writeTable(put, table, tools);
    put(']');
  }
  put('}}\n');
  return total;
}

const ROWS_AT_ONCE = 200;

async function writeTable(put: Put, { table, total, rows }: TableContent, tools: WorkbookTools): Promise<void> {
  let done = 0;
  let text = '';
  for (const row of rows()) {
    const object = Object.fromEntries(table.columns.map(({ title }, index) => [title, row[index] ?? null]));
    text += `${done === 0 ? '' : ','}\n${JSON.stringify(object)}`;
    done += 1;
    if (done % ROWS_AT_ONCE > 0) continue;
    put(text);
    text = '';
    tools.progress(table.name, done, total);
    await breathe();
  }
  put(text);
  tools.progress(table.name, done, total);
}
