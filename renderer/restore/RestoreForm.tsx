// The page round the preview: what will happen, who confirms it, and the foot where the safe answer has the focus.

import { Button, TextInput } from '@mantine/core';
import { IconHistory, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { todayAt } from '../../shared/core/date';
import type { RestorePreview } from '../../shared/restore/contract';
import { useMoment } from '../backups/useBackups';
import { SecretField } from '../book/PasswordField';
import { useWait, useWaitText, waitIn } from '../book/useWait';
import { useJob, type Job } from '../core/data';
import { useFormat } from '../core/format';
import { Kbd } from '../core/ui/Kbd';
import { useShortcuts } from '../core/ui/shortcuts';
import { useWording } from '../core/wording';
import classes from './Restore.module.css';
import { RestoreSteps } from './RestoreSteps';
import { RestoreWork } from './RestoreWork';

/** So much lost takes a second thought: the date has to be typed. */
const MANY = 50;

export interface RestoreFormProps {
  readonly token: string;
  readonly preview: RestorePreview;
  readonly back: () => void;
  readonly children: ReactNode;
}

export function RestoreForm({ token, preview, back, children }: RestoreFormProps) {
  const { t } = useTranslation('restore');
  const run = useJob('restore.run');
  const wait = useWait(0);
  const [password, setPassword] = useState('');
  const [typedDay, setTypedDay] = useState('');
  const [tried, setTried] = useState(false);
  const day = todayAt(new Date(preview.at));
  const dayMissing = preview.lost > MANY && digits(typedDay) !== digits(day);
  const format = useFormat();
  const waitText = useWaitText();
  const say = useWording();
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (dayMissing) return document.getElementById('restore-day')?.focus();
    if (password === '' || wait.seconds > 0) return document.getElementById('restore-password')?.focus();
    const result = await run.start({ token, password });
    if (result.ok) return;
    setPassword('');
    setTried(false);
    wait.begin(waitIn(result.error));
  }
  const wrong = run.error?.code.startsWith('keys.') ? say(run.error) : undefined;
  const empty = tried && password === '' ? t('confirm.passwordEmpty') : undefined;
  return (
    <form className={classes.page} onSubmit={(event) => void submit(event)}>
      <div className={classes.body}>
        <div className={classes.main}>{children}</div>
        <aside className={classes.aside}>
          <RestoreSteps preview={preview} />
          <h2>{t('confirm.title')}</h2>
          {preview.lost > MANY && (
            <TextInput
              id="restore-day"
              label={t('confirm.day', { lost: format.count(preview.lost) })}
              placeholder={day}
              value={typedDay}
              onChange={(event) => setTypedDay(event.currentTarget.value)}
              error={tried && dayMissing && t('confirm.dayWrong', { day })}
              autoComplete="off"
            />
          )}
          <SecretField
            id="restore-password"
            size="sm"
            label={t('confirm.password')}
            value={password}
            onChange={(value) => {
              setPassword(value);
              run.forget();
            }}
            error={wait.seconds > 0 ? waitText(wait.seconds) : (empty ?? wrong)}
            autoComplete="current-password"
          />
        </aside>
      </div>
      <Foot run={run} preview={preview} back={back} />
    </form>
  );
}

interface FootProps {
  readonly run: Job<'restore.run'>;
  readonly preview: RestorePreview;
  readonly back: () => void;
}

function Foot({ run, preview, back }: FootProps) {
  const { t } = useTranslation('restore');
  const moment = useMoment();
  const say = useWording();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  useShortcuts([{ keys: 'Escape', label: t('foot.cancel'), run: back }], { enabled: !run.running });
  const failed = run.error && !run.error.code.startsWith('keys.') && run.error.code !== 'bridge.cancelled' ? run.error : null;
  if (run.running) {
    return (
      <footer className={classes.foot}>
        <RestoreWork progress={run.progress} first="run" stop={run.cancel} />
      </footer>
    );
  }
  return (
    <footer className={classes.foot}>
      <output className={classes.footText} data-tone={failed ? 'danger' : undefined}>
        <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
        {failed ? say(failed) : t(run.error?.code === 'bridge.cancelled' ? 'foot.stopped' : 'foot.nothingYet')}
      </output>
      <Button ref={safe} variant="default" rightSection={<Kbd keys="Escape" />} onClick={back}>
        {t('foot.cancel')}
      </Button>
      <Button
        type="submit"
        variant="outline"
        color="var(--sk-danger)"
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden="true" />}
      >
        {t('foot.run', { moment: moment(preview.at) })}
      </Button>
    </footer>
  );
}

/** However the day is written, its figures are the same. */
function digits(text: string): string {
  return text.replaceAll(/\D/g, '');
}
