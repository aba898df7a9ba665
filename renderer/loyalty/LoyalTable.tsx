// The rows of the ranked list: place, who, how often, how much, when last, the strip of visits, and the trend.

import { IconArrowDownRight, IconArrowUpRight, IconMinus, IconPlus, type Icon } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { addMonths, type IsoDate } from '../../shared/core/date';
import type { LoyalClient, LoyaltyPage, Period, Trend } from '../../shared/loyalty/contract';
import { useFormat } from '../core/format';
import { useListCursor, type RowProps } from '../core/ui/listCursor';
import { Strip } from '../core/ui/Strip';
import { AlertChips } from '../core/ui/Alerts';
import { TierLabel } from '../core/ui/TierLabel';
import classes from './Insights.module.css';

const TRENDS: Readonly<Record<Trend, Icon>> = { up: IconArrowUpRight, level: IconMinus, down: IconArrowDownRight, new: IconPlus };

export function LoyalTable({ page, period }: { readonly page: LoyaltyPage; readonly period: Period }) {
  const { t } = useTranslation('loyalty');
  const navigate = useNavigate();
  const { rows, to } = page;
  const from = page.from ?? addMonths(to, -24);
  const cursor = useListCursor({
    count: rows.length,
    onOpen: (index) => {
      const id = rows[index]?.client.id;
      if (id) void navigate({ to: '/clients/$id', params: { id } });
    },
  });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.rank}>
            {t('list.rank')}
          </th>
          <th scope="col">{t('list.name')}</th>
          <th scope="col">{t('list.tier')}</th>
          <th scope="col" className={classes.right}>
            {t('list.visits')}
          </th>
          <th scope="col" className={classes.right}>
            {t('list.spent')}
          </th>
          <th scope="col" className={classes.right}>
            {t('list.last')}
          </th>
          <th scope="col" className={classes.stripColumn}>
            {t(`periods.${period}`)}
          </th>
          <th scope="col">{t('list.trend')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <LoyalRow key={row.client.id} row={row} place={index + 1} from={from} to={to} rowProps={cursor.rowProps(index)} />
        ))}
      </tbody>
    </table>
  );
}

interface LoyalRowProps {
  readonly row: LoyalClient;
  readonly place: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly rowProps: RowProps;
}

function LoyalRow({ row, place, from, to, rowProps }: LoyalRowProps) {
  const { t } = useTranslation('loyalty');
  const format = useFormat();
  const { client, visits, spentCents, lastVisitOn, visitDays, trend } = row;
  const TrendIcon = TRENDS[trend];
  const label = t('list.strip', { name: client.name, count: visits, day: format.shortDay(lastVisitOn, to) });
  return (
    <tr {...rowProps}>
      <td className={`num ${classes.rank}`}>{place}</td>
      <td className={classes.nameCell}>
        <span className={classes.who}>
          <Link to="/clients/$id" params={{ id: client.id }} className={classes.name} tabIndex={-1} title={client.name}>
            {client.name}
          </Link>
          <AlertChips kinds={client.alerts} />
        </span>
      </td>
      <td>
        <TierLabel tier={client.tier} />
      </td>
      <td className={`num ${classes.right}`}>{format.count(visits)}</td>
      {/* a ranked list reads better without cents; the client's page has them */}
      <td className={`num ${classes.right}`}>{format.money(spentCents).replace(/\.\d\d$/, '')}</td>
      <td className={`num ${classes.right} ${classes.since}`} title={format.fullDay(lastVisitOn)}>
        {format.relative(lastVisitOn, to)}
      </td>
      <td className={classes.stripColumn}>
        <Strip days={visitDays} from={from} to={to} width={116} dot={4} label={label} />
      </td>
      <td className={classes.trend} data-trend={trend}>
        <TrendIcon size={14} stroke={1.7} aria-hidden="true" />
        {t(`trends.${trend}`)}
      </td>
    </tr>
  );
}
