// The owner's own password beside what it confirms: not given, wrong, or to be tried again later.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors';
import { SecretField } from '../book/PasswordField';
import { useWait, useWaitText, waitIn } from '../book/useWait';
import type { Job, JobPath } from '../core/data';
import { showFailure } from '../core/ui/toasts';
import { useWording } from '../core/wording';

export function useOwnPassword<P extends JobPath>(id: string, job: Job<P>) {
  const { t } = useTranslation('backups');
  const say = useWording();
  const waitText = useWaitText();
  const wait = useWait(0);
  const [value, setValue] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = job.error && isItsFault(job.error) ? say(job.error) : undefined;
  const empty = tried && value === '' ? t('password.ownEmpty') : undefined;
  const field = (
    <SecretField
      id={id}
      size="sm"
      label={t('password.own')}
      value={value}
      onChange={(next) => {
        setValue(next);
        job.forget();
      }}
      error={wait.seconds > 0 ? waitText(wait.seconds) : (empty ?? wrong)}
      autoComplete="current-password"
    />
  );
  /** Whether it can be asked with; otherwise the field says what it lacks. */
  function isReady(): boolean {
    setTried(true);
    return value !== '' && wait.seconds === 0;
  }
  /** A wrong password is said at the field, anything else in a toast. */
  function failed(error: AppError): void {
    if (isItsFault(error)) wait.begin(waitIn(error));
    else showFailure(error);
  }
  return { value, field, isReady, failed, focus: () => document.getElementById(id)?.focus() };
}

function isItsFault({ code }: AppError): boolean {
  return code.startsWith('keys.');
}
