// What is wrong with a folder of the backups, since when, and what helps; and that no copy is anywhere but on this PC.

import { Button } from '@mantine/core';
import { IconAlertCircle, IconDeviceUsb, IconFolder, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import type { BackupFolder, BackupsState } from '../../shared/backups/contract';
import { currentLanguage } from '../core/i18n';
import classes from './Backups.module.css';
import { startBackup } from './start-backup';
import { useDaysSince, useMoment } from './useBackups';
import { useFolders } from './useFolders';

export function FolderTroubles({ state }: { readonly state: BackupsState }) {
  const troubled = state.folders.filter((folder) => folder.state !== 'ok');
  const others = troubled.length < state.folders.length;
  return (
    <>
      {troubled.map((folder) => (
        <FolderTrouble key={folder.id} folder={folder} others={others} running={state.running} />
      ))}
      {state.onlyHere && <OnlyHere />}
    </>
  );
}

interface FolderTroubleProps {
  readonly folder: BackupFolder;
  /** Other folders still get theirs. */
  readonly others: boolean;
  readonly running: boolean;
}

function FolderTrouble({ folder, others, running }: FolderTroubleProps) {
  const { t } = useTranslation('backups');
  const sentences = useSentences(folder, others);
  const folders = useFolders();
  return (
    <Box
      tone="danger"
      icon={folder.state === 'missing' && !folder.own ? IconDeviceUsb : IconAlertCircle}
      title={sentences.title}
      body={sentences.body}
    >
      <Button
        variant="default"
        size="compact-sm"
        loading={running}
        leftSection={<IconRefresh size={14} stroke={1.6} aria-hidden="true" />}
        onClick={() => void startBackup()}
      >
        {t(folder.state === 'missing' && !folder.own ? 'trouble.retry' : 'trouble.retryOther')}
      </Button>
      {!folder.own && (
        <Button
          variant="default"
          size="compact-sm"
          loading={folders.busy}
          leftSection={<IconFolder size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => void folders.replace(folder)}
        >
          {t('trouble.change')}
        </Button>
      )}
    </Box>
  );
}

function useSentences(
  { state, name: given, own, since, lastAt }: BackupFolder,
  others: boolean,
): { readonly title: string; readonly body: string } {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const daysSince = useDaysSince();
  const name = own ? t('own') : given;
  const days = since ? daysSince(since) : 0;
  const gap = currentLanguage() === 'en' ? ' ' : '';
  const lastThere = lastAt ? t('trouble.lastThere', { moment: moment(lastAt) }) : t('trouble.neverThere');
  if (own && state === 'missing') return { title: t('trouble.ownMissing'), body: `${t('trouble.ownMissingHint')}${gap}${lastThere}` };
  if (state === 'missing' || state === 'ok') {
    return {
      title: days === 0 ? t('trouble.missingToday', { name }) : t('trouble.missing', { name, count: days }),
      body: others ? `${lastThere}${gap}${t('trouble.others')}` : lastThere,
    };
  }
  return { title: t(`trouble.${state}`, { name }), body: `${t(`trouble.${state}Hint`)}${gap}${lastThere}` };
}

function OnlyHere() {
  const { t } = useTranslation('backups');
  const folders = useFolders();
  return (
    <Box tone="plain" icon={IconDeviceUsb} title={t('onlyHere.title')} body={t('onlyHere.body')}>
      <Button
        variant="default"
        size="compact-sm"
        loading={folders.busy}
        leftSection={<IconFolder size={14} stroke={1.6} aria-hidden="true" />}
        onClick={() => void folders.add()}
      >
        {t('onlyHere.act')}
      </Button>
    </Box>
  );
}

interface BoxProps {
  readonly tone: 'danger' | 'plain';
  readonly icon: typeof IconDeviceUsb;
  readonly title: string;
  readonly body: string;
  readonly children: ReactNode;
}

function Box({ tone, icon: BoxIcon, title, body, children }: BoxProps) {
  return (
    <section className={classes.box} data-tone={tone} aria-label={title}>
      <BoxIcon size={22} stroke={1.6} className={classes.boxIcon} aria-hidden="true" />
      <div className={classes.boxText}>
        <b className="num">{title}</b>
        <p className="num">{body}</p>
      </div>
      <div className={classes.boxActs}>{children}</div>
    </section>
  );
}
