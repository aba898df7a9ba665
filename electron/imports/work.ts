// What the import's thread does: reads lists, checks them against the book, writes them into it, and writes down what is wrong with them.

import type { Checked } from '../../shared/imports/contract';
import { wrapDatabase } from '../core/database/database';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import type { WorkerTools } from '../core/worker-side';
import { checkAgainstBook, checkOwnRows, type CheckedBatch } from './check-list';
import { findLayout } from './checking/layout';
import { listRead } from './read-list';
import { readTable } from './reading/read';
import type { BookReach, CheckTask, ImportTask, ListTask, ProblemsAnswer, ProblemsTask, ReadAnswer, ReadTask } from './tasks';

export async function work(task: ImportTask, tools: WorkerTools): Promise<unknown> {
  if (task.task === 'read') return read(task, tools);
  if (task.task === 'check') return check(task, tools);
  // loaded only now: what reading and checking do not need
  if (task.task === 'commit') return (await import('./commit-list')).commitList(task, tools);
  return problems(task, tools);
}

function read(task: ReadTask, tools: WorkerTools): ReadAnswer {
  tools.progress('reading', 0, null);
  const table = readTable(task.bytes, task);
  return listRead(table, findLayout(table, task.sheet), task.own);
}

function check(task: CheckTask, tools: WorkerTools): Checked {
  return checked(task, tools).summary;
}

async function problems(task: ProblemsTask, tools: WorkerTools): Promise<ProblemsAnswer> {
  const { judged, columns } = checked(task, tools);
  const { problemsWorkbook } = await import('./problems-workbook');
  return problemsWorkbook(judged, columns.titles, task.language);
}

function checked(task: ListTask & { readonly book: BookReach }, tools: WorkerTools): CheckedBatch {
  const own = checkOwnRows(task, tools);
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
