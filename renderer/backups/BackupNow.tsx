// The button that makes a backup now; while one is being made it turns.

import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { startBackup } from './start-backup';
import { useBackups } from './useBackups';

export interface BackupNowProps {
  /** The one thing to do on this page. */
  readonly primary: boolean;
}

export function BackupNow({ primary }: BackupNowProps) {
  const { t } = useTranslation('backups');
  const running = useBackups()?.running ?? false;
  return (
    <Button
      variant={primary ? 'filled' : 'default'}
      size={primary ? 'sm' : 'compact-sm'}
      loading={running}
      leftSection={<IconShieldCheck size={16} stroke={1.6} aria-hidden="true" />}
      onClick={() => void startBackup()}
    >
      {t('now')}
    </Button>
  );
}
