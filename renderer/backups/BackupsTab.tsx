// Tab 备份 of the data page: how the backups stand, what is wrong with them, which there are, where they go.

import { Button } from '@mantine/core';
import { useQuery as useTanstackQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupEntry, BackupsState } from '../../shared/backups/contract';
import type { AppError } from '../../shared/errors';
import { invoke } from '../core/api';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { ErrorState, LoadingRows } from '../core/ui/states';
import { DrillPart } from '../restore/DrillPart';
import { DrillReminder } from '../restore/DrillReminder';
import { RestoreFromFile } from '../restore/RestoreFromFile';
import { BackupFigures } from './BackupFigures';
import { BackupList } from './BackupList';
import classes from './Backups.module.css';
import { BackupSettings } from './BackupSettings';
import { FolderTroubles } from './FolderTroubles';
import { KeptBooks } from './KeptBooks';
import { PasswordPart } from './PasswordPart';

export function BackupsTab() {
  const { data, error, refetch } = useQuery('backups.state', null, { keep: true });
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <LoadingRows rows={6} height={44} />;
  return (
    <>
      <BackupFigures state={data} />
      <FolderTroubles state={data} />
      <DrillReminder drill={data.drill} />
      <Entries state={data} />
      <KeptBooks />
      <PasswordPart hasPassword={data.hasPassword} />
    </>
  );
}

function Entries({ state }: { readonly state: BackupsState }) {
  const { t } = useTranslation('backups');
  const { owner } = useRights();
  const [changing, setChanging] = useState(false);
  // a job, as it looks into every folder; read like a list all the same
  const { data, error, refetch } = useTanstackQuery<readonly BackupEntry[], AppError>({
    queryKey: ['backups.list'],
    queryFn: async () => (await invoke('backups.list', null)).value,
  });
  return (
    <>
      <div className={classes.listHead}>
        <h2 id="backup-list">{t('list.title')}</h2>
        {data && <span className={`num ${classes.listCount}`}>{data.length}</span>}
        <span className={`num ${classes.listRule}`}>{t('list.rule')}</span>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setChanging(true)}>
          {t('list.settings')}
        </Button>
        {owner && <RestoreFromFile />}
      </div>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={6} height={44} />}
      {data && <BackupList entries={data} folders={state.folders} restorable={owner} />}
      {data && <DrillPart drill={state.drill} entries={data} folders={state.folders} />}
      <BackupSettings state={state} opened={changing} close={() => setChanging(false)} />
    </>
  );
}
