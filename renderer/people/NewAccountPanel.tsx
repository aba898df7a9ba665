// A new account: name, staff record, role and what it may do; the answer is a start password.

import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId, StaffId } from '../../shared/ids';
import type { Role } from '../../shared/people/contract';
import { useWording } from '../core/wording';
import { Panel } from '../settings/ListPage';
import classes from './Accounts.module.css';
import { RoleChoice } from './RoleChoice';
import { StaffChoice } from './StaffChoice';
import type { GivenPassword } from './StartPassword';
import { useAccountJob } from './useAccountJob';

export interface NewAccountPanelProps {
  readonly roles: readonly Role[];
  readonly close: () => void;
  readonly made: (id: AccountId, given: GivenPassword) => void;
}

/** Most new people stand at the desk. */
const USUAL_ROLE = 'front-desk';

export function NewAccountPanel({ roles, close, made }: NewAccountPanelProps) {
  const { t } = useTranslation('accounts');
  const say = useWording();
  const invite = useAccountJob('people.invite');
  const [name, setName] = useState('');
  const [staffId, setStaffId] = useState<StaffId | null>(null);
  const [role, setRole] = useState(roles.find(({ id }) => id === USUAL_ROLE)?.id ?? roles.at(-1)?.id ?? USUAL_ROLE);
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return document.getElementById('new-account')?.focus();
    const result = await invite.start({ name, role, staffId });
    if (result.ok) made(result.value.id, { name: name.trim(), startPassword: result.value.startPassword });
    else document.getElementById('new-account')?.focus();
  }
  const error = tried && name.trim() === '' ? t('nameError') : invite.error && say(invite.error);
  return (
    <Panel title={t('add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <TextInput
          id="new-account"
          label={t('name')}
          description={t('nameHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={name}
          maxLength={40}
          error={error}
          onChange={(event) => {
            setName(event.currentTarget.value);
            invite.forget();
          }}
        />
        <RoleChoice roles={roles} value={role} onChange={({ id }) => setRole(id)} />
        <StaffChoice
          value={staffId}
          onChange={(staff) => {
            setStaffId(staff?.id ?? null);
            if (staff && name.trim() === '') setName(staff.name);
          }}
        />
        <Button type="submit" loading={invite.running}>
          {t('create.do')}
        </Button>
        <p className={classes.small}>{t('create.hint')}</p>
      </form>
    </Panel>
  );
}
