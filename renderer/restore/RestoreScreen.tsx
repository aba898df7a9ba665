// Restoring a backup over the open book: first what would change, table by table; then the owner's own password.

import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../shared/restore/contract';
import { todayAt } from '../../shared/core/date';
import { useMoment } from '../backups/useBackups';
import { useFormat } from '../core/format';
import { ErrorState } from '../core/ui/states';
import { BackLink } from './BackLink';
import classes from './Restore.module.css';
import { RestoreForm } from './RestoreForm';
import { RestoreTable } from './RestoreTable';
import { RestoreWork } from './RestoreWork';
import { usePreview } from './usePreview';

export function RestoreScreen() {
  const { token } = useParams({ from: '/data/restore/$token' });
  const { t } = useTranslation('restore');
  const navigate = useNavigate();
  const { preview, error, progress, retry } = usePreview(token);
  const back = (): void => void navigate({ to: '/data', search: { tab: 'backups' } });
  if (preview) return <Preview token={token} preview={preview} back={back} />;
  return (
    <div className={classes.waiting}>
      <BackLink />
      {error ? (
        <ErrorState error={error} title={t('notOpened')} retry={retry} />
      ) : (
        <RestoreWork progress={progress} first="look" stop={back} />
      )}
    </div>
  );
}

interface PreviewProps {
  readonly token: string;
  readonly preview: RestorePreview;
  readonly back: () => void;
}

function Preview({ token, preview, back }: PreviewProps) {
  const { t } = useTranslation(['restore', 'backups']);
  const format = useFormat();
  const moment = useMoment();
  const { at, kind, bytes, older } = preview;
  const lead = t('restore:lead', {
    day: format.dueDay(todayAt(new Date(at))),
    time: format.clock(at),
    kind: t(`backups:kinds.${kind}`),
    size: format.size(bytes),
  });
  return (
    <RestoreForm token={token} preview={preview} back={back}>
      <BackLink />
      <h1 className={`num ${classes.title}`}>{t('restore:title', { moment: moment(at) })}</h1>
      <p className={`num ${classes.lead}`}>{older ? `${lead}${t('restore:joint')}${t('restore:older')}` : lead}</p>
      <RestoreTable preview={preview} />
    </RestoreForm>
  );
}
