// The way into the sample salon, wherever it is offered; says how far it is while it is being made.

import { Button, type ButtonProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { showFailure } from '../core/ui/toasts';
import { useSample } from './useSample';

export function OpenSample(look: Pick<ButtonProps, 'variant' | 'color' | 'size'>) {
  const { t } = useTranslation('sample');
  const { state } = useSample();
  const opening = useJob('sample.open');
  // In it there is nothing to open.
  if (!state || state.open) return null;
  async function open(): Promise<void> {
    const result = await opening.start(null);
    if (!result.ok) showFailure(result.error);
  }
  return (
    <Button {...look} aria-busy={opening.running} onClick={() => void (opening.running || open())}>
      {opening.running ? making() : t(state.made ? 'reopen' : 'open')}
    </Button>
  );
  function making(): string {
    const { done, total } = opening.progress ?? { done: 0, total: null };
    return total === null ? t('making') : t('makingCount', { done, total });
  }
}
