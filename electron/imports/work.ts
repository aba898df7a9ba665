// What the import's thread does: reads, checks and writes workbooks. Bytes in, values out; it never sees the book.

import { AppError } from '../../shared/errors';
import type { WorkerTools } from '../core/worker-side';
import { checkList } from './checking/check';
import type { CheckedRow, ClientCandidate } from './checking/candidates';
import { columnsFor, findLayout } from './checking/layout';
import { listRead } from './read-list';
import { readTable } from './reading/read';
import type { CheckAnswer, CheckTask, ImportTask, ReadAnswer, ReadTask } from './tasks';

export async function work(task: ImportTask, tools: WorkerTools): Promise<unknown> {
  if (task.task === 'read') return read(task, tools);
  if (task.task === 'check') return check(task, tools);
  // loaded only now: half a second that reading and checking do not need
  const { problemsWorkbook } = await import('./problems-workbook');
  return problemsWorkbook(task);
}

function read(task: ReadTask, tools: WorkerTools): ReadAnswer {
  tools.progress('reading', 0, null);
  const table = readTable(task.bytes, task);
  return listRead(table, findLayout(table, task.sheet));
}

async function check(task: CheckTask, tools: WorkerTools): Promise<CheckAnswer> {
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
  return { kind, titles, list, pinyin: task.forWriting && list.kind === 'clients' ? await pinyinByRow(list.rows) : new Map() };
}

async function pinyinByRow(rows: readonly CheckedRow<ClientCandidate>[]): Promise<ReadonlyMap<number, string>> {
  const { pinyinOf } = await import('../../shared/core/pinyin');
  return new Map(rows.flatMap(({ record }) => (record ? [[record.row, pinyinOf(record.name)] as const] : [])));
}
