// Who is there and their password; a wrong one is answered in words, then with a wait.

import { Button } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { useWording } from '../core/wording';
import classes from './Outside.module.css';
import { OpeningNews } from './OpeningNews';
import { SecretField } from './PasswordField';
import { personAbove, PersonTiles } from './PersonTiles';
import type { BookState } from './state';
import { latestFirst } from './turns';
import { useWait, useWaitText, waitIn } from './useWait';

export interface UnlockFormProps {
  readonly status: BookState;
  readonly recover: () => void;
}

type Account = BookState['accounts'][number];

export function UnlockForm({ status, recover }: UnlockFormProps) {
  const { t } = useTranslation('book');
  const say = useWording();
  const waitText = useWaitText();
  const unlock = useJob('book.unlock');
  const queries = useQueryClient();
  const wait = useWait(status.waitSeconds);
  const people = latestFirst(status.accounts, status.lastHere);
  const [chosenId, setChosenId] = useState(people[0]?.id);
  const person = people.find(({ id }) => id === chosenId) ?? people[0];
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  function choose(next: Account): void {
    if (next.id === person?.id) return;
    setChosenId(next.id);
    setPassword('');
    setEmpty(false);
    unlock.forget();
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setEmpty(password === '');
    if (password === '' || !person || wait.seconds > 0) return focusPassword();
    const result = await unlock.start({ accountId: person.id, password });
    if (result.ok) return;
    // some failures are the book's own: then the lock gives way to the page that says so
    void queries.invalidateQueries({ queryKey: ['book.status'] });
    setPassword('');
    wait.begin(waitIn(result.error));
    focusPassword();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const next = person && personAbove(event, people, person);
    if (!next) return;
    event.preventDefault();
    choose(next);
  }
  const error = empty ? t('lock.empty') : unlock.error && say(unlock.error);
  const everybody = people.length > 1 ? t('lock.everybody') : '';
  return (
    <form onSubmit={(event) => void submit(event)}>
      {person && <PersonTiles label={t('lock.people')} people={people} chosen={person} choose={choose} done={focusPassword} />}
      <SecretField
        id="unlock-password"
        size="lg"
        label={t(person?.mustChoose ? 'lock.startPassword' : 'lock.password', { name: person?.name ?? '' })}
        placeholder={t('lock.placeholder')}
        hint={person?.mustChoose ? t('lock.firstTime') : undefined}
        value={password}
        onChange={(value) => {
          setPassword(value);
          setEmpty(false);
        }}
        onKeyDown={onKeyDown}
        error={wait.seconds > 0 ? `${waitText(wait.seconds)}${everybody}` : (error ?? undefined)}
        autoComplete="current-password"
        first
      />
      <div className={classes.lockActions}>
        <Button
          type="submit"
          size="md"
          loading={unlock.running}
          leftSection={<IconLockOpen size={16} />}
          rightSection={<Kbd keys="Enter" />}
        >
          {t('lock.unlock')}
        </Button>
        <Button variant="subtle" color="gray" size="md" onClick={recover}>
          {t('lock.useRecovery')}
        </Button>
      </div>
      <OpeningNews stage={unlock.progress?.stage} />
    </form>
  );
}

function focusPassword(): void {
  document.getElementById('unlock-password')?.focus();
}
