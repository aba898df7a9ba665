// Which columns the list has: those the person wants, of those they may see.

import type { ListColumn } from '../../shared/clients/contract';
import type { ClientField } from '../../shared/fields/contract';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { useFields } from '../fields/useFields';
import type { ListQuestion } from './list-place';

export interface Column {
  readonly key: 'name' | ListColumn;
  readonly sort?: ListQuestion['sort'];
}

const COLUMNS: readonly Column[] = [
  { key: 'name', sort: 'name' },
  { key: 'tier', sort: 'tier' },
  { key: 'phone' },
  { key: 'lastVisit', sort: 'last-visit' },
  { key: 'visits', sort: 'visits' },
  { key: 'spent', sort: 'spent' },
  { key: 'tags' },
  { key: 'staff', sort: 'staff' },
];

/** What does not exist for this person has no column; nobody sorts by what they may not see. */
export function usePossibleColumns(): readonly Column[] {
  const { level, can } = useRights();
  return COLUMNS.flatMap((column): readonly Column[] => {
    if (column.key === 'phone' && level('contact') === 'none') return [];
    if (column.key !== 'spent' || can('money.see')) return [column];
    return level('money') === 'none' ? [] : [{ key: 'spent' }];
  });
}

export function useShownColumns(): readonly Column[] {
  const hidden = useQuery('clients.columns', null).data?.hidden ?? [];
  return usePossibleColumns().filter(({ key }) => key === 'name' || !hidden.includes(key));
}

/** In the shop's order; fields that were removed meanwhile have no column. */
export function useOwnColumns(): readonly ClientField[] {
  const own = useFields()?.own ?? [];
  const chosen = useQuery('clients.columns', null).data?.fields ?? [];
  return own.filter(({ id }) => chosen.includes(id));
}
