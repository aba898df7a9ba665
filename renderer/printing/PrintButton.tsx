// Opens the print dialog for a page that is a list: the day, the loyal clients.

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { PrintDialog, type PrintSubject } from './PrintDialog';

export function PrintButton({ what }: { readonly what: Exclude<PrintSubject, { of: 'client' }> }) {
  const { t } = useTranslation('printing');
  const [open, setOpen] = useState(false);
  const label = `${t('open')} ${t(what.of)}`;
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
      {open && <PrintDialog what={what} onClose={() => setOpen(false)} />}
    </>
  );
}
