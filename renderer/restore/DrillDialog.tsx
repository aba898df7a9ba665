// The drill itself: which backup, the key from the paper, how far it is, and what came of it.

import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupEntry, BackupsState, RecoveryDrill } from '../../shared/backups/contract';
import { folderName, useMoment } from '../backups/useBackups';
import { useWait, useWaitText, waitIn } from '../book/useWait';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { useWording } from '../core/wording';
import classes from './Restore.module.css';
import { RestoreWork } from './RestoreWork';

export interface DrillDialogProps {
  /** That can be reached, the newest first. */
  readonly entries: readonly BackupEntry[];
  readonly folders: BackupsState['folders'];
  readonly close: () => void;
}

export function DrillDialog({ entries, folders, close }: DrillDialogProps) {
  const { t } = useTranslation(['restore', 'book', 'backups']);
  const moment = useMoment();
  const say = useWording();
  const waitText = useWaitText();
  const practise = useJob('restore.practise');
  const wait = useWait(0);
  const [token, setToken] = useState(entries[0]?.token ?? '');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [tried, setTried] = useState(false);
  const [drill, setDrill] = useState<RecoveryDrill | null>(null);
  const { error, running } = practise;
  const empty = tried && recoveryKey.trim() === '';
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (recoveryKey.trim() === '' || wait.seconds > 0) return document.getElementById(KEY)?.focus();
    const result = await practise.start({ token, recoveryKey });
    if (result.ok) setDrill(result.value);
    else wait.begin(waitIn(result.error));
  }
  function leave(): void {
    if (running) practise.cancel();
    close();
  }
  const stopped = error?.code === 'bridge.cancelled' ? t('restore:foot.stopped') : error && say(error);
  const problem = wait.seconds > 0 ? waitText(wait.seconds) : stopped;
  return (
    <Modal opened onClose={leave} title={t('restore:drill.title')} withCloseButton={false} closeOnClickOutside={!running}>
      {drill ? (
        <Outcome drill={drill} close={close} />
      ) : (
        <>
          <form className={classes.drillForm} onSubmit={(event) => void submit(event)} hidden={running}>
            <Select
              label={t('restore:drill.which')}
              className="num"
              value={token}
              allowDeselect={false}
              data={entries.map((entry) => ({
                value: entry.token,
                label: t('restore:drill.item', {
                  moment: moment(entry.at),
                  where: folderName(folders, entry.folderId, entry.folderName, t('backups:own')),
                }),
              }))}
              onChange={(chosen) => setToken(chosen ?? token)}
            />
            <Textarea
              id={KEY}
              data-autofocus
              label={t('book:recover.key')}
              placeholder={t('book:recover.keyExample')}
              description={t('restore:drill.keyHint')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              value={recoveryKey}
              onChange={(event) => {
                setRecoveryKey(event.currentTarget.value);
                practise.forget();
              }}
              error={empty ? t('book:recover.keyError') : problem}
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
            />
            <Group justify="flex-end" gap={8}>
              <Button variant="default" onClick={leave}>
                {t('restore:drill.cancel')}
              </Button>
              <Button type="submit">{t('restore:drill.act')}</Button>
            </Group>
          </form>
          {running && <RestoreWork progress={practise.progress} first="drill" stop={practise.cancel} />}
        </>
      )}
    </Modal>
  );
}

const KEY = 'drill-key';

function Outcome({ drill, close }: { readonly drill: RecoveryDrill; readonly close: () => void }) {
  const { t } = useTranslation('restore');
  const format = useFormat();
  const { backupAt, clients, visits } = drill;
  return (
    <output className={classes.drillForm}>
      <p className={classes.drillDone}>
        <IconShieldCheck size={22} stroke={1.6} aria-hidden="true" />
        {t('drill.done')}
      </p>
      <p className="num">
        {t('drill.doneBody', { backup: format.moment(backupAt), clients: format.count(clients), visits: format.count(visits) })}
      </p>
      <Group justify="flex-end">
        <Button data-autofocus onClick={close}>
          {t('drill.close')}
        </Button>
      </Group>
    </output>
  );
}
