// The first time with a start password: one's own comes before anything of the book is shown.

import { Button, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { Logo } from '../core/ui/Logo';
import { useShortcuts } from '../core/ui/shortcuts';
import { useWording } from '../core/wording';
import { lockBook } from '../frame/lock';
import classes from './Outside.module.css';
import { NewPasswordField, SecretField } from './PasswordField';
import { useRoleName } from './role-name';
import { passwordProblem } from './setup';
import type { BookState } from './state';

export interface ChooseOwnPasswordProps {
  readonly status: BookState;
  readonly session: NonNullable<BookState['session']>;
}

export function ChooseOwnPassword({ status, session }: ChooseOwnPasswordProps) {
  const { t } = useTranslation('book');
  const roleName = useRoleName();
  useShortcuts([{ keys: 'Ctrl+L', label: t('choose.lock'), run: () => void lockBook() }], { everywhere: true });
  return (
    <main className={classes.lock}>
      <div className={classes.lockShop}>
        <Logo size={32} />
        <span>{status.shopName ?? t('app')}</span>
      </div>
      <h1 className={classes.bigTitle}>{t('choose.title')}</h1>
      <p className={classes.lead}>{t('choose.lead', { name: session.name, role: roleName(session) })}</p>
      <OwnPasswordForm own={[status.shopName ?? '', session.name]} />
      {status.protection !== 'os' && (
        <Text size="sm" mt={24} c="var(--sk-ink-2)">
          {t('owner.weakPc')}
        </Text>
      )}
      <p className={classes.why}>
        <IconShieldLock size={16} stroke={1.6} aria-hidden="true" />
        {t('choose.why')}
      </p>
    </main>
  );
}

function OwnPasswordForm({ own }: { readonly own: readonly string[] }) {
  const { t } = useTranslation('book');
  const say = useWording();
  const queries = useQueryClient();
  const choose = useJob('book.chooseOwnPassword');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const problem = passwordProblem(password, own);
  const differs = problem === null && again !== password;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (problem !== null) return document.getElementById('own-password')?.focus();
    if (differs) return document.getElementById('own-again')?.focus();
    const result = await choose.start({ newPassword: password });
    if (result.ok) void queries.invalidateQueries({ queryKey: ['book.status'] });
    else document.getElementById('own-password')?.focus();
  }
  const refused = tried && problem !== null ? (password === '' ? t('owner.passwordError') : say(problem)) : undefined;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className={classes.fields}>
        <NewPasswordField
          id="own-password"
          label={t('choose.password')}
          value={password}
          own={own}
          onChange={(value) => {
            setPassword(value);
            choose.forget();
          }}
          error={refused ?? (choose.error ? say(choose.error) : undefined)}
          first
        />
        <SecretField
          id="own-again"
          label={t('owner.again')}
          value={again}
          onChange={setAgain}
          error={tried && differs ? t('owner.differs') : undefined}
          autoComplete="new-password"
        />
      </div>
      <div className={classes.lockActions}>
        <Button type="submit" size="md" loading={choose.running} rightSection={<Kbd keys="Enter" />}>
          {t('choose.save')}
        </Button>
        <Button variant="subtle" color="gray" size="md" rightSection={<Kbd keys="Ctrl+L" />} onClick={() => void lockBook()}>
          {t('choose.lock')}
        </Button>
      </div>
    </form>
  );
}
