// Above a form that goes on where somebody left it: says so, and offers to begin anew.

import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptForm } from '../draft';
import { useFormat } from '../format';
import classes from './ui.module.css';

export interface KeptNoticeProps {
  readonly form: Pick<KeptForm<unknown>, 'leftAt' | 'startOver'>;
  /** Where a form has no button of its own, because each field is saved when it is left. */
  readonly save?: () => void;
}

export function KeptNotice({ form: { leftAt, startOver }, save }: KeptNoticeProps) {
  const { t } = useTranslation('core');
  const format = useFormat();
  if (leftAt === null) return null;
  return (
    <div className={classes.kept} role="note">
      <span>{t('kept.from', { at: format.moment(leftAt) })}</span>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={startOver}>
        {t('kept.startOver')}
      </Button>
      {save && (
        <Button variant="default" size="compact-sm" onClick={save}>
          {t('kept.save')}
        </Button>
      )}
    </div>
  );
}
