// What the log is narrowed to, as pills, and what was found in words.

import { useTranslation } from 'react-i18next';
import { FilterPill } from '../clients/FilterPill';
import { DayInput } from '../core/ui/DayInput';
import classes from './Audit.module.css';
import { EVENTS, type DayRange, type LogFilter } from './log-filter';
import { useNames, usePeople } from './useNames';

const WITHIN = [7, 30, 90] as const;

export interface LogFiltersProps {
  readonly filter: LogFilter;
  readonly setFilter: (filter: LogFilter) => void;
  readonly summary: string;
}

export function LogFilters({ filter, setFilter, summary }: LogFiltersProps) {
  const { t } = useTranslation('audit');
  const { words } = useNames();
  const people = usePeople();
  const change = (more: Partial<LogFilter>) => setFilter({ ...filter, ...more });
  return (
    <div className={classes.filters}>
      <DayPill filter={filter} change={change} />
      <FilterPill
        label={t('filter.person')}
        value={filter.accountId}
        none={null}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        choose={(accountId) => change({ accountId })}
      />
      <FilterPill
        label={t('filter.what')}
        value={filter.event}
        none={null}
        choices={EVENTS.map((event) => ({ value: event, label: words.events[event] }))}
        choose={(event) => change({ event, refused: false })}
      />
      {filter.client && (
        <FilterPill
          label={t('filter.client')}
          value={filter.client.id}
          none={null}
          choices={[{ value: filter.client.id, label: filter.client.name }]}
          choose={(id) => id === null && change({ client: null })}
        />
      )}
      <button
        type="button"
        className={classes.only}
        aria-pressed={filter.refused}
        onClick={() => change({ refused: !filter.refused, event: null })}
      >
        {t('filter.refused')}
      </button>
      <output className={`num ${classes.summary}`}>{summary}</output>
      {filter.range === 'custom' && (
        <div className={classes.range}>
          <DayInput label={t('filter.from')} value={filter.from} onChange={(from) => change({ from })} clearable />
          <DayInput label={t('filter.to')} value={filter.to} onChange={(to) => change({ to })} clearable />
        </div>
      )}
    </div>
  );
}

function DayPill({ filter, change }: { readonly filter: LogFilter; readonly change: (more: Partial<LogFilter>) => void }) {
  const { t } = useTranslation('audit');
  const choices: readonly { readonly value: DayRange; readonly label: string }[] = [
    { value: 0, label: t('filter.today') },
    ...WITHIN.map((count) => ({ value: count, label: t('filter.within', { count }) })),
    { value: 'custom', label: t('filter.custom') },
  ];
  return (
    <FilterPill<DayRange>
      label={t('filter.fromTo')}
      value={filter.range}
      none={null}
      choices={choices}
      choose={(range) => change({ range, from: null, to: null })}
    />
  );
}
