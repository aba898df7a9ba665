// Which backup: those this PC knows of, the newest chosen, or a file.

import { Button, Radio } from '@mantine/core';
import { IconArrowRight, IconFolderOpen, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors';
import type { ChosenBackup } from '../../shared/restore/contract';
import outside from '../book/Outside.module.css';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { LoadingRows } from '../core/ui/states';
import { useWording } from '../core/wording';
import classes from './Restore.module.css';

export interface ChooseBackupProps {
  /** Null: still looking. */
  readonly found: readonly ChosenBackup[] | null;
  readonly error: AppError | null;
  readonly choose: (backup: ChosenBackup) => void;
  readonly back: () => void;
}

export function ChooseBackup({ found, error, choose, back }: ChooseBackupProps) {
  const { t } = useTranslation('restore');
  const say = useWording();
  const dialog = useJob('restore.choose');
  const [token, setToken] = useState<string | null>(null);
  const chosen = found?.find((backup) => backup.token === token) ?? found?.[0];
  async function fromFile(): Promise<void> {
    const result = await dialog.start(null);
    if (result.ok && result.value.backup) choose(result.value.backup);
  }
  const failure = dialog.error ?? error;
  return (
    <>
      <h1 className={outside.bigTitle}>{t('closed.title')}</h1>
      <p className={outside.lead}>{found?.length === 0 ? t('closed.none') : t('closed.lead')}</p>
      {!found && <LoadingRows rows={3} height={70} />}
      {found && chosen && (
        <Radio.Group aria-label={t('closed.list')} value={chosen.token} onChange={setToken}>
          <div className={`${outside.choices} ${classes.choices}`}>
            {found.map((backup) => (
              <Choice key={backup.token} backup={backup} />
            ))}
          </div>
        </Radio.Group>
      )}
      {failure && failure.code !== 'bridge.cancelled' && (
        <p className={classes.failure} role="alert">
          {say(failure)}
        </p>
      )}
      <div className={outside.lockActions}>
        {chosen && (
          <Button size="md" rightSection={<IconArrowRight size={16} aria-hidden="true" />} onClick={() => choose(chosen)}>
            {t('closed.next')}
          </Button>
        )}
        <Button
          size="md"
          variant={found?.length === 0 ? 'filled' : 'default'}
          loading={dialog.running}
          leftSection={<IconFolderOpen size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void fromFile()}
        >
          {t('closed.file')}
        </Button>
        <Button size="md" variant="subtle" color="gray" onClick={back}>
          {t('closed.back')}
        </Button>
      </div>
    </>
  );
}

function Choice({ backup: { token, at, kind, bytes, counts } }: { readonly backup: ChosenBackup }) {
  const { t } = useTranslation(['restore', 'backups']);
  const format = useFormat();
  const title = format.moment(at);
  const body = t('restore:closed.item', {
    kind: t(`backups:kinds.${kind}`),
    clients: format.count(counts.clients),
    visits: format.count(counts.visits),
    size: format.size(bytes),
  });
  return (
    <Radio.Card className={outside.choice} value={token} aria-label={`${title} ${body}`}>
      <IconHistory size={20} stroke={1.6} aria-hidden="true" />
      <span className={outside.choiceText}>
        <span className={`num ${outside.choiceTitle}`}>{title}</span>
        <br />
        <span className={`num ${outside.choiceBody}`}>{body}</span>
      </span>
      <Radio.Indicator />
    </Radio.Card>
  );
}
