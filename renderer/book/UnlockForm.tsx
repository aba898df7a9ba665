// Who is there and their password; a wrong one is answered in words, then with a wait.

import { Button, Radio } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useJob } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { Avatar } from '../core/ui/parts';
import { useWording } from '../core/wording';
import classes from './Outside.module.css';
import { SecretField } from './PasswordField';
import type { BookState } from './state';
import { useWait, waitIn } from './useWait';

export interface UnlockFormProps {
  readonly status: BookState;
  readonly recover: () => void;
}

export function UnlockForm({ status, recover }: UnlockFormProps) {
  const { t } = useTranslation('book');
  const say = useWording();
  const unlock = useJob('book.unlock');
  const wait = useWait(status.waitSeconds);
  const [chosen, setChosen] = useState(status.accounts[0]?.id);
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  const person = status.accounts.find(({ id }) => id === chosen);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setEmpty(password === '');
    if (password === '' || !person || wait.seconds > 0) return focusPassword();
    const result = await unlock.start({ accountId: person.id, password });
    if (result.ok) return;
    setPassword('');
    wait.begin(waitIn(result.error));
    focusPassword();
  }
  const error = empty ? t('lock.empty') : unlock.error && say(unlock.error);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <People status={status} chosen={chosen} choose={setChosen} />
      <SecretField
        id="unlock-password"
        size="lg"
        label={t('lock.password', { name: person?.name ?? '' })}
        placeholder={t('lock.placeholder')}
        value={password}
        onChange={(value) => {
          setPassword(value);
          setEmpty(false);
        }}
        error={wait.seconds > 0 ? t('lock.wait', { count: wait.seconds }) : (error ?? undefined)}
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
    </form>
  );
}

interface PeopleProps {
  readonly status: BookState;
  readonly chosen: string | undefined;
  readonly choose: (id: BookState['accounts'][number]['id']) => void;
}

function People({ status, chosen, choose }: PeopleProps) {
  const { t } = useTranslation('book');
  return (
    <Radio.Group
      aria-label={t('lock.people')}
      value={chosen ?? ''}
      onChange={(id) => {
        const person = status.accounts.find((account) => account.id === id);
        if (person) choose(person.id);
      }}
    >
      <div className={classes.people}>
        {status.accounts.map(({ id, name, role }) => (
          <Radio.Card key={id} className={classes.person} value={id}>
            <Avatar name={name} size={36} />
            <span>
              <span className={classes.personName}>{name}</span>
              <span className={classes.personRole}>{role === 'owner' ? t('lock.roles.owner') : t('lock.roles.other')}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

function focusPassword(): void {
  document.getElementById('unlock-password')?.focus();
}
