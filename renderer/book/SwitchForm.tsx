// Who takes over, and what shows that it is they: six digits at once, or a password.

import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract';
import type { AppError } from '../../shared/errors';
import { useJob } from '../core/data';
import { saveDrafts } from '../core/draft';
import { Kbd } from '../core/ui/Kbd';
import { useWording } from '../core/wording';
import classes from './Outside.module.css';
import { SecretField } from './PasswordField';
import { personAbove, PersonTiles } from './PersonTiles';
import { focusPin, PinField } from './PinField';
import { latestFirst } from './turns';
import { useWait, useWaitText, waitIn } from './useWait';

type Other = Output<'book.others'>[number];

export interface SwitchFormProps {
  readonly others: readonly Other[];
  readonly switched: () => void;
}

export function SwitchForm({ others, switched }: SwitchFormProps) {
  const { t } = useTranslation('book');
  const [people] = useState(() => latestFirst(others));
  const [chosen, setChosen] = useState(people[0]);
  /** Whose PIN would not do, and who would rather type their password. */
  const [byPassword, setByPassword] = useState<ReadonlyMap<string, 'refused' | 'wanted'>>(new Map());
  const way = chosen?.way === 'pin' && !byPassword.has(chosen.id) ? 'pin' : 'password';
  useEffect(() => {
    // who walks along the tiles with the arrows stays there
    if (chosen && !document.activeElement?.matches('[role="radio"]')) focusEntry(way);
  }, [chosen, way]);
  if (!chosen) return null;
  const takePassword = (why: 'refused' | 'wanted'): void => setByPassword((known) => new Map([...known, [chosen.id, why]]));
  function onKeyDown(event: KeyboardEvent): void {
    const next = chosen && personAbove(event, people, chosen);
    if (!next) return;
    event.preventDefault();
    setChosen(next);
  }
  const entry = { person: chosen, switched, onKeyDown };
  return (
    <>
      <PersonTiles label={t('switch.people')} people={people} chosen={chosen} choose={setChosen} done={() => focusEntry(way)} />
      {way === 'pin' ? (
        <PinEntry key={chosen.id} {...entry} takePassword={takePassword} />
      ) : (
        <PasswordEntry key={chosen.id} {...entry} refusedPin={byPassword.get(chosen.id) === 'refused'} />
      )}
    </>
  );
}

interface EntryProps {
  readonly person: Other;
  readonly switched: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PinEntry({
  person,
  switched,
  onKeyDown,
  takePassword,
}: EntryProps & { readonly takePassword: (why: 'refused' | 'wanted') => void }) {
  const { t } = useTranslation('book');
  const say = useWording();
  const job = useJob('book.switchByPin');
  const [pin, setPin] = useState('');
  async function submit(complete: string): Promise<void> {
    await saveDrafts();
    const result = await job.start({ accountId: person.id, pin: complete });
    if (result.ok) return switched();
    setPin('');
    if (isUsedUp(result.error)) takePassword('refused');
    else focusPin('switch-pin');
  }
  return (
    <>
      <PinField
        id="switch-pin"
        label={t('switch.pin', { name: person.name })}
        value={pin}
        onChange={setPin}
        onComplete={(complete) => void submit(complete)}
        onKeyDown={onKeyDown}
        readOnly={job.running}
        error={job.error && pin === '' ? say(job.error) : undefined}
      />
      <div className={classes.lockActions}>
        <Button variant="subtle" color="gray" size="compact-sm" ml={-8} onClick={() => takePassword('wanted')}>
          {t('switch.usePassword')}
        </Button>
      </div>
    </>
  );
}

function PasswordEntry({ person, switched, onKeyDown, refusedPin }: EntryProps & { readonly refusedPin: boolean }) {
  const { t } = useTranslation('book');
  const say = useWording();
  const waitText = useWaitText();
  const job = useJob('book.switchTo');
  const wait = useWait(0);
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setEmpty(password === '');
    if (password === '' || wait.seconds > 0) return focusEntry('password');
    await saveDrafts();
    const result = await job.start({ accountId: person.id, password });
    if (result.ok) return switched();
    setPassword('');
    wait.begin(waitIn(result.error));
    focusEntry('password');
  }
  const error = empty ? t('lock.empty') : job.error && say(job.error);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <SecretField
        id="switch-password"
        size="md"
        label={t('lock.password', { name: person.name })}
        placeholder={t('lock.placeholder')}
        hint={refusedPin ? t('switch.passwordNeeded') : undefined}
        value={password}
        onChange={(value) => {
          setPassword(value);
          setEmpty(false);
        }}
        onKeyDown={onKeyDown}
        error={wait.seconds > 0 ? waitText(wait.seconds) : (error ?? undefined)}
        autoComplete="current-password"
      />
      <div className={classes.lockActions}>
        <Button type="submit" loading={job.running} rightSection={<Kbd keys="Enter" />}>
          {t('switch.go', { name: person.name })}
        </Button>
      </div>
    </form>
  );
}

/** From now on this PIN is worth nothing. */
function isUsedUp({ code, details }: AppError): boolean {
  return code === 'people.password-needed' || (code === 'people.pin-wrong' && 'triesLeft' in details && details.triesLeft === 0);
}

function focusEntry(way: Other['way']): void {
  if (way === 'pin') focusPin('switch-pin');
  else document.getElementById('switch-password')?.focus();
}
