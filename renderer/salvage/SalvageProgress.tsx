// How far a salvage is, in numbers, and a way to stop it: until its end nothing is changed.

import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progress as JobProgress } from '../core/data';
import { useFormat } from '../core/format';
import classes from './Salvage.module.css';

const STAGES = { pages: 'work.pages', rows: 'work.rows', check: 'work.check' } as const;

export function SalvageProgress({ progress, stop }: { readonly progress: JobProgress | null; readonly stop: () => void }) {
  const { t } = useTranslation('salvage');
  const format = useFormat();
  const stage = progress?.stage === 'pages' || progress?.stage === 'rows' || progress?.stage === 'check' ? progress.stage : null;
  const label = t(stage === null ? 'work.starting' : STAGES[stage]);
  const done = format.count(progress?.done ?? 0);
  const total = progress?.total ?? null;
  return (
    <div className={classes.work}>
      <output className={classes.workText}>
        <span>{label}</span>
        <span className={`num ${classes.workCount}`}>
          {stage === 'pages' && t('work.ofPages', { done, total: format.count(total ?? 0) })}
          {stage === 'rows' && t('work.ofRows', { done })}
        </span>
      </output>
      <Progress value={total ? ((progress?.done ?? 0) / total) * 100 : 100} animated={!total} aria-label={label} />
      <Button variant="default" size="compact-sm" onClick={stop}>
        {t('stop')}
      </Button>
    </div>
  );
}
