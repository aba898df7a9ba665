// What the import's thread does: reads lists, checks them against the book, writes them into it, and writes down what is wrong with them.

import type { Checked } from '../../shared/imports/contract';
import { wrapDatabase } from '../core/database/database';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import type { WorkerTools } from '../core/worker-side';
import { checkAgainstBook, type CheckedBatch } from './check-list';
import { findLayout } from './checking/layout';
import { HeldList } from './held-list';
import { listRead } from './read-list';
import type { BookReach, CheckTask, ImportTask, ListFile, ListTask, ProblemsAnswer, ProblemsTask, ReadAnswer, ReadTask } from './tasks';

/** For one file, which stays read between the tasks. */
export function workOn(file: ListFile): (task: ImportTask, tools: WorkerTools) => Promise<unknown> {
  const list = new HeldList(file);
  return async (task, tools) => {
    if (task.task === 'read') return read(list, task, tools);
    if (task.task === 'check') return check(list, task, tools);
    // loaded only now: what reading and checking do not need
    if (task.task === 'commit') return (await import('./commit-list')).commitList(list, task, tools);
    return problems(list, task, tools);
  };
}

function read(list: HeldList, { sheet, own }: ReadTask, tools: WorkerTools): ReadAnswer {
  const table = list.table(tools);
  return listRead(table, findLayout(table, sheet), own);
}

function check(list: HeldList, task: CheckTask, tools: WorkerTools): Checked {
  return checked(list, task, tools).summary;
}

async function problems(list: HeldList, task: ProblemsTask, tools: WorkerTools): Promise<ProblemsAnswer> {
  const { judged, columns } = checked(list, task, tools);
  const { problemsWorkbook } = await import('./problems-workbook');
  return problemsWorkbook(judged, columns.titles, task.language);
}

function checked(list: HeldList, task: ListTask & { readonly book: BookReach }, tools: WorkerTools): CheckedBatch {
  const own = list.ownRows(task, tools);
  const { file, key, salt, nativeBinding, session } = task.book;
  const access = { key: Buffer.from(key.buffer, key.byteOffset, key.byteLength), salt: Buffer.from(salt), nativeBinding };
  try {
    const sqlite = openReadOnly(file, { ...access, schemaVersion: SCHEMA_VERSION });
    try {
      // One moment of the book.
      sqlite.exec('BEGIN');
      return checkAgainstBook(own, task, { db: wrapDatabase(sqlite), session }, tools);
    } finally {
      sqlite.close();
    }
  } finally {
    key.fill(0);
  }
}
