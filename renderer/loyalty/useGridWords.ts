// The words over the columns and before the rows of the grid.

import { useTranslation } from 'react-i18next';
import type { LoyaltyRules } from '../../shared/loyalty/contract';
import { columnsOf } from './bounds';

export interface GridWords {
  row(recency: number): string;
  column(frequency: number): string;
}

export function useGridWords(rules: LoyaltyRules): GridWords {
  const { t } = useTranslation('loyalty');
  const columns = columnsOf(rules);
  return {
    row(recency) {
      const days = rules.recencyDays[recency];
      return days === undefined ? t('grid.longer') : t('grid.within', { days });
    },
    column(frequency) {
      const column = columns[frequency];
      if (!column) return '';
      const { from, to } = column;
      if (to === null) return t('grid.timesMore', { from });
      return from === to ? t('grid.times', { from }) : t('grid.timesRange', { from, to });
    },
  };
}
