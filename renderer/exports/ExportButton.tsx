// Beside the title of a list: takes it out as it is filtered and sorted, where this person may.

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { ExportDialog, type ExportDialogProps } from './ExportDialog';

export interface ExportButtonProps extends Pick<ExportDialogProps, 'what' | 'named'> {
  /** Only the sign, beside the title of a part of a page. */
  readonly small?: boolean;
}

export function ExportButton({ what, named, small = false }: ExportButtonProps) {
  const { t } = useTranslation('exports');
  const { can } = useRights();
  const [asking, setAsking] = useState(false);
  if (!can('export.change')) return null;
  const sign = <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />;
  return (
    <>
      {small ? (
        <Tooltip label={t('button')}>
          <ActionIcon size={28} aria-label={t('dialog.title', { named })} onClick={() => setAsking(true)}>
            {sign}
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button variant="default" leftSection={sign} onClick={() => setAsking(true)}>
          {t('button')}
        </Button>
      )}
      {asking && <ExportDialog what={what} named={named} onClose={() => setAsking(false)} />}
    </>
  );
}
