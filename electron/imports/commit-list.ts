// Writes a chosen list into the book, in the import's thread: checked, then written as one act, all or nothing.

import { refuse } from '../../shared/errors';
import { writeInThread } from '../audit/thread-act';
import type { CommandContext } from '../core/context';
import type { ThreadWritten } from '../core/thread-write';
import type { WorkerTools } from '../core/worker-side';
import { checkAgainstBook, type CheckedBatch } from './check-list';
import type { CheckedRow, ClientCandidate } from './checking/candidates';
import type { HeldList } from './held-list';
import type { CommitAnswer, CommitTask } from './tasks';
import { writeClients, writeVisits, type WrittenBatch } from './write-batch';

export async function commitList(list: HeldList, task: CommitTask, tools: WorkerTools): Promise<ThreadWritten<CommitAnswer>> {
  const own = list.lastOwnRows(task, tools);
  const pinyin = own.list.kind === 'clients' ? await pinyinByRow(own.list.rows) : new Map<number, string>();
  return writeInThread(task.order, (context, goOn) => {
    // Inside the transaction: what is compared is what is written to.
    const batch = checkAgainstBook(own, task, context, tools);
    const { importable, warned } = batch.summary;
    if (importable === 0) throw refuse('file.no-rows');
    const steps = stepsOf(tools, importable, goOn);
    return { ...write(batch, pinyin, task, context, steps), warned };
  });
}

function write(
  batch: CheckedBatch,
  pinyin: ReadonlyMap<number, string>,
  { source }: CommitTask,
  context: CommandContext,
  step: () => void,
): WrittenBatch {
  const titleOf = (field: 'number' | 'payment'): string => batch.columns.title(batch.columns.of(field)[0] ?? -1);
  if (batch.kind === 'clients') return writeClients(context, source, { rows: batch.rows, pinyin, numberTitle: titleOf('number') }, step);
  return writeVisits(context, source, { rows: batch.rows, paymentTitle: titleOf('payment') }, step);
}

/** Counts the records for the person, and lets the work be stopped at each of them. */
function stepsOf(tools: WorkerTools, total: number, goOn: () => void): () => void {
  let done = 0;
  tools.progress('writing', 0, total);
  return () => {
    goOn();
    done += 1;
    if (done % PROGRESS_EVERY === 0) tools.progress('writing', done, total);
  };
}

const PROGRESS_EVERY = 500;

async function pinyinByRow(rows: readonly CheckedRow<ClientCandidate>[]): Promise<ReadonlyMap<number, string>> {
  const { pinyinOf } = await import('../../shared/core/pinyin');
  return new Map(rows.flatMap(({ record }) => (record ? [[record.row, pinyinOf(record.name)] as const] : [])));
}
