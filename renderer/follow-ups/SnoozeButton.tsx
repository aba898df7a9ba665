// Later, written out with its key, as the current line has it.

import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../core/ui/Kbd';
import { SnoozeMenu, type SnoozeMenuProps } from './SnoozeMenu';

export function SnoozeButton(props: Omit<SnoozeMenuProps, 'children'>) {
  const { t } = useTranslation('followUps');
  return (
    <SnoozeMenu {...props}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconClock size={16} stroke={1.6} aria-hidden="true" />}
        rightSection={<Kbd keys="S" />}
      >
        {t('snooze')}
      </Button>
    </SnoozeMenu>
  );
}
