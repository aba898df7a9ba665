// The people who can open the book, a row each.

import { useTranslation } from 'react-i18next';
import { todayAt } from '../../shared/core/date';
import type { Account } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import settings from '../settings/Settings.module.css';
import type { Chosen } from '../settings/useChosen';
import classes from './Accounts.module.css';
import { AccountState } from './AccountState';

export interface AccountTableProps {
  readonly rows: readonly Account[];
  readonly chosen: Chosen<Account>;
}

export function AccountTable({ rows, chosen: { choose, cursor } }: AccountTableProps) {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  const lastSignIn = useLastSignIn();
  return (
    <table className={settings.table}>
      <thead>
        <tr>
          <th style={{ width: '20%' }}>{t('name')}</th>
          <th style={{ width: '18%' }}>{t('role')}</th>
          <th style={{ width: '17%' }}>{t('staff')}</th>
          <th style={{ width: '20%' }}>{t('lastSignIn')}</th>
          <th>{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((account, index) => (
          <tr key={account.id} {...cursor.rowProps(index)} onClick={() => choose(account)}>
            <td className={settings.name}>
              {account.name}
              {account.you && <span className={classes.you}>{t('you')}</span>}
            </td>
            <td>{roleName(account)}</td>
            <td className={account.staff ? undefined : classes.none}>{account.staff?.name ?? t('noStaff')}</td>
            <td className={account.lastSignedInAt ? 'num' : classes.none}>{lastSignIn(account)}</td>
            <td>
              <AccountState state={account.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 今天09:05 · 昨天 · 11月20日 */
function useLastSignIn(): (account: Account) => string {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const today = useToday();
  return ({ lastSignedInAt: at }) => {
    if (at === null) return t('never');
    const day = todayAt(new Date(at));
    return day === today ? t('lastAt', { day: format.relative(day, today), time: format.clock(at) }) : format.shortDay(day, today);
  };
}
