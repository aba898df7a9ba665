// Says that the form goes on where somebody stopped, and offers to start over.

import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IsoInstant } from '../../shared/core/date';
import { useFormat } from '../core/format';
import classes from './ClientForm.module.css';

export interface DraftNoticeProps {
  readonly at: IsoInstant;
  readonly changes: boolean;
  readonly startOver: () => void;
}

export function DraftNotice({ at, changes, startOver }: DraftNoticeProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return (
    <div className={classes.notice} role="note">
      <IconHistory size={18} stroke={1.5} aria-hidden="true" />
      <span>{t(changes ? 'form.foundChange' : 'form.found', { at: format.moment(at) })}</span>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={startOver}>
        {t(changes ? 'form.undoChanges' : 'form.startOver')}
      </Button>
    </div>
  );
}
