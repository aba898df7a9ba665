// How far the running step of an import is, in numbers, and a way to stop it.

import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import classes from './Imports.module.css';
import { cancelWork } from './steps';
import type { Wizard } from './wizard';

export function WorkLine({ work }: { readonly work: NonNullable<Wizard['work']> }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { what, done, total } = work;
  const label = t(`work.${what}`);
  return (
    <div className={classes.work}>
      <output className={classes.workText}>
        <span>{label}</span>
        {total !== null && (
          <span className={`num ${classes.workRows}`}>{t('work.rows', { done: format.count(done), total: format.count(total) })}</span>
        )}
      </output>
      <Progress className={classes.workBar} value={total ? (done / total) * 100 : 100} animated={!total} aria-label={label} />
      <Button variant="default" size="compact-sm" onClick={cancelWork}>
        {t('work.stop')}
      </Button>
    </div>
  );
}
