// A new account: name, staff record, role and what it may do; the answer is a start password.

import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { StaffId, type AccountId } from '../../shared/ids';
import type { Role } from '../../shared/people/contract';
import { useKeptFields } from '../core/kept-fields';
import { KeptNotice } from '../core/ui/KeptNotice';
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

/** Never a password: the start password is made when the account is. */
const TypedAccount = z.object({ name: z.string(), staffId: StaffId.nullable(), role: z.string() });

export function NewAccountPanel({ roles, close, made }: NewAccountPanelProps) {
  const { t } = useTranslation('accounts');
  const say = useWording();
  const invite = useAccountJob('people.invite');
  const usual = roles.find(({ id }) => id === USUAL_ROLE)?.id ?? roles.at(-1)?.id ?? USUAL_ROLE;
  const { typed, set, drop, ...kept } = useKeptFields('account-new', TypedAccount, { name: '', staffId: null, role: usual });
  const { name, staffId } = typed;
  // One that was taken away meanwhile is not asked for again.
  const role = roles.some(({ id }) => id === typed.role) ? typed.role : usual;
  const [tried, setTried] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return document.getElementById('new-account')?.focus();
    const result = await invite.start({ name, role, staffId });
    if (result.ok) await drop();
    if (result.ok) made(result.value.id, { name: name.trim(), startPassword: result.value.startPassword });
    else document.getElementById('new-account')?.focus();
  }
  const error = tried && name.trim() === '' ? t('nameError') : invite.error && say(invite.error);
  return (
    <Panel title={t('add')} close={close}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <KeptNotice form={kept} />
        <TextInput
          id="new-account"
          label={t('name')}
          description={t('nameHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={name}
          maxLength={40}
          error={error}
          onChange={(event) => {
            set({ name: event.currentTarget.value });
            invite.forget();
          }}
        />
        <RoleChoice roles={roles} value={role} onChange={({ id }) => set({ role: id })} />
        <StaffChoice
          value={staffId}
          onChange={(staff) => {
            set({ staffId: staff?.id ?? null, ...(staff && name.trim() === '' ? { name: staff.name } : {}) });
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
