// Opening the chosen backup: an owner's password on the PC that made it, the recovery key anywhere.

import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenBackup, Opener } from '../../shared/restore/contract';
import outside from '../book/Outside.module.css';
import { NewPasswordField, SecretField } from '../book/PasswordField';
import { PersonTiles } from '../book/PersonTiles';
import { passwordProblem } from '../book/setup';
import type { BookState } from '../book/state';
import { useWait, useWaitText, waitIn } from '../book/useWait';
import { useJob } from '../core/data';
import { useFormat } from '../core/format';
import { useWording } from '../core/wording';
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
  const { owners, counts, shopName } = backup;
  const run = useJob('restore.runClosed');
  const wait = useWait(status.waitSeconds);
  const [byKey, setByKey] = useState(owners.length === 0);
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
      {owners.length > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="md"
          onClick={() => {
            run.forget();
            setByKey(!byKey);
          }}
        >
          {t(byKey ? 'closed.usePassword' : 'closed.useRecovery')}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="md" onClick={other}>
        {t('closed.other')}
      </Button>
    </div>
  );
  const Form = byKey ? ByRecoveryKey : ByPassword;
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

interface FormProps {
  readonly backup: ChosenBackup;
  readonly start: (opener: Opener) => Promise<void>;
  readonly problem: string | undefined;
  readonly forget: () => void;
  readonly buttons: React.ReactNode;
}

function ByPassword({ backup: { owners }, start, problem, forget, buttons }: FormProps) {
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

function ByRecoveryKey({ backup, start, problem, forget, buttons }: FormProps) {
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

const PASSWORD = 'restore-closed-password';
const KEY = 'restore-closed-key';
const NEW_PASSWORD = 'restore-closed-new';

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function useProblem(error: Parameters<ReturnType<typeof useWording>>[0] | null, seconds: number): string | undefined {
  const { t } = useTranslation('restore');
  const say = useWording();
  const waitText = useWaitText();
  if (seconds > 0) return waitText(seconds);
  if (!error) return undefined;
  return typeof error === 'object' && 'code' in error && error.code === 'bridge.cancelled' ? t('foot.stopped') : say(error);
}
