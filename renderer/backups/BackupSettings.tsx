// Where backups go and at what time: each folder with its state, one more, and the hour of the daily one.

import { Button, Modal, TextInput } from '@mantine/core';
import { IconDeviceDesktop, IconFolder, IconFolderPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { BackupFolder, BackupsState } from '../../shared/backups/contract';
import { KeptNotice } from '../core/ui/KeptNotice';
import { problemWording } from '../core/wording';
import { useRecordDraft } from '../settings/useRecordDraft';
import classes from './Backups.module.css';
import { useFolders, type Folders } from './useFolders';

export interface BackupSettingsProps {
  readonly state: BackupsState;
  readonly opened: boolean;
  readonly close: () => void;
}

export function BackupSettings({ state, opened, close }: BackupSettingsProps) {
  const { t } = useTranslation('backups');
  const folders = useFolders();
  return (
    <Modal opened={opened} onClose={close} title={t('settings.title')} withCloseButton={false}>
      <DailyAt key={state.dailyAt} at={state.dailyAt} save={folders.setDaily} />
      <h3 className={classes.dialogTitle}>{t('settings.folders')}</h3>
      <ul className={classes.folders}>
        {state.folders.map((folder) => (
          <Folder key={folder.id} folder={folder} folders={folders} />
        ))}
      </ul>
      <div className={classes.dialogActs}>
        <Button
          variant="default"
          loading={folders.busy}
          leftSection={<IconFolderPlus size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => void folders.add()}
        >
          {t('settings.add')}
        </Button>
        <Button onClick={close}>{t('settings.done')}</Button>
      </div>
    </Modal>
  );
}

const TypedTime = z.object({ time: z.string() });

/** Saved when one leaves the field or presses Enter. */
function DailyAt({ at, save }: { readonly at: string; readonly save: Folders['setDaily'] }) {
  const { t } = useTranslation('backups');
  const {
    draft,
    set,
    save: keep,
    kept,
  } = useRecordDraft('backup-daily', TypedTime, { time: at }, (typed) => {
    const time = timeOf(typed.time);
    if (time === null) return undefined;
    // 9:30 is 09:30: nothing to save, and nothing left unfinished
    return time === at ? Promise.resolve({ ok: true, value: null, act: null }) : save(time);
  });
  return (
    <>
      <KeptNotice {...kept} />
      <TextInput
        label={t('settings.daily')}
        description={t('settings.dailyHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        className={`num ${classes.daily}`}
        error={timeOf(draft.time) === null && problemWording('time.invalid')}
        maxLength={5}
        data-autofocus
        value={draft.time}
        onChange={(event) => set({ time: event.currentTarget.value })}
        onBlur={() => keep()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </>
  );
}

/** 9:30, 0930 and 21：00 are times too; null is none. */
function timeOf(typed: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(typed.trim()) ?? [];
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}

function Folder({ folder, folders }: { readonly folder: BackupFolder; readonly folders: Folders }) {
  const { t } = useTranslation('backups');
  const { own, name, place, state } = folder;
  const FolderIcon = own ? IconDeviceDesktop : IconFolder;
  return (
    <li className={classes.folder}>
      <FolderIcon size={18} stroke={1.6} aria-hidden="true" />
      <div className={classes.folderText}>
        <span>{own ? t('own') : name}</span>
        {own && <p>{t('settings.ownHint')}</p>}
        {place !== null && <p>{place}</p>}
        {state !== 'ok' && <p data-tone="danger">{t(state === 'missing' ? 'list.away' : `trouble.${state}`, { name })}</p>}
      </div>
      {!own && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t('settings.removeOf', { name })}
          onClick={() => void folders.remove(folder)}
        >
          {t('settings.remove')}
        </Button>
      )}
    </li>
  );
}
