// Makes a backup now and says so: how far it is, with a way to stop, and what came of it. Outlives the page it was asked on.

import i18next from 'i18next';
import { api, invoke } from '../core/api';
import { onEvent } from '../core/events';
import { hideToast, showDone, showFailure, showProgress } from '../core/ui/toasts';

export async function startBackup(): Promise<void> {
  const t = i18next.getFixedT(null, 'backups');
  const callId = crypto.randomUUID();
  // a job that has just ended is not found any more, which is what was wanted
  const cancel = (): void => void api.jobs.cancel({ callId }).catch(() => null);
  const stop = onEvent('job-progress', ({ callId: of, stage, done, total }) => {
    if (of !== callId) return;
    const sentence = t(isStage(stage) ? `making.${stage}` : 'making.starting');
    // the first step counts pages, which nobody knows by number
    if (stage === 'copy' || total === null) showProgress(callId, sentence, 0, null, cancel);
    else showProgress(callId, sentence, megabytes(done), megabytes(total), cancel);
  });
  try {
    await invoke('backups.make', null, callId);
    showDone(t('made'));
  } catch (error) {
    showFailure(error);
  } finally {
    stop();
    hideToast(callId);
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10;
}

const STAGES = ['copy', 'check', 'write', 'compare'] as const;

function isStage(stage: string): stage is (typeof STAGES)[number] {
  return STAGES.some((known) => known === stage);
}
