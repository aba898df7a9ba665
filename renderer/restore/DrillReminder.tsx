// The owner's reminder that nobody has tried the recovery key for a year: a calm box over the backups, one line on Today. It can be put off.

import { Button } from '@mantine/core';
import { IconLifebuoy } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BackupsState } from '../../shared/backups/contract';
import boxes from '../backups/Backups.module.css';
import { useBackups } from '../backups/useBackups';
import { useJob } from '../core/data';
import { showFailure } from '../core/ui/toasts';
import { DRILL_START, DRILL_TITLE } from './DrillPart';
import classes from './Restore.module.css';

type Drill = BackupsState['drill'];

export function DrillReminder({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation('restore');
  if (!drill.due) return null;
  const title = t(`drill.${wordOf(drill)}`);
  return (
    <section className={boxes.box} data-tone="plain" aria-label={title}>
      <IconLifebuoy size={22} stroke={1.6} className={boxes.boxIcon} aria-hidden="true" />
      <div className={boxes.boxText}>
        <b>{title}</b>
        <p>{t('drill.why')}</p>
      </div>
      <div className={boxes.boxActs}>
        <Button variant="default" size="compact-sm" onClick={goThere}>
          {t('drill.todayAct')}
        </Button>
        <Later />
      </div>
    </section>
  );
}

export function DrillNotice() {
  const { t } = useTranslation('restore');
  const drill = useBackups()?.drill;
  if (!drill?.due) return null;
  return (
    <div className={classes.notice} role="note">
      <IconLifebuoy size={16} stroke={1.7} aria-hidden="true" />
      <span>{t(`drill.${wordOf(drill)}`)}</span>
      <Link to="/data" search={{ tab: 'backups' }}>
        {t('drill.todayAct')}
      </Link>
      <Later />
    </div>
  );
}

/** Below the list, which may be long. */
function goThere(): void {
  (document.getElementById(DRILL_START) ?? document.getElementById(DRILL_TITLE))?.focus();
}

function Later() {
  const { t } = useTranslation('restore');
  const later = useJob('backups.drillLater');
  async function putOff(): Promise<void> {
    const result = await later.start(null);
    if (!result.ok) showFailure(result.error);
  }
  return (
    <Button variant="subtle" color="gray" size="compact-sm" loading={later.running} onClick={() => void putOff()}>
      {t('drill.later')}
    </Button>
  );
}

function wordOf({ last }: Drill): 'never' | 'failed' | 'year' {
  if (last === null) return 'never';
  return last.good ? 'year' : 'failed';
}
