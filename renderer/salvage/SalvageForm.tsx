// Who salvages: anybody with a password, or whoever has the recovery key. Neither is changed by it.

import { Button, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors';
import type { SalvageOpener } from '../../shared/salvage/contract';
import outside from '../book/Outside.module.css';
import { SecretField } from '../book/PasswordField';
import { PersonTiles } from '../book/PersonTiles';
import { latestFirst } from '../book/turns';
import { useWait, useWaitText } from '../book/useWait';
import type { BookState } from '../book/state';
import { Kbd } from '../core/ui/Kbd';
import { useWording } from '../core/wording';
import classes from './Salvage.module.css';

export interface SalvageFormProps {
  readonly status: BookState;
  readonly error: AppError | null;
  readonly forget: () => void;
  /** Answers with the seconds to wait. */
  readonly start: (opener: SalvageOpener) => Promise<number>;
  readonly back: () => void;
}

export function SalvageForm({ status, error, forget, start, back }: SalvageFormProps) {
  const { t } = useTranslation('salvage');
  const say = useWording();
  const waitText = useWaitText();
  const wait = useWait(status.waitSeconds);
  const people = latestFirst(status.accounts, status.lastHere);
  const [chosen, setChosen] = useState(people[0]?.id);
  const [byKey, setByKey] = useState(people.length === 0);
  const [secret, setSecret] = useState('');
  const [empty, setEmpty] = useState(false);
  const person = people.find(({ id }) => id === chosen) ?? people[0];
  function change(value: string): void {
    setSecret(value);
    setEmpty(false);
    forget();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setEmpty(secret.trim() === '');
    if (secret.trim() === '' || wait.seconds > 0) return focusSecret();
    if (byKey) wait.begin(await start({ way: 'recovery', recoveryKey: secret }));
    else if (person) wait.begin(await start({ way: 'password', accountId: person.id, password: secret }));
    focusSecret();
  }
  const problem = error === null ? undefined : error.code === 'bridge.cancelled' ? t('stopped') : say(error);
  const shown = empty ? t(byKey ? 'recoveryEmpty' : 'empty') : problem;
  const told = wait.seconds > 0 ? waitText(wait.seconds) : shown;
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      {byKey ? (
        <Textarea
          id={SECRET}
          size="md"
          label={t('recoveryKey')}
          placeholder={t('recoveryExample')}
          value={secret}
          onChange={(event) => change(event.currentTarget.value)}
          error={told}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
        />
      ) : (
        <>
          {person && (
            <PersonTiles label={t('people')} people={people} chosen={person} choose={({ id }) => setChosen(id)} done={focusSecret} />
          )}
          <SecretField
            id={SECRET}
            size="lg"
            label={t('password', { name: person?.name ?? '' })}
            placeholder={t('placeholder')}
            value={secret}
            onChange={change}
            error={told}
            autoComplete="current-password"
            first
          />
        </>
      )}
      <div className={outside.lockActions}>
        <Button type="submit" size="md" rightSection={byKey ? undefined : <Kbd keys="Enter" />}>
          {t('start')}
        </Button>
        {people.length > 0 && (
          <Button
            variant="subtle"
            color="gray"
            size="md"
            onClick={() => {
              change('');
              setByKey(!byKey);
            }}
          >
            {t(byKey ? 'usePassword' : 'useRecovery')}
          </Button>
        )}
        <Button variant="subtle" color="gray" size="md" onClick={back}>
          {t('back')}
        </Button>
      </div>
    </form>
  );
}

const SECRET = 'salvage-secret';

function focusSecret(): void {
  document.getElementById(SECRET)?.focus();
}
