// The recovery drill on the tab of the backups: how the last one went, and, for the owner, the next one.

import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupEntry, BackupsState } from '../../shared/backups/contract';
import { useMoment } from '../backups/useBackups';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { DrillDialog } from './DrillDialog';
import classes from './Restore.module.css';

export const DRILL_TITLE = 'drill-title';
export const DRILL_START = 'drill-start';

export interface DrillPartProps {
  readonly drill: BackupsState['drill'];
  readonly entries: readonly BackupEntry[];
  readonly folders: BackupsState['folders'];
}

export function DrillPart({ drill: { last }, entries, folders }: DrillPartProps) {
  const { t } = useTranslation('restore');
  const format = useFormat();
  const moment = useMoment();
  const { owner } = useRights();
  const [open, setOpen] = useState(false);
  const usable = entries.filter(({ reachable }) => reachable);
  return (
    <section className={classes.drill} aria-labelledby={DRILL_TITLE}>
      <div className={classes.drillText}>
        <h2 id={DRILL_TITLE} tabIndex={-1}>
          {t('drill.title')}
        </h2>
        <p>{t('drill.lead')}</p>
        <p className="num" data-tone={last?.good === false ? 'danger' : undefined}>
          {last
            ? t(last.good ? 'drill.good' : 'drill.bad', {
                moment: moment(last.at),
                backup: format.moment(last.backupAt),
                clients: format.count(last.clients),
                visits: format.count(last.visits),
              })
            : t('drill.none')}
        </p>
        {owner && usable.length === 0 && <p>{t('drill.noBackup')}</p>}
      </div>
      {owner && usable.length > 0 && (
        <Button
          id={DRILL_START}
          variant="default"
          leftSection={<IconLifebuoy size={16} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpen(true)}
        >
          {t('drill.start')}
        </Button>
      )}
      {open && <DrillDialog entries={usable} folders={folders} close={() => setOpen(false)} />}
    </section>
  );
}
