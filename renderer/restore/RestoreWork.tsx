// How far a restore or its preview is, in numbers, and a way to stop it: until its end nothing is changed.

import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progress as JobProgress } from '../core/data';
import { useFormat } from '../core/format';
import classes from './Restore.module.css';

const STAGES = ['extract', 'open', 'compare'] as const;

export interface RestoreWorkProps {
  readonly progress: JobProgress | null;
  /** What it is called before, and where a step has no name. */
  readonly first: 'look' | 'run' | 'drill';
  readonly stop: () => void;
}

export function RestoreWork({ progress, first, stop }: RestoreWorkProps) {
  const { t } = useTranslation('restore');
  const format = useFormat();
  const stage = STAGES.find((name) => name === progress?.stage) ?? first;
  const { done = 0, total = null } = progress ?? {};
  const share = total ? Math.min(100, (done / total) * 100) : null;
  return (
    <div className={classes.work}>
      <output className={classes.workText}>
        <span>{t(`work.${stage}`)}</span>
        {share !== null && <span className="num">{`${format.count(Math.floor(share))}%`}</span>}
      </output>
      <Progress className={classes.workBar} value={share ?? 100} animated={share === null} aria-label={t(`work.${first}`)} />
      <Button variant="default" size="compact-sm" onClick={stop}>
        {t('foot.stop')}
      </Button>
    </div>
  );
}
