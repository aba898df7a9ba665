// The list as an Excel file, as it is filtered and sorted: progress with numbers, cancel, and where the file is.

import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { currentLanguage } from '../core/i18n';
import { hideToast, showDone, showFailure, showProgress } from '../core/ui/toasts';
import type { ListQuestion } from './list-place';

const TOAST = 'export-clients';

export interface Export {
  readonly running: boolean;
  start(question: ListQuestion): Promise<void>;
}

export function useExport(): Export {
  const { t } = useTranslation('clients');
  const job = useJob('exports.clients');
  const { progress, running, cancel } = job;
  useEffect(() => {
    if (running && progress) showProgress(TOAST, t('export.running'), progress.done, progress.total, cancel);
  }, [running, progress, cancel, t]);
  async function start(question: ListQuestion): Promise<void> {
    const result = await job.start({ language: currentLanguage(), ...question });
    hideToast(TOAST);
    if (!result.ok)
      return showFailure(
        result.error,
        <Button size="compact-sm" variant="default" onClick={() => void start(question)}>
          {t('export.again')}
        </Button>,
      );
    const { cancelled, fileName, rows } = result.value;
    if (!cancelled) showDone(t('export.done', { count: rows, file: fileName ?? '' }));
  }
  return { running, start };
}
