// One key takes over what was done last time.

import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../shared/core/date';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import classes from './VisitPanel.module.css';

export interface LastTimeProps {
  readonly on: IsoDate;
  readonly take: () => void;
}

export function LastTime({ on, take }: LastTimeProps) {
  const { t } = useTranslation('visits');
  const format = useFormat();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={classes.again}
      leftSection={<IconRepeat size={16} stroke={1.6} aria-hidden="true" />}
      rightSection={<Kbd keys="0" />}
      onClick={take}
    >
      {t('sameAsLast', { day: format.day(on) })}
    </Button>
  );
}
