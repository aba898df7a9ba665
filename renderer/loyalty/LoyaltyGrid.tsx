// The grid of recency and frequency: the number in every cell, a camellia frame round the loyal ones, a click narrows the list.

import { useTranslation } from 'react-i18next';
import type { LoyaltyPage, LoyaltyQuestion, LoyaltyRules } from '../../shared/loyalty/contract';
import { useFormat } from '../core/format';
import { SectionTitle } from '../core/ui/parts';
import { columnsOf, loyalFrame, shadeOf } from './bounds';
import classes from './Insights.module.css';
import { useGridWords } from './useGridWords';

export type Cell = NonNullable<LoyaltyQuestion['cell']>;

export interface LoyaltyGridProps {
  readonly page: LoyaltyPage;
  readonly rules: LoyaltyRules;
  readonly cell: Cell | null;
  readonly onCell: (cell: Cell | null) => void;
}

export function LoyaltyGrid({ page: { grid, loyalTotal }, rules, cell, onCell }: LoyaltyGridProps) {
  const { t } = useTranslation('loyalty');
  const words = useGridWords(rules);
  const most = Math.max(...grid.flat());
  const frame = loyalFrame(rules);
  return (
    <section aria-label={t('grid.title')}>
      <SectionTitle>{t('grid.title')}</SectionTitle>
      <div className={classes.gridBox}>
        <table className={classes.grid} aria-label={t('grid.label')}>
          <thead>
            <tr>
              <th scope="col" className={classes.corner}>
                {t('grid.corner')}
              </th>
              {columnsOf(rules).map((column, index) => (
                <th scope="col" key={column.from} className={`num ${classes.columnHead}`}>
                  {words.column(index)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.map((counts, recency) => (
              <tr key={words.row(recency)}>
                <th scope="row" className={`num ${classes.rowHead}`}>
                  {words.row(recency)}
                </th>
                {counts.map((count, frequency) => {
                  const chosen = cell?.recency === recency && cell.frequency === frequency;
                  return (
                    <td key={words.column(frequency)} className={classes.cellHolder}>
                      <button
                        type="button"
                        className={`num ${classes.cell}`}
                        data-shade={shadeOf(count, most)}
                        aria-pressed={chosen}
                        aria-label={t('grid.cell', { recency: words.row(recency), frequency: words.column(frequency), count })}
                        onClick={() => onCell(chosen ? null : { recency, frequency })}
                      >
                        {count}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {frame && (
          <div className={classes.over} aria-hidden="true">
            <div className={classes.frame} style={{ gridRow: `2 / ${2 + frame.rows}`, gridColumn: `${2 + frame.firstColumn} / 7` }} />
          </div>
        )}
      </div>
      <Legend rules={rules} framed={frame !== null} count={loyalTotal} />
    </section>
  );
}

function Legend({ rules, framed, count }: { readonly rules: LoyaltyRules; readonly framed: boolean; readonly count: number }) {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const values = { days: rules.loyalWithinDays, visits: rules.loyalVisits, count };
  if (!framed) return <p className={classes.legend}>{t('grid.none', values)}</p>;
  return (
    <p className={classes.legend}>
      <span className={classes.legendBox} aria-hidden="true" />
      {rules.loyalSpentCents > 0
        ? t('grid.legendSpent', { ...values, money: format.money(rules.loyalSpentCents) })
        : t('grid.legend', values)}
    </p>
  );
}
