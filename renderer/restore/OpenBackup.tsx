// Opening the chosen backup: an owner's password on the PC that made it, the recovery key or the backup password anywhere.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenBackup, Opener } from '../../shared/restore/contract';
import outside from '../book/Outside.module.css';
import type { BookState } from '../book/state';
import { useWait, useWaitText, waitIn } from '../book/useWait';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { useWording } from '../core/wording';
import { ByBackupPassword, ByPassword, ByRecoveryKey } from './OpenerForms';
import classes from './Restore.module.css';
import { RestoreWork } from './RestoreWork';

export interface OpenBackupProps {
  readonly status: BookState;
  readonly backup: ChosenBackup;
  readonly other: () => void;
  readonly done: () => void;
}

export function OpenBackup({ status, backup, other, done }: OpenBackupProps) {
  const { t } = useTranslation('restore');
  const format = useFormat();
  const { counts, shopName } = backup;
  const ways = waysOf(backup);
  const run = useJob('restore.runClosed');
  const wait = useWait(status.waitSeconds);
  const [way, setWay] = useState<Way>(ways[0] ?? 'recovery');
  async function start(opener: Opener): Promise<void> {
    if (wait.seconds > 0) return;
    const result = await run.start({ token: backup.token, opener });
    if (result.ok) done();
    else wait.begin(waitIn(result.error));
  }
  const problem = useProblem(run.error, wait.seconds);
  const buttons = (
    <div className={outside.lockActions}>
      <Button type="submit" size="md">
        {t('closed.run')}
      </Button>
      {ways
        .filter((other) => other !== way)
        .map((other) => (
          <Button
            key={other}
            variant="subtle"
            color="gray"
            size="md"
            onClick={() => {
              run.forget();
              setWay(other);
            }}
          >
            {t(USE[other])}
          </Button>
        ))}
      <Button variant="subtle" color="gray" size="md" onClick={other}>
        {t('closed.other')}
      </Button>
    </div>
  );
  const Form = FORMS[way];
  return (
    <>
      <h1 className={`num ${outside.bigTitle}`}>{t('closed.openTitle', { moment: format.moment(backup.at) })}</h1>
      <p className={`num ${outside.lead}`}>
        {t('closed.openLead', { shop: shopName, clients: format.count(counts.clients), visits: format.count(counts.visits) })}
      </p>
      {/* stays there while it runs: what was typed is still needed after a mistake */}
      <div className={classes.opener} hidden={run.running}>
        <Form backup={backup} start={start} problem={problem} forget={run.forget} buttons={buttons} />
      </div>
      {run.running && <RestoreWork progress={run.progress} first="run" stop={run.cancel} />}
    </>
  );
}

type Way = Opener['way'];

const USE = { password: 'closed.usePassword', recovery: 'closed.useRecovery', backup: 'closed.useBackup' } as const;
const FORMS = { password: ByPassword, recovery: ByRecoveryKey, backup: ByBackupPassword } as const;

/** The easiest first. */
function waysOf({ owners, hasPassword }: ChosenBackup): readonly Way[] {
  return [...(owners.length > 0 ? (['password'] as const) : []), 'recovery', ...(hasPassword ? (['backup'] as const) : [])];
}

function useProblem(error: Parameters<ReturnType<typeof useWording>>[0] | null, seconds: number): string | undefined {
  const { t } = useTranslation('restore');
  const say = useWording();
  const waitText = useWaitText();
  if (seconds > 0) return waitText(seconds);
  if (!error) return undefined;
  return typeof error === 'object' && 'code' in error && error.code === 'bridge.cancelled' ? t('foot.stopped') : say(error);
}
