// In a book without clients: choose a whole export, see what it would bring, and only then have it written.

import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Brought } from '../../shared/transfer/contract';
import { useJob, useQuery, type Job } from '../core/data';
import { useFormat } from '../core/format';
import { ErrorLine } from '../core/ui/ErrorLine';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import { BroughtDialog } from './BroughtDialog';
import classes from './Transfer.module.css';

export function BringBack() {
  const { t } = useTranslation('transfer');
  const format = useFormat();
  const say = useWording();
  const state = useQuery('transfer.state', null);
  const reading = useJob('transfer.bringBack');
  const writing = useJob('transfer.commit');
  const [brought, setBrought] = useState<Brought | null>(null);
  if (!state.data?.empty && !writing.running) return null;
  const error = reading.error ?? writing.error;
  async function choose(): Promise<void> {
    writing.forget();
    const read = await reading.start(null);
    if (read.ok) setBrought(read.value);
  }
  async function commit(token: string): Promise<void> {
    setBrought(null);
    const written = await writing.start({ token });
    if (written.ok) showDone(t('back.done', { rows: format.count(written.value.rows) }), written.value.actId);
  }
  return (
    <section className={classes.section} aria-labelledby="back-title">
      <h2 id="back-title" className={classes.title}>
        {t('back.title')}
      </h2>
      <p className={classes.lead}>{t('back.body')}</p>
      {reading.running || writing.running ? (
        <Work job={writing.running ? writing : reading} label={t(writing.running ? 'back.writing' : 'back.reading')} />
      ) : (
        <Button variant="default" onClick={() => void choose()}>
          {t('back.choose')}
        </Button>
      )}
      {error && error.code !== 'bridge.cancelled' && (
        <div className={classes.error}>
          <ErrorLine>{say(error)}</ErrorLine>
        </div>
      )}
      {brought && <BroughtDialog brought={brought} onClose={() => setBrought(null)} onAgree={(token) => void commit(token)} />}
    </section>
  );
}

function Work({ job, label }: { readonly job: Pick<Job<'transfer.commit'>, 'progress' | 'cancel'>; readonly label: string }) {
  const { t } = useTranslation('transfer');
  const format = useFormat();
  const { done, total } = job.progress ?? { done: 0, total: null };
  return (
    <div className={classes.work}>
      <output className={classes.workText}>
        <span>{label}</span>
        {total !== null && total > 0 && (
          <span className="num">{t('back.rows', { done: format.count(done), total: format.count(total) })}</span>
        )}
      </output>
      <Progress className={classes.workBar} value={total ? (done / total) * 100 : 100} animated={!total} aria-label={label} />
      <Button variant="default" size="compact-sm" onClick={job.cancel}>
        {t('back.stop')}
      </Button>
    </div>
  );
}
