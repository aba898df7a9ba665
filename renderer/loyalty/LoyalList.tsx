// The ranked list: the loyal ones, or whoever is in the chosen cell; opens the client's page.

import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoyaltyPage, LoyaltyRules, Period } from '../../shared/loyalty/contract';
import { TierId } from '../../shared/ids';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { EmptyState } from '../core/ui/states';
import classes from './Insights.module.css';
import type { Cell } from './LoyaltyGrid';
import { LoyalTable } from './LoyalTable';
import { RulesDialog } from './RulesDialog';
import { useGridWords } from './useGridWords';

export interface LoyalListProps {
  readonly page: LoyaltyPage;
  readonly rules: LoyaltyRules;
  readonly period: Period;
  readonly cell: Cell | null;
  readonly clearCell: () => void;
  readonly tierId: TierId | null;
  readonly setTierId: (id: TierId | null) => void;
  readonly showMore: () => void;
}

export function LoyalList(props: LoyalListProps) {
  const { page, rules, period, cell, clearCell, tierId, setTierId, showMore } = props;
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const words = useGridWords(rules);
  const { can } = useRights();
  const [adjusting, setAdjusting] = useState(false);
  const title = cell ? t('list.cell', { recency: words.row(cell.recency), frequency: words.column(cell.frequency) }) : t('loyal');
  const left = page.shownTotal - page.rows.length;
  return (
    <section aria-label={title}>
      <div className={classes.listHead}>
        <h2 className={classes.listTitle}>{title}</h2>
        <span className={`num ${classes.listCount}`}>{format.count(page.shownTotal)}</span>
        <span className={classes.basis}>{t('list.basis', { period: t(`periods.${period}`) })}</span>
        {cell && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={clearCell}>
            {t('list.showLoyal')}
          </Button>
        )}
        <TierSelect value={tierId} onChange={setTierId} />
        {can('settings.change') && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAdjusting(true)}>
            {t('list.adjust')}
          </Button>
        )}
      </div>
      {page.rows.length === 0 ? (
        <Nobody {...props} />
      ) : (
        <div className={classes.tableRoom}>
          <LoyalTable page={page} period={period} />
        </div>
      )}
      {left > 0 && (
        <Button variant="default" size="compact-sm" mt={12} onClick={showMore}>
          {t('list.more', { count: left })}
        </Button>
      )}
      {adjusting && <RulesDialog rules={rules} onClose={() => setAdjusting(false)} />}
    </section>
  );
}

function TierSelect({ value, onChange }: { readonly value: TierId | null; readonly onChange: (id: TierId | null) => void }) {
  const { t } = useTranslation('loyalty');
  const tiers = useQuery('clients.tiers', null).data ?? [];
  return (
    <Select
      className={classes.tierSelect}
      size="xs"
      aria-label={t('list.tier')}
      data={[{ value: '', label: t('list.allTiers') }, ...tiers.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? ''}
      onChange={(id) => onChange(id ? TierId.parse(id) : null)}
    />
  );
}

function Nobody({ rules, cell, tierId }: LoyalListProps) {
  const { t } = useTranslation('loyalty');
  if (tierId !== null) return <EmptyState title={t('empty.noTier')}>{t('empty.noTierBody')}</EmptyState>;
  if (cell) return <EmptyState title={t('list.cell_none')} />;
  return (
    <EmptyState title={t('empty.noLoyal')}>{t('empty.noLoyalBody', { days: rules.loyalWithinDays, visits: rules.loyalVisits })}</EmptyState>
  );
}
