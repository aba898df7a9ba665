// A backup from a file that is in no list: chosen in a dialog, then looked at like any other.

import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { showFailure } from '../core/ui/toasts';

export function RestoreFromFile() {
  const { t } = useTranslation('restore');
  const choose = useJob('restore.choose');
  const navigate = useNavigate();
  async function open(): Promise<void> {
    const result = await choose.start(null);
    if (!result.ok) showFailure(result.error);
    else if (result.value.backup) void navigate({ to: '/data/restore/$token', params: { token: result.value.backup.token } });
  }
  return (
    <Button variant="subtle" color="gray" size="compact-sm" loading={choose.running} onClick={() => void open()}>
      {t('fromFile')}
    </Button>
  );
}
