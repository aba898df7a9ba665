// A salvage as it runs: who does it, and how far it is. What it kept is shown by the gate, because by then the book can be opened.

import { useTranslation } from 'react-i18next';
import type { SalvageOpener, SalvageReport } from '../../shared/salvage/contract';
import outside from '../book/Outside.module.css';
import { waitIn } from '../book/useWait';
import type { BookState } from '../book/state';
import { useJob } from '../core/data';
import { SalvageForm } from './SalvageForm';
import { SalvageProgress } from './SalvageProgress';

export interface SalvagePageProps {
  readonly status: BookState;
  readonly back: () => void;
  readonly salvaged: (report: SalvageReport) => void;
}

export function SalvagePage({ status, back, salvaged }: SalvagePageProps) {
  const { t } = useTranslation('salvage');
  const job = useJob('salvage.run');
  /** How long to wait before the next try. */
  async function start(opener: SalvageOpener): Promise<number> {
    const result = await job.start({ opener });
    if (!result.ok) return waitIn(result.error);
    salvaged(result.value);
    return 0;
  }
  return (
    <div className={outside.oneColumn}>
      <h1 className={outside.bigTitle}>{t('title')}</h1>
      <p className={outside.lead}>{t('lead')}</p>
      {/* Stays there while it runs: what was typed is still needed after a wrong password. */}
      <div hidden={job.running}>
        <SalvageForm status={status} error={job.error} forget={job.forget} start={start} back={back} />
      </div>
      {job.running && <SalvageProgress progress={job.progress} stop={job.cancel} />}
    </div>
  );
}
