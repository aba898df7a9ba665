// One row of the client list.

import { useNavigate, useRouter } from '@tanstack/react-router';
import { memo, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundClient } from '../../shared/clients/contract';
import { HIDDEN } from '../../shared/core/marks';
import { daysBetween, type IsoDate } from '../../shared/core/date';
import type { ClientId } from '../../shared/ids';
import { useFormat } from '../core/format';
import type { RowProps } from '../core/ui/listCursor';
import { Masked, Money } from '../core/ui/Masked';
import { Mark, Num, TagChip } from '../core/ui/parts';
import { TierLabel } from '../core/ui/TierLabel';
import type { ClientField } from '../../shared/fields/contract';
import { useFieldText } from '../fields/useFieldText';
import classes from './ClientList.module.css';
import { ClientName } from './ClientName';

/** As wide as about this many Chinese characters. */
const TAGS_ROOM = 7;

export interface ClientRowProps {
  readonly client: FoundClient;
  readonly place: number;
  readonly today: IsoDate;
  readonly selected: boolean;
  /** Null when nothing can be done with a selection. */
  readonly toggle: (() => void) | null;
  readonly columns: readonly string[];
  /** The shop's own fields that are columns. */
  readonly own: readonly ClientField[];
  readonly rowProps: RowProps;
}

/** Drawn again only when something on it changes: while one scrolls, most rows stay what they were. */
export const ClientRow = memo(Row, looksAlike);

/** What only acts is left out: it names the client or the row and asks for everything else when it is called. */
function looksAlike(one: ClientRowProps, other: ClientRowProps): boolean {
  return (
    one.client === other.client &&
    one.place === other.place &&
    one.today === other.today &&
    one.selected === other.selected &&
    (one.toggle === null) === (other.toggle === null) &&
    one.columns.join() === other.columns.join() &&
    one.own.length === other.own.length &&
    one.own.every((field, index) => field === other.own[index]) &&
    one.rowProps['data-current'] === other.rowProps['data-current'] &&
    one.rowProps.tabIndex === other.rowProps.tabIndex
  );
}

function Row({ client, place, today, selected, toggle, columns, own, rowProps }: ClientRowProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  return (
    <tr {...rowProps} aria-rowindex={place} aria-selected={selected} data-selected={selected || undefined} className={classes.row}>
      <td className={classes.check}>
        {toggle && (
          <input
            type="checkbox"
            className={classes.choose}
            checked={selected}
            onChange={toggle}
            tabIndex={-1}
            aria-label={t('list.select', { name: client.name })}
          />
        )}
      </td>
      <td>
        <RowLink id={client.id}>
          <ClientName client={client} />
        </RowLink>
      </td>
      {columns.includes('tier') && (
        <td>
          <TierLabel tier={client.tier} />
        </td>
      )}
      {columns.includes('phone') && (
        <td className={classes.second}>
          {client.phone !== null && (
            <Num>
              {client.phone.includes(HIDDEN) ? (
                <Masked text={client.phone} />
              ) : (
                <Mark text={client.phone} ranges={client.match?.field === 'phone' ? client.match.ranges : []} />
              )}
            </Num>
          )}
        </td>
      )}
      {columns.includes('lastVisit') && (
        <td>
          <LastVisit on={client.lastVisitOn} today={today} />
        </td>
      )}
      {columns.includes('visits') && (
        <td className={classes.figure}>
          <Num>{format.count(client.visits)}</Num>
        </td>
      )}
      {columns.includes('spent') && (
        <td className={classes.figure}>
          <Money amount={client.spentCents} />
        </td>
      )}
      {columns.includes('tags') && (
        <td className={classes.tags}>
          <Tags tags={client.tags} />
        </td>
      )}
      {columns.includes('staff') && (
        <td className={classes.second} title={client.staff ?? undefined}>
          {client.staff}
        </td>
      )}
      {own.map((field) => (
        <OwnCell key={field.id} field={field} client={client} />
      ))}
    </tr>
  );
}

/** Not the router's own link, which listens to every place the router goes to, once for every row. */
function RowLink({ id, children }: { readonly id: ClientId; readonly children: ReactNode }) {
  const { history } = useRouter();
  const navigate = useNavigate();
  function open(event: MouseEvent): void {
    event.preventDefault();
    void navigate({ to: '/clients/$id', params: { id } });
  }
  return (
    <a href={history.createHref(`/clients/${id}`)} onClick={open} className={classes.name} tabIndex={-1}>
      {children}
    </a>
  );
}

function OwnCell({ field, client }: { readonly field: ClientField; readonly client: FoundClient }) {
  const text = useFieldText();
  const value = client.fields.find(({ id }) => id === field.id)?.value;
  const shown = value === undefined ? '' : text(field, value);
  return (
    <td className={classes.own} title={shown}>
      {shown}
    </td>
  );
}

/** At least the first; the rest as a number that names them. */
function Tags({ tags }: { readonly tags: readonly string[] }) {
  const format = useFormat();
  const fit = tags.findIndex((_, index) => index > 0 && widthOf(tags.slice(0, index + 1).join('')) > TAGS_ROOM);
  const fitting = fit === -1 ? tags : tags.slice(0, fit);
  const hidden = fit === -1 ? [] : tags.slice(fit);
  return (
    <>
      {fitting.map((tag) => (
        <TagChip key={tag}>{tag}</TagChip>
      ))}
      {hidden.length > 0 && (
        <span className={classes.quiet} title={format.list(hidden)}>
          <span className="num" aria-hidden="true">{`+${hidden.length}`}</span>
          <span className="visually-hidden">{format.list(hidden)}</span>
        </span>
      )}
    </>
  );
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.6 : 1), 0);
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
