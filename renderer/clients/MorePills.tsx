// The filters one needs now and then: out of the way until they are asked for, always in sight while they filter.

import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_KINDS } from '../../shared/preferences/contract';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import classes from './ClientsScreen.module.css';
import { FilterPill } from './FilterPill';
import type { ListFilter } from './list-place';
import { SpentPill } from './SpentPill';

export interface MorePillsProps {
  readonly filter: ListFilter;
  readonly change: (change: Partial<ListFilter>) => void;
}

export function MorePills({ filter, change }: MorePillsProps) {
  const { t } = useTranslation('clients');
  const { can } = useRights();
  const [open, setOpen] = useState(false);
  const { source, birthMonth, spent, alert } = filter;
  const Arrow = open ? IconChevronUp : IconChevronDown;
  return (
    <>
      {(open || source !== null) && <SourcePill filter={filter} change={change} />}
      {(open || birthMonth !== null) && (
        <FilterPill
          label={t('filter.birthMonth')}
          value={birthMonth}
          none={null}
          choices={t('birthday.months')
            .split(' ')
            .map((label, before) => ({ value: before + 1, label }))}
          choose={(month) => change({ birthMonth: month })}
        />
      )}
      {can('money.see') && (open || spent !== null) && <SpentPill spent={spent} choose={(range) => change({ spent: range })} />}
      {can('health.see') && (open || alert !== null) && <AlertPill filter={filter} change={change} />}
      <button type="button" className={classes.quietButton} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'filter.fewer' : 'filter.more')}
        <Arrow size={14} stroke={1.6} aria-hidden="true" />
      </button>
    </>
  );
}

function SourcePill({ filter, change }: MorePillsProps) {
  const { t } = useTranslation('clients');
  const sources = useQuery('clients.sources', null).data ?? [];
  return (
    <FilterPill
      label={t('filter.source')}
      value={filter.source}
      none={null}
      choices={sources.map((source) => ({ value: source, label: source }))}
      choose={(source) => change({ source })}
    />
  );
}

function AlertPill({ filter, change }: MorePillsProps) {
  const { t } = useTranslation('clients');
  const { t: core } = useTranslation('core');
  return (
    <FilterPill
      label={t('filter.alert')}
      value={filter.alert}
      none={null}
      choices={[
        { value: 'any', label: t('filter.anyAlert') },
        ...ALERT_KINDS.map((kind) => ({ value: kind, label: core(`alerts.${kind}`) })),
      ]}
      choose={(alert) => change({ alert })}
    />
  );
}
