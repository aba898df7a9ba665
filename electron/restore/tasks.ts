// What the thread of a restore is asked to do.

import type { RestorePreview } from '../../shared/restore/contract';
import type { WorkerTools } from '../core/worker-side';
import { practiseRestore } from './practise';
import { previewRestore, type PreviewOrder } from './preview';
import type { SourceOrder } from './source';
import { stageBook, type StagedBook, type StageOrder } from './stage-book';

export type RestoreTask =
  ({ readonly task: 'preview' } & PreviewOrder) | ({ readonly task: 'stage' } & StageOrder) | ({ readonly task: 'practise' } & SourceOrder);

export async function runTask(task: RestoreTask, tools: WorkerTools): Promise<RestorePreview | StagedBook | null> {
  if (task.task === 'preview') return previewRestore(task, tools);
  return task.task === 'stage' ? stageBook(task, tools) : practiseRestore(task, tools);
}
