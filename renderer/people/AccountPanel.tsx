// One person's account: name, role and staff record, changed in place by the owner; to look at for who may only see.

import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { StaffId } from '../../shared/ids';
import type { Account, Role } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import type { Result } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { confirm } from '../core/ui/confirm';
import { KeptNotice } from '../core/ui/KeptNotice';
import { showDone, showFailure } from '../core/ui/toasts';
import { useWording } from '../core/wording';
import { Panel } from '../settings/ListPage';
import { useRecordDraft } from '../settings/useRecordDraft';
import { AccountActs } from './AccountActs';
import classes from './Accounts.module.css';
import { AccountState } from './AccountState';
import { RoleChoice } from './RoleChoice';
import { StaffChoice } from './StaffChoice';
import type { GivenPassword } from './StartPassword';
import { useAccountJob } from './useAccountJob';

export interface AccountPanelProps {
  readonly account: Account;
  readonly roles: readonly Role[];
  readonly close: () => void;
  readonly give: (given: GivenPassword) => void;
}

export function AccountPanel({ account, roles, close, give }: AccountPanelProps) {
  const { t } = useTranslation('accounts');
  const { owner } = useRights();
  return (
    <Panel title={account.name} close={close}>
      {owner && <Fields account={account} roles={roles} />}
      <Facts account={account} withFields={!owner} />
      {owner && account.you && <p className={classes.small}>{t('yours')}</p>}
      {owner && !account.you && <AccountActs account={account} give={give} gone={close} />}
      {!owner && <p className={classes.small}>{t('readOnly')}</p>}
    </Panel>
  );
}

const TypedAccount = z.object({ name: z.string(), staffId: StaffId.nullable() });

function Fields({ account, roles }: { readonly account: Account; readonly roles: readonly Role[] }) {
  const { t } = useTranslation('accounts');
  const say = useWording();
  const update = useAccountJob('people.update');
  const changeRole = useRoleChange(account);
  const staffId: StaffId | null = account.staff?.id ?? null;
  async function store(next: z.infer<typeof TypedAccount>): Promise<Result<unknown>> {
    const result = await update.start({ id: account.id, ...next });
    if (result.ok) showDone(t('saved', { name: next.name.trim() }));
    else if (result.error.code === 'people.staff-taken') showFailure(result.error);
    return result;
  }
  const { draft, set, save, kept } = useRecordDraft(`account:${account.id}`, TypedAccount, { name: account.name, staffId }, (next) =>
    next.name.trim() === '' ? undefined : store(next),
  );
  const nameError = update.error?.code === 'people.staff-taken' ? undefined : update.error && say(update.error);
  return (
    <>
      <KeptNotice {...kept} />
      <TextInput
        label={t('name')}
        value={draft.name}
        maxLength={40}
        error={draft.name.trim() === '' ? t('nameError') : nameError}
        onChange={(event) => set({ name: event.currentTarget.value })}
        onBlur={() => save()}
      />
      <RoleChoice roles={roles} value={account.role} disabled={account.you} onChange={(role) => void changeRole(role)} />
      <StaffChoice value={account.staff?.id ?? null} onChange={(staff) => save({ staffId: staff?.id ?? null })} />
    </>
  );
}

/** Becoming an owner, or being one no longer, is asked about first. */
function useRoleChange(account: Account): (role: Role) => Promise<void> {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  const setRole = useAccountJob('people.setRole');
  return async ({ id, name: ownName }) => {
    const role = roleName({ role: id, roleName: ownName });
    const words = { name: account.name, role };
    const step = id === 'owner' ? 'promote' : account.role === 'owner' ? 'demote' : null;
    if (
      step &&
      !(await confirm({
        title: t(`${step}.title`, words),
        body: t(`${step}.body`, words),
        safe: t(`${step}.safe`),
        act: t(`${step}.act`, words),
        danger: true,
      }))
    )
      return;
    const result = await setRole.start({ id: account.id, role: id });
    if (result.ok) showDone(t('roleSaved', words));
    else showFailure(result.error);
  };
}

function Facts({ account, withFields }: { readonly account: Account; readonly withFields: boolean }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const roleName = useRoleName();
  return (
    <dl className={classes.facts}>
      {withFields && (
        <>
          <dt>{t('role')}</dt>
          <dd>{roleName(account)}</dd>
          <dt>{t('staff')}</dt>
          <dd>{account.staff?.name ?? t('noStaff')}</dd>
        </>
      )}
      <dt>{t('state')}</dt>
      <dd>
        <AccountState state={account.state} />
      </dd>
      <dt>{t('lastSignIn')}</dt>
      <dd className="num">{account.lastSignedInAt === null ? t('never') : format.moment(account.lastSignedInAt)}</dd>
      <dt>{t('pin')}</dt>
      <dd>{t(account.hasPin ? 'hasPin' : 'noPin')}</dd>
    </dl>
  );
}
