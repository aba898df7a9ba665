// Another password for whoever is signed in; the present one is asked first.

import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPasswordField, SecretField } from '../book/PasswordField';
import { passwordProblem } from '../book/setup';
import { useJob, useQuery } from '../core/data';
import { showDone } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import classes from './Settings.module.css';

const EMPTY = { current: '', next: '', again: '' };

export function PasswordForm({ shopName }: { readonly shopName: string }) {
  const { t } = useTranslation('settings');
  const say = useWording();
  const name = useQuery('book.status', null).data?.session?.name ?? '';
  const save = useJob('book.changePassword');
  const [input, setInput] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const own = [shopName, name];
  const problem = passwordProblem(input.next, own);
  const set = (field: keyof typeof EMPTY) => (value: string) => {
    setInput((known) => ({ ...known, [field]: value }));
    save.forget();
  };
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const missing = input.current === '' ? 'current' : problem !== null ? 'next' : input.again === input.next ? null : 'again';
    if (missing) return document.getElementById(`password-${missing}`)?.focus();
    const result = await save.start({ password: input.current, newPassword: input.next });
    if (!result.ok) return document.getElementById('password-current')?.focus();
    setInput(EMPTY);
    setTried(false);
    showDone(t('security.done'));
  }
  const currentError = tried && input.current === '' ? t('security.currentError') : save.error && say(save.error);
  return (
    <form className={classes.fields} onSubmit={(event) => void submit(event)}>
      <SecretField
        id="password-current"
        size="sm"
        label={t('security.current')}
        value={input.current}
        onChange={set('current')}
        error={currentError ?? undefined}
        autoComplete="current-password"
      />
      <NewPasswordField
        id="password-next"
        size="sm"
        label={t('security.next')}
        value={input.next}
        own={own}
        onChange={set('next')}
        error={tried && problem !== null ? say(problem) : undefined}
      />
      <SecretField
        id="password-again"
        size="sm"
        label={t('security.again')}
        value={input.again}
        onChange={set('again')}
        error={tried && problem === null && input.again !== input.next ? t('security.differs') : undefined}
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" loading={save.running}>
          {t('security.save')}
        </Button>
      </div>
    </form>
  );
}
