// To the preview of a backup in the list; the name says which one.

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BackupEntry } from '../../shared/backups/contract';
import { useMoment } from '../backups/useBackups';

export function RestoreLink({ entry: { token, at } }: { readonly entry: BackupEntry }) {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      aria-label={t('actOf', { moment: moment(at) })}
      renderRoot={(props: object) => <Link {...props} to="/data/restore/$token" params={{ token }} />}
    >
      {t('act')}
    </Button>
  );
}
