// What a restore does, step by step, and the way back from it.

import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../shared/restore/contract';
import { useMoment } from '../backups/useBackups';
import classes from './Restore.module.css';

export function RestoreSteps({ preview: { at, staysErased } }: { readonly preview: RestorePreview }) {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  return (
    <>
      <h2>{t('steps.title')}</h2>
      <ol className={`num ${classes.steps}`}>
        <li>{t('steps.backup')}</li>
        <li>{t('steps.replace', { moment: moment(at) })}</li>
        <li>{staysErased > 0 ? t('steps.erased', { count: staysErased }) : t('steps.erasedNone')}</li>
        <li>{t('steps.signIn')}</li>
      </ol>
      <h2>{t('steps.regret')}</h2>
      <p>{t('steps.regretBody')}</p>
    </>
  );
}
