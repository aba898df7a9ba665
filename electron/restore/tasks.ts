// What the thread of a restore is asked to do.

import type { RestorePreview } from '../../shared/restore/contract';
import type { WorkerTools } from '../core/worker-side';
import { previewRestore, type PreviewOrder } from './preview';
import { stageBook, type StagedBook, type StageOrder } from './stage-book';

export type RestoreTask = ({ readonly task: 'preview' } & PreviewOrder) | ({ readonly task: 'stage' } & StageOrder);

export function runTask(task: RestoreTask, tools: WorkerTools): Promise<RestorePreview | StagedBook> {
  return task.task === 'preview' ? previewRestore(task, tools) : stageBook(task, tools);
}
