// One row of the client list.

import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FoundClient } from '../../shared/clients/contract';
import { daysBetween, type IsoDate } from '../../shared/core/date';
import { useFormat } from '../core/format';
import type { RowProps } from '../core/ui/listCursor';
import { Mark, Num, TagChip } from '../core/ui/parts';
import { TierLabel } from '../core/ui/TierLabel';
import classes from './ClientList.module.css';
import { ClientName } from './ClientName';

const TAGS_SHOWN = 2;

export interface ClientRowProps {
  readonly client: FoundClient;
  readonly place: number;
  readonly today: IsoDate;
  readonly selected: boolean;
  readonly toggle: () => void;
  readonly rowProps: RowProps;
}

export function ClientRow({ client, place, today, selected, toggle, rowProps }: ClientRowProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return (
    <tr {...rowProps} aria-rowindex={place} aria-selected={selected} data-selected={selected || undefined} className={classes.row}>
      <td className={classes.check}>
        <Checkbox checked={selected} onChange={toggle} tabIndex={-1} aria-label={t('list.select', { name: client.name })} />
      </td>
      <td>
        <Link to="/clients/$id" params={{ id: client.id }} className={classes.name} tabIndex={-1}>
          <ClientName client={client} />
        </Link>
      </td>
      <td>
        <TierLabel tier={client.tier} />
      </td>
      <td className={classes.second}>
        {client.phone !== null && (
          <Num>
            <Mark text={client.phone} ranges={client.match?.field === 'phone' ? client.match.ranges : []} />
          </Num>
        )}
      </td>
      <td>
        <LastVisit on={client.lastVisitOn} today={today} />
      </td>
      <td className={classes.figure}>
        <Num>{format.count(client.visits)}</Num>
      </td>
      <td className={classes.figure}>
        <Num>{format.money(client.spentCents)}</Num>
      </td>
      <td className={classes.tags}>
        {client.tags.slice(0, TAGS_SHOWN).map((tag) => (
          <TagChip key={tag}>{tag}</TagChip>
        ))}
        {client.tags.length > TAGS_SHOWN && (
          <span className={classes.quiet} title={format.list(client.tags.slice(TAGS_SHOWN))}>
            <Num>{`+${client.tags.length - TAGS_SHOWN}`}</Num>
          </span>
        )}
      </td>
      <td className={classes.second}>{client.staff}</td>
    </tr>
  );
}

function LastVisit({ on, today }: { readonly on: IsoDate | null; readonly today: IsoDate }) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  if (on === null) return <span className={classes.third}>{t('list.never')}</span>;
  return (
    <>
      <Num>{format.shortDay(on, today)}</Num>
      {/* a whole year back the number of days says nothing any more */}
      {daysBetween(on, today) < 365 && <Num className={classes.ago ?? ''}>{format.relative(on, today)}</Num>}
    </>
  );
}
