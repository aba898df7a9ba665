// Writes a file and says so: how far it is, with a way to stop; where it went, with a way to see it there.

import { Button } from '@mantine/core';
import i18next from 'i18next';
import type { Input } from '../../shared/contract';
import { formatIn } from '../../shared/core/format';
import { Exported } from '../../shared/exports/contract';
import type { AppError } from '../../shared/errors';
import { api, asAppError, invoke } from '../core/api';
import { onEvent } from '../core/events';
import { currentLanguage } from '../core/i18n';
import { hideToast, showDone, showFailure, showProgress } from '../core/ui/toasts';

export type ExportPath =
  'exports.book' | 'exports.clients' | 'exports.loyal' | 'exports.followUps' | 'exports.late' | 'transfer.whole' | 'transfer.exitPack';

export type ExportResult = { readonly ok: true; readonly value: Exported } | { readonly ok: false; readonly error: AppError };

/** Outlives the page it was asked on. `writing` is called once the terms were accepted; a failure before that is the caller's to show. */
export async function exportToExcel<P extends ExportPath>(path: P, input: Input<P>, writing: () => void): Promise<ExportResult> {
  const callId = crypto.randomUUID();
  let accepted = false;
  const stop = onEvent('job-progress', (event) => {
    if (event.callId !== callId) return;
    if (!accepted) writing();
    accepted = true;
    showProgress(callId, words()('running'), event.done, event.total, () => cancel(callId));
  });
  try {
    // all answer alike, which the compiler cannot see through the path
    const value = Exported.parse((await invoke(path, input, callId)).value);
    hideToast(callId);
    if (!value.cancelled) sayWritten(value);
    return { ok: true, value };
  } catch (error) {
    if (accepted) showFailure(error);
    return { ok: false, error: asAppError(error) };
  } finally {
    stop();
    hideToast(callId);
  }
}

export async function showInFolder(token: string): Promise<void> {
  try {
    await api.exports.show({ token });
  } catch (error) {
    showFailure(error);
  }
}

function sayWritten({ fileName, rows, token }: Exported): void {
  const t = words();
  const show = token !== null && (
    <Button variant="subtle" size="compact-sm" c="var(--sk-accent-text)" onClick={() => void showInFolder(token)}>
      {t('show')}
    </Button>
  );
  showDone(t('written', { name: fileName ?? '', rows: formatIn(currentLanguage()).count(rows), count: rows }), null, show);
}

function words() {
  return i18next.getFixedT(null, 'exports');
}

function cancel(callId: string): void {
  // a job that has just ended is not found any more, which is what was wanted
  void api.jobs.cancel({ callId }).catch(() => null);
}
