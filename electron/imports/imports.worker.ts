// The import's thread: reads, checks and writes workbooks away from the window. Bytes in, values out; it never sees the book.

import { AppError } from '../../shared/errors';
import { pinyinOf } from '../../shared/core/pinyin';
import { serveWorker, type WorkerTools } from '../core/worker-side';
import { checkList } from './checking/check';
import { columnsFor, findLayout } from './checking/layout';
import { problemsWorkbook } from './problems-workbook';
import { listRead } from './read-list';
import { readTable } from './reading/read';
import type { CheckAnswer, CheckTask, ImportTask, ReadAnswer, ReadTask } from './tasks';

serveWorker<ImportTask, unknown>(async (task, tools) => {
  if (task.task === 'read') return read(task, tools);
  return task.task === 'check' ? check(task, tools) : problemsWorkbook(task);
});

function read(task: ReadTask, tools: WorkerTools): ReadAnswer {
  tools.progress('reading', 0, null);
  const table = readTable(task.bytes, task);
  return listRead(table, findLayout(table, task.sheet));
}

function check(task: CheckTask, tools: WorkerTools): CheckAnswer {
  tools.progress('reading', 0, null);
  const { matching, region, today } = task;
  const table = readTable(task.bytes, task);
  const layout = findLayout(table, matching.sheet);
  const titles = columnsFor(layout, matching.kind).map(({ title }) => title);
  const { kind, fields, fixes, skipRows } = matching;
  if (kind === 'clients' && !fields.some(({ field }) => field === 'name' || field === 'firstName' || field === 'lastName')) {
    throw new AppError('imports.no-name-column', {});
  }
  tools.progress('checking', 0, null);
  const list = checkList(layout.sheet, {
    kind,
    fields,
    fixes,
    skipRows,
    titles,
    headerRow: layout.headerRow,
    region,
    today,
    epoch: table.epoch,
  });
  const names =
    list.kind === 'clients' ? list.rows.flatMap(({ record }) => (record ? [[record.row, pinyinOf(record.name)] as const] : [])) : [];
  return { kind, titles, list, pinyin: new Map(names) };
}
