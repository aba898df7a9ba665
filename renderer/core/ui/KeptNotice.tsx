// Above a form that goes on where somebody left it: says so, and offers to begin anew.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptForm } from '../draft';
import { useFormat } from '../format';
import classes from './ui.module.css';

export function KeptNotice({ form: { leftAt, startOver } }: { readonly form: Pick<KeptForm<unknown>, 'leftAt' | 'startOver'> }) {
  const { t } = useTranslation('core');
  const format = useFormat();
  if (leftAt === null) return null;
  return (
    <div className={classes.kept} role="note">
      <span>{t('kept.from', { at: format.moment(leftAt) })}</span>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={startOver}>
        {t('kept.startOver')}
      </Button>
    </div>
  );
}
