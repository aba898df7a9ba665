// The services in their groups.

import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import { GroupedTable } from './GroupedTable';
import type { Service } from './service-draft';
import classes from './Settings.module.css';
import type { Chosen } from './useChosen';

export function ServiceTable({ rows, chosen }: { readonly rows: readonly Service[]; readonly chosen: Chosen<Service> }) {
  const { t } = useTranslation('settings');
  return (
    <GroupedTable
      rows={rows}
      chosen={chosen}
      columns={5}
      renderCells={(service) => <ServiceCells service={service} />}
      head={
        <>
          <th>{t('services.name')}</th>
          <th className={classes.number} style={{ width: 88 }}>
            {t('services.minutes')}
          </th>
          <th className={classes.number} style={{ width: 96 }}>
            {t('services.price')}
          </th>
          <th style={{ width: '30%', paddingLeft: 32 }}>{t('services.ingredient')}</th>
          <th className={classes.number} style={{ width: 112 }}>
            {t('visits90')}
          </th>
        </>
      }
    />
  );
}

function ServiceCells({ service: { name, minutes, priceCents, ingredients, visits90 } }: { readonly service: Service }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <>
      <td>{name}</td>
      <td className={`num ${classes.number} ${classes.quiet}`}>{minutes !== null && t('services.minutesUnit', { count: minutes })}</td>
      <td className={`num ${classes.number}`}>{priceCents !== null && format.money(priceCents)}</td>
      <td className={classes.quiet} style={{ paddingLeft: 32 }}>
        {format.list(ingredients)}
      </td>
      <td className={`num ${classes.number} ${classes.quiet}`}>{t('times', { count: visits90 })}</td>
    </>
  );
}
