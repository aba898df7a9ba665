// The way to a diagnostics file: in the settings, on the lock and on the page of a book that was refused.

import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Diagnostics } from '../../shared/diagnostics/contract';
import { useJob } from '../core/data';
import { DiagnosticsDialog } from './DiagnosticsDialog';

export function DiagnosticsButton(props: Pick<ButtonProps, 'className' | 'variant' | 'color' | 'size'>) {
  const { t } = useTranslation('diagnostics');
  const look = useJob('diagnostics.look');
  const [opened, setOpened] = useState(false);
  const [found, setFound] = useState<Diagnostics | null>(null);
  async function collect(): Promise<void> {
    setFound(null);
    const result = await look.start(null);
    if (result.ok) setFound(result.value);
  }
  function open(): void {
    setOpened(true);
    void collect();
  }
  return (
    <>
      <Button {...props} onClick={open}>
        {t('open')}
      </Button>
      {opened && <DiagnosticsDialog look={look} found={found} collect={() => void collect()} onClose={() => setOpened(false)} />}
    </>
  );
}
