// The three forms that open a chosen backup: a person's password, the recovery key, the backup password.

import { Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenBackup, Opener } from '../../shared/restore/contract';
import { NewPasswordField, SecretField } from '../book/PasswordField';
import { PersonTiles } from '../book/PersonTiles';
import { passwordProblem } from '../book/setup';
import { useWording } from '../core/wording';
import classes from './Restore.module.css';

interface FormProps {
  readonly backup: ChosenBackup;
  readonly start: (opener: Opener) => Promise<void>;
  readonly problem: string | undefined;
  readonly forget: () => void;
  readonly buttons: ReactNode;
}

export function ByPassword({ backup: { owners }, start, problem, forget, buttons }: FormProps) {
  const { t } = useTranslation('restore');
  const [chosen, setChosen] = useState(owners[0]?.id);
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  const person = owners.find(({ id }) => id === chosen) ?? owners[0];
  function submit(event: FormEvent): void {
    event.preventDefault();
    setEmpty(password === '');
    focusOn(PASSWORD);
    if (password !== '' && person) void start({ way: 'password', accountId: person.id, password });
  }
  return (
    <form onSubmit={submit}>
      {person && owners.length > 1 && (
        <PersonTiles
          label={t('closed.people')}
          people={owners}
          chosen={person}
          choose={({ id }) => setChosen(id)}
          done={() => focusOn(PASSWORD)}
        />
      )}
      <SecretField
        id={PASSWORD}
        size="lg"
        label={t('closed.password', { name: person?.name ?? '' })}
        value={password}
        onChange={(value) => {
          setPassword(value);
          setEmpty(false);
          forget();
        }}
        error={empty ? t('closed.passwordEmpty') : problem}
        autoComplete="current-password"
        first
      />
      {buttons}
    </form>
  );
}

export function ByRecoveryKey({ backup, start, problem, forget, buttons }: FormProps) {
  const { t } = useTranslation(['restore', 'book']);
  const say = useWording();
  const [recoveryKey, setRecoveryKey] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [tried, setTried] = useState(false);
  const own = [backup.shopName, ...backup.owners.map(({ name }) => name)];
  const weak = passwordProblem(newPassword, own);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (recoveryKey.trim() === '') return focusOn(KEY);
    if (weak !== null) return focusOn(NEW_PASSWORD);
    void start({ way: 'recovery', recoveryKey, newPassword });
  }
  return (
    <form onSubmit={submit}>
      <div className={classes.fields}>
        <Textarea
          id={KEY}
          size="md"
          label={t('book:recover.key')}
          placeholder={t('book:recover.keyExample')}
          description={t('restore:closed.recoveryHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={recoveryKey}
          onChange={(event) => {
            setRecoveryKey(event.currentTarget.value);
            forget();
          }}
          error={tried && recoveryKey.trim() === '' ? t('book:recover.keyError') : problem}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
        <NewPasswordField
          id={NEW_PASSWORD}
          label={t('book:recover.newPassword')}
          value={newPassword}
          own={own}
          onChange={setNewPassword}
          error={tried && weak !== null ? say(weak) : undefined}
        />
      </div>
      {buttons}
    </form>
  );
}

export function ByBackupPassword({ backup, start, problem, forget, buttons }: FormProps) {
  const { t } = useTranslation(['restore', 'book']);
  const say = useWording();
  const [backupPassword, setBackupPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [tried, setTried] = useState(false);
  const own = [backup.shopName, ...backup.owners.map(({ name }) => name)];
  const weak = passwordProblem(newPassword, own);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (backupPassword === '') return focusOn(BACKUP_PASSWORD);
    if (weak !== null) return focusOn(NEW_PASSWORD);
    void start({ way: 'backup', backupPassword, newPassword });
  }
  return (
    <form onSubmit={submit}>
      <div className={classes.fields}>
        <SecretField
          id={BACKUP_PASSWORD}
          label={t('restore:closed.backupPassword')}
          hint={t('restore:closed.backupHint')}
          value={backupPassword}
          onChange={(value) => {
            setBackupPassword(value);
            forget();
          }}
          error={tried && backupPassword === '' ? t('restore:closed.backupEmpty') : problem}
          autoComplete="current-password"
          first
        />
        <NewPasswordField
          id={NEW_PASSWORD}
          label={t('book:recover.newPassword')}
          value={newPassword}
          own={own}
          onChange={setNewPassword}
          error={tried && weak !== null ? say(weak) : undefined}
        />
      </div>
      {buttons}
    </form>
  );
}

const PASSWORD = 'restore-closed-password';
const KEY = 'restore-closed-key';
const BACKUP_PASSWORD = 'restore-closed-backup';
const NEW_PASSWORD = 'restore-closed-new';

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
