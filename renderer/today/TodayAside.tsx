// Beside the board: clients later than their own rhythm, birthdays, and who was opened last.

import { IconCake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readBirthday } from '../../shared/core/birthday';
import { daysBetween, todayAt, type IsoDate } from '../../shared/core/date';
import type { Format } from '../../shared/core/format';
import type { ClientRow } from '../../shared/clients/contract';
import type { LateClient, TodayPage } from '../../shared/today/contract';
import { useFormat } from '../core/format';
import { SectionTitle } from '../core/ui/parts';
import { LoadingRows } from '../core/ui/states';
import { AlertChips } from '../core/ui/Alerts';
import { Strip } from '../core/ui/Strip';
import { ExportButton } from '../exports/ExportButton';
import { PersonMenu } from './PersonMenu';
import classes from './Today.module.css';

/** So that what was opened last stays within sight. */
const BIRTHDAYS_AT_FIRST = 5;

export function TodayAside({ page }: { readonly page: TodayPage }) {
  return (
    <aside className={classes.aside}>
      <Late page={page} />
      <Birthdays page={page} />
      <Recent page={page} />
    </aside>
  );
}

function Late({ page: { late, today } }: { readonly page: TodayPage }) {
  const { t } = useTranslation('today');
  const { t: words } = useTranslation('exports');
  if (!late) {
    return (
      <section aria-label={t('late.title')} aria-busy="true">
        <SectionTitle>{t('late.title')}</SectionTitle>
        <LoadingRows rows={4} height={52} />
      </section>
    );
  }
  const title = (
    <>
      {t('late.title')}
      {late.clients.length > 0 && (
        <span className={classes.legend} aria-hidden="true">
          <span className={classes.ring} />
          {t('late.expected')}
          <span className={classes.tick} />
          {t('late.today')}
        </span>
      )}
    </>
  );
  return (
    <section aria-label={t('late.title')}>
      <SectionTitle
        aside={
          late.clients.length > 0 && (
            <>
              {late.total > late.clients.length && t('late.all', { count: late.total })}
              <ExportButton what={{ what: 'late' }} named={words('named.late')} small />
            </>
          )
        }
      >
        {title}
      </SectionTitle>
      {late.clients.length === 0 && <p className={classes.none}>{t('late.none')}</p>}
      <ul className={classes.list}>
        {late.clients.map((entry) => (
          <LateRow key={entry.client.id} entry={entry} today={today} />
        ))}
      </ul>
    </section>
  );
}

function LateRow({ entry, today }: { readonly entry: LateClient; readonly today: IsoDate }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const { client, everyDays, sinceDays, lateDays, expectedOn, recentDays } = entry;
  const label = t('late.strip', { name: client.name, every: everyDays, day: format.shortDay(expectedOn, today), late: lateDays });
  return (
    <li className={classes.item}>
      <Link to="/clients/$id" params={{ id: client.id }} className={classes.lateRow}>
        <span className={classes.lateWho}>
          <Who client={client} />
          <span className={classes.meta}>{t('late.every', { every: everyDays, since: sinceDays })}</span>
        </span>
        <Strip
          days={recentDays}
          from={recentDays[0] ?? expectedOn}
          to={today}
          today={today}
          expectedOn={expectedOn}
          width={96}
          label={label}
        />
        <span className={`num ${classes.lateBy}`}>{t('late.by', { count: lateDays })}</span>
      </Link>
      <PersonMenu client={client} promise={{ kind: 'rebook', dueOn: today }} />
    </li>
  );
}

function Birthdays({ page: { birthdays, today } }: { readonly page: TodayPage }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? birthdays : birthdays.slice(0, BIRTHDAYS_AT_FIRST);
  return (
    <section aria-label={t('birthdays.title')}>
      <SectionTitle aside={t('birthdays.within')}>{t('birthdays.title')}</SectionTitle>
      {birthdays.length === 0 && <p className={classes.none}>{t('birthdays.none')}</p>}
      <ul className={classes.list}>
        {shown.map(({ client, birthday, on }) => (
          <li key={client.id} className={classes.item}>
            <Link to="/clients/$id" params={{ id: client.id }} className={classes.smallRow}>
              <IconCake size={16} stroke={1.6} aria-hidden="true" className={classes.cake} />
              <Who client={client} />
              <span className={`num ${classes.meta}`}>
                {readBirthday(birthday).calendar === 'lunar' ? format.lunar(on) : format.shortDay(on, on)}
              </span>
              <span className={`num ${classes.end}`} data-now={on === today || undefined}>
                {on === today ? t('birthdays.today') : soon(on, today, format)}
              </span>
            </Link>
            <PersonMenu client={client} promise={{ kind: 'birthday', dueOn: on }} />
          </li>
        ))}
      </ul>
      {shown.length < birthdays.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t('birthdays.more', { count: birthdays.length - shown.length })}
        </button>
      )}
    </section>
  );
}

function Recent({ page: { recent, today } }: { readonly page: TodayPage }) {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <section aria-label={t('recent.title')}>
      <SectionTitle>{t('recent.title')}</SectionTitle>
      {recent.length === 0 && <p className={classes.none}>{t('recent.none')}</p>}
      <ul className={classes.list}>
        {recent.map(({ client, at }) => {
          const day = todayAt(new Date(at));
          return (
            <li key={client.id} className={classes.item}>
              <Link to="/clients/$id" params={{ id: client.id }} className={classes.smallRow}>
                <Who client={client} />
                <span className={`num ${classes.meta}`}>{client.number}</span>
                <span className={`num ${classes.end} ${classes.meta}`}>
                  {day === today ? format.clock(at) : format.shortDay(day, today)}
                </span>
              </Link>
              <PersonMenu client={client} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The name and, right after it, what one must know before anything else. */
function Who({ client: { name, alerts } }: { readonly client: ClientRow }) {
  return (
    <span className={classes.whoAlso}>
      <span className={classes.name}>{name}</span>
      <AlertChips kinds={alerts} />
    </span>
  );
}

/** Within a week the weekday says enough; lunar birthdays beyond that need the solar day. */
function soon(on: IsoDate, today: IsoDate, format: Format): string {
  return daysBetween(today, on) < 7 ? format.weekday(on) : format.dueDay(on);
}
