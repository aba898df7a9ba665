// The line above the list: live search, filters as pills, and what was found in words.

import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import classes from './ClientsScreen.module.css';
import { FieldPill, type FieldPillProps } from './FieldPill';
import { FilterPill } from './FilterPill';
import { isNarrowed, NO_FILTER, type ListFilter, type ListQuestion } from './list-place';
import { MorePills } from './MorePills';

const WITHIN = [30, 90, 180, 365];
const LONGER = [60, 90, 180, 365];

export interface ClientFiltersProps {
  /** What is asked and the client the keys act on: without a change of these, nothing here changes. */
  readonly question: ListQuestion;
  readonly current: string | undefined;
  readonly total: number | null;
  readonly change: (change: Partial<ListFilter>) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onSearchKeyDown: (event: KeyboardEvent) => void;
  readonly summary: string;
}

/** Not drawn again with every frame of a list that scrolls. */
export const ClientFilters = memo(Filters, (one, other) => {
  return one.question === other.question && one.current === other.current && one.total === other.total && one.summary === other.summary;
});

function Filters({ question: { filter }, change, search, onSearchKeyDown, summary }: ClientFiltersProps) {
  const { t } = useTranslation('clients');
  return (
    <div className={classes.filters}>
      <TextInput
        ref={search}
        w={264}
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={filter.text}
        maxLength={200}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden="true" />}
        rightSection={filter.text !== '' && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => change({ text: '' })} />}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={onSearchKeyDown}
      />
      <Pills filter={filter} change={change} />
      {isNarrowed(filter) && (
        <button
          type="button"
          className={classes.quietButton}
          onClick={() => {
            // what was typed and the shelf stay: those are not filters that somebody set
            change({ ...NO_FILTER, text: filter.text, shelf: filter.shelf });
            search.current?.focus();
          }}
        >
          {t('filter.clearAll')}
        </button>
      )}
      <output className={classes.summary}>{summary}</output>
    </div>
  );
}

function Pills({ filter, change }: FieldPillProps) {
  const { t } = useTranslation('clients');
  const tiers = useQuery('clients.tiers', null).data ?? [];
  const tags = useQuery('clients.tags', null).data ?? [];
  const staff = useQuery('staff.list', { activeOnly: false }).data ?? [];
  const named = (one: { readonly id: string; readonly name: string }) => ({ value: one.id, label: one.name });
  const lastVisit = [
    ...WITHIN.map((count) => ({ value: count, label: t('filter.within', { count }) })),
    ...LONGER.map((count) => ({ value: -count, label: t('filter.longer', { count }) })),
  ];
  const shelves = [
    { value: 'current' as const, label: t('shelf.current') },
    { value: 'archived' as const, label: t('shelf.archived') },
    { value: 'bin' as const, label: t('shelf.bin') },
  ];
  return (
    <>
      <FilterPill
        label={t('columns.tier')}
        value={filter.tierId}
        none={null}
        choices={tiers.map(named)}
        choose={(tierId) => change({ tierId })}
      />
      <FilterPill
        label={t('columns.tags')}
        value={filter.tagId}
        none={null}
        choices={tags.map(named)}
        choose={(tagId) => change({ tagId })}
      />
      <FilterPill
        label={t('columns.lastVisit')}
        value={filter.lastVisitDays}
        none={null}
        choices={lastVisit}
        choose={(lastVisitDays) => change({ lastVisitDays })}
      />
      <FilterPill
        label={t('columns.staff')}
        value={filter.staffId}
        none={null}
        choices={staff.map(named)}
        choose={(staffId) => change({ staffId })}
      />
      <FieldPill filter={filter} change={change} />
      <MorePills filter={filter} change={change} />
      <FilterPill label={t('shelf.label')} value={filter.shelf} none="current" choices={shelves} choose={(shelf) => change({ shelf })} />
    </>
  );
}
