// Whether the sample salon is open, and the ways in and out of it.

import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useJob, useQuery } from '../core/data';
import { useEvent } from '../core/events';
import { confirm } from '../core/ui/confirm';
import { showDone, showFailure } from '../core/ui/toasts';

export function useSample() {
  const { t } = useTranslation('sample');
  const queries = useQueryClient();
  const { data: state } = useQuery('sample.state', null);
  const leaving = useJob('sample.leave');
  const again = () => void queries.invalidateQueries({ queryKey: ['sample.state'] });
  useEvent('book-changed', again);
  async function leave(remove: boolean): Promise<void> {
    const result = await leaving.start({ remove });
    again();
    if (!result.ok) showFailure(result.error);
    else if (remove) showDone(t('gone'));
  }
  async function remove(): Promise<void> {
    const sure = await confirm({ title: t('ask.title'), body: t('ask.body'), safe: t('ask.safe'), act: t('remove'), danger: true });
    if (sure) await leave(true);
  }
  return { state, leave: () => leave(false), remove, busy: leaving.running };
}
