// Every wording a client's alerts, preferences and notes ever had, newest first: who wrote it, when, and why it went.

import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PreferenceVersion } from '../../shared/preferences/contract';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Preferences.module.css';

export interface VersionsProps {
  readonly clientId: string;
  readonly name: string;
  readonly onClose: () => void;
}

export function Versions({ clientId, name, onClose }: VersionsProps) {
  const { t } = useTranslation(['preferences', 'core']);
  const versions = useQuery('preferences.versions', { clientId });
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t('versions.title', { name })}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'core' }) }}
    >
      {versions.isError && <ErrorState error={versions.error} retry={() => void versions.refetch()} />}
      {versions.isPending && <LoadingRows rows={3} />}
      {versions.data?.length === 0 && <p className={classes.none}>{t('versions.empty')}</p>}
      <ul className={classes.versions}>
        {versions.data?.map((version) => (
          <Version key={version.id} version={version} />
        ))}
      </ul>
    </Modal>
  );
}

function Version({ version }: { readonly version: PreferenceVersion }) {
  const { t } = useTranslation(['preferences', 'core']);
  const format = useFormat();
  const { kind, text, detail, author, at, endedAt, endReason } = version;
  const word = kind === 'like' || kind === 'dislike' || kind === 'note' ? t(`kinds.${kind}`) : t(`alerts.${kind}`, { ns: 'core' });
  return (
    <li data-ended={endedAt !== null || undefined}>
      <span className={classes.kind}>{word}</span>
      <div>
        <div className={classes.text}>{text}</div>
        {detail !== null && <div className={classes.text}>{detail}</div>}
        <div className={classes.meta}>
          {t('versions.by', { author, at: format.moment(at) })}
          <span>{endedAt === null ? t('versions.current') : t('versions.ended', { at: format.moment(endedAt) })}</span>
          {endReason !== null && <span>{t('versions.reason', { reason: endReason })}</span>}
        </div>
      </div>
    </li>
  );
}
