// Beside the title of a list: takes it out as it is filtered and sorted, where this person may.

import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { ExportDialog, type ExportDialogProps } from './ExportDialog';

export function ExportButton({ what, named }: Pick<ExportDialogProps, 'what' | 'named'>) {
  const { t } = useTranslation('exports');
  const { can } = useRights();
  const [asking, setAsking] = useState(false);
  if (!can('export.change')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t('button')}
      </Button>
      {asking && <ExportDialog what={what} named={named} onClose={() => setAsking(false)} />}
    </>
  );
}
