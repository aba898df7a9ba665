// The services in their groups.

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../core/format';
import type { Service } from './service-draft';
import classes from './Settings.module.css';
import type { Chosen } from './useChosen';

export interface ServiceGroup {
  readonly name: string | null;
  readonly services: readonly Service[];
}

/** In the order of the list; those without a group come last. */
export function groupsOf(services: readonly Service[]): readonly ServiceGroup[] {
  const groups = new Map<string | null, Service[]>();
  for (const service of services) groups.set(service.group, [...(groups.get(service.group) ?? []), service]);
  return [...groups]
    .map(([name, members]) => ({ name, services: members }))
    .sort((a, b) => Number(a.name === null) - Number(b.name === null));
}

export function ServiceTable({ groups, chosen }: { readonly groups: readonly ServiceGroup[]; readonly chosen: Chosen<Service> }) {
  const { t } = useTranslation('settings');
  const rows = groups.flatMap(({ services }) => services);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
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
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, services }) => (
          <Fragment key={name ?? ''}>
            {groups.length > 1 && (
              <tr className={classes.groupRow}>
                <td colSpan={5}>
                  {name ?? t('services.noGroup')}
                  <span className={`num ${classes.groupCount}`}>{services.length}</span>
                </td>
              </tr>
            )}
            {services.map((service) => (
              <ServiceRow key={service.id} service={service} index={rows.indexOf(service)} chosen={chosen} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface ServiceRowProps {
  readonly service: Service;
  readonly index: number;
  readonly chosen: Chosen<Service>;
}

function ServiceRow({ service, index, chosen: { choose, cursor } }: ServiceRowProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { name, minutes, priceCents, ingredients, visits90 } = service;
  return (
    <tr {...cursor.rowProps(index)} onClick={() => choose(service)}>
      <td>{name}</td>
      <td className={`num ${classes.number} ${classes.quiet}`}>{minutes !== null && t('services.minutesUnit', { count: minutes })}</td>
      <td className={`num ${classes.number}`}>{priceCents !== null && format.money(priceCents)}</td>
      <td className={classes.quiet} style={{ paddingLeft: 32 }}>
        {format.list(ingredients)}
      </td>
      <td className={`num ${classes.number} ${classes.quiet}`}>{t('times', { count: visits90 })}</td>
    </tr>
  );
}
