// How people and roles of the log are called: from the accounts for who may see them, otherwise from the log of the last months itself.

import type { AccountId } from '../../shared/ids';
import { addDays } from '../../shared/core/date';
import { useRoleName } from '../book/role-name';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { currentLanguage } from '../core/i18n';
import { useRights } from '../core/rights';
import type { Names } from './sentence';
import { LOG_EN, LOG_ZH } from './words.log';

export interface Person {
  readonly id: AccountId;
  readonly name: string;
}

export function useNames(): Names {
  const people = usePeople();
  const roleName = useRoleName();
  const format = useFormat();
  const { can } = useRights();
  const roles = useQuery('people.roles', null, { enabled: can('people.see') }).data ?? [];
  return {
    words: currentLanguage() === 'en' ? LOG_EN : LOG_ZH,
    account: (id) => people.find((person) => person.id === id)?.name ?? null,
    role: (id) => roleName({ role: id, roleName: roles.find((role) => role.id === id)?.name ?? null }),
    count: format.count,
  };
}

/** Everybody with an account, and who left entries before their account was removed. */
export function usePeople(): readonly Person[] {
  const { can } = useRights();
  const today = useToday();
  const accounts = useQuery('people.accounts', null, { enabled: can('people.see') }).data ?? [];
  const active = useQuery('audit.activity', { from: addDays(today, 1 - DAYS_MET), to: today }).data ?? [];
  const people = new Map<string, Person>(accounts.map(({ id, name }) => [id, { id, name }]));
  for (const { account } of active) if (!people.has(account.id)) people.set(account.id, account);
  return [...people.values()];
}

const DAYS_MET = 90;
