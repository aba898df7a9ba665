// Opening with the recovery key from its sheet, and a new password for the owner.

import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { useWording } from '../core/wording';
import classes from './Outside.module.css';
import { OpeningNews } from './OpeningNews';
import { NewPasswordField } from './PasswordField';
import { passwordProblem } from './setup';
import type { BookState } from './state';
import { useWait, useWaitText, waitIn } from './useWait';

export interface RecoverFormProps {
  readonly status: BookState;
  readonly back: () => void;
}

export function RecoverForm({ status, back }: RecoverFormProps) {
  const { t } = useTranslation('book');
  const say = useWording();
  const waitText = useWaitText();
  const recover = useJob('book.recover');
  const wait = useWait(status.waitSeconds);
  const [recoveryKey, setRecoveryKey] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [tried, setTried] = useState(false);
  const own = [status.shopName ?? '', ...status.accounts.map(({ name }) => name)];
  const problem = passwordProblem(newPassword, own);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (recoveryKey.trim() === '') return document.getElementById('recover-key')?.focus();
    if (problem !== null) return document.getElementById('recover-password')?.focus();
    if (wait.seconds > 0) return;
    const result = await recover.start({ recoveryKey, newPassword });
    if (!result.ok) wait.begin(waitIn(result.error));
  }
  const keyError = tried && recoveryKey.trim() === '' ? t('recover.keyError') : recover.error && say(recover.error);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2 className={classes.title}>{t('recover.title')}</h2>
      <p className={classes.lead}>{t('recover.lead')}</p>
      <div className={classes.fields}>
        <Textarea
          id="recover-key"
          size="md"
          label={t('recover.key')}
          placeholder={t('recover.keyExample')}
          value={recoveryKey}
          onChange={(event) => {
            setRecoveryKey(event.currentTarget.value);
            recover.forget();
          }}
          error={wait.seconds > 0 ? waitText(wait.seconds) : keyError}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- this form was just asked for; its first field takes the focus
          autoFocus
        />
        <NewPasswordField
          id="recover-password"
          label={t('recover.newPassword')}
          value={newPassword}
          own={own}
          onChange={setNewPassword}
          error={tried && problem !== null ? say(problem) : undefined}
        />
      </div>
      <div className={classes.lockActions}>
        <Button type="submit" size="md" loading={recover.running}>
          {t('recover.open')}
        </Button>
        <Button variant="subtle" color="gray" size="md" onClick={back}>
          {t('lock.usePassword')}
        </Button>
      </div>
      <OpeningNews stage={recover.progress?.stage} />
    </form>
  );
}
