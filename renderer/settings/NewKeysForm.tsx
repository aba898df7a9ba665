// A new recovery key, alone or with new keys of the book: printed or saved, two groups asked back, confirmed with the owner's password.

import { Button, Group } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretField } from '../book/PasswordField';
import { RecoveryCard } from '../book/RecoveryCard';
import { answersOf, answersRight } from '../book/setup';
import { useSheet } from '../book/useSheet';
import { useJob } from '../core/data';
import { showDone, showFailure } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Settings.module.css';

export interface NewKeysFormProps {
  readonly kind: 'recovery' | 'keys';
  readonly shopName: string;
  readonly close: () => void;
}

export function NewKeysForm({ kind, shopName, close }: NewKeysFormProps) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const sheet = useSheet();
  const renew = useJob('book.renewRecovery');
  const rotate = useJob('people.rotateKeys');
  const job = kind === 'keys' ? rotate : renew;
  const [answer, setAnswer] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = sheet === null || !answersRight(answer, sheet);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (wrong || sheet === null) return document.getElementById('keys-answer')?.focus();
    if (password === '') return document.getElementById('keys-password')?.focus();
    const result = await job.start({ password, answers: answersOf(answer, sheet) });
    if (result.ok) {
      close();
      showDone(t(`security.keys.${kind}Done`));
    } else if (result.error.code.startsWith('keys.')) document.getElementById('keys-password')?.focus();
    // the book may be locked by now, and this form with it
    else showFailure(result.error);
  }
  const error = tried && password === '' ? t('security.currentError') : job.error?.code.startsWith('keys.') ? say(job.error) : undefined;
  return (
    <form className={classes.newKeys} onSubmit={(event) => void submit(event)}>
      <RecoveryCard id="keys-answer" sheet={sheet} shopName={shopName} answer={answer} onChange={setAnswer} wrong={tried && wrong} />
      <SecretField
        id="keys-password"
        size="sm"
        label={t('security.keys.password')}
        value={password}
        onChange={(value) => {
          setPassword(value);
          job.forget();
        }}
        error={error}
        autoComplete="current-password"
      />
      <Group gap={8}>
        <Button type="submit" loading={job.running}>
          {t(`security.keys.${kind}Act`)}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('security.keys.cancel')}
        </Button>
      </Group>
    </form>
  );
}
