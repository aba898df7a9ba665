// Opens the print dialog for the day's sheet.

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { PrintDialog } from './PrintDialog';

export function PrintDay() {
  const { t } = useTranslation('printing');
  const [open, setOpen] = useState(false);
  const label = `${t('open')} ${t('day')}`;
  useShortcuts([{ keys: 'Ctrl+P', label, run: () => setOpen(true) }]);
  return (
    <>
      <Tooltip
        label={
          <>
            {label} <Kbd keys="Ctrl+P" />
          </>
        }
      >
        <ActionIcon aria-label={label} onClick={() => setOpen(true)}>
          <IconPrinter size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      {open && <PrintDialog clientId={null} onClose={() => setOpen(false)} />}
    </>
  );
}
