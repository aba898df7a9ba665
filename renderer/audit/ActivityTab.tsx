// What each person did: a strip of days and the kinds of entries, most first.

import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../shared/contract';
import { addDays, type IsoDate } from '../../shared/core/date';
import type { AccountId } from '../../shared/ids';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useFormat } from '../core/format';
import { EmptyState, ErrorState, LoadingRows } from '../core/ui/states';
import classes from './Audit.module.css';
import { useNames } from './useNames';

const RANGES = [14, 30, 90] as const;
const KINDS = 6;

type Person = Output<'audit.activity'>[number];

export function ActivityTab({ show }: { readonly show: (id: AccountId) => void }) {
  const { t } = useTranslation('audit');
  const today = useToday();
  const [range, setRange] = useState<number>(30);
  const from = addDays(today, 1 - range);
  const { data, error, refetch } = useQuery('audit.activity', { from, to: today }, { keep: true });
  const days = Array.from({ length: range }, (_, index) => addDays(from, index));
  const most = Math.max(1, ...(data ?? []).flatMap((person) => person.days.map(({ entries }) => entries)));
  return (
    <div className={classes.scroll}>
      <div className={classes.bar}>
        <p className={classes.lead}>{t('activity.lead', { count: range })}</p>
        <SegmentedControl
          withItemsBorders={false}
          aria-label={t('activity.range')}
          value={String(range)}
          data={RANGES.map((count) => ({ value: String(count), label: t('activity.days', { count }) }))}
          onChange={(chosen) => setRange(Number(chosen))}
        />
      </div>
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={4} height={72} />}
      {data?.length === 0 && <EmptyState title={t('activity.empty')} />}
      {data?.map((person) => (
        <PersonStrip key={person.account.id} person={person} days={days} most={most} show={show} />
      ))}
    </div>
  );
}

interface PersonStripProps {
  readonly person: Person;
  readonly days: readonly IsoDate[];
  /** The tallest bar of all people, so that strips can be compared. */
  readonly most: number;
  readonly show: (id: AccountId) => void;
}

function PersonStrip({ person: { account, days: counted, events }, days, most, show }: PersonStripProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { words } = useNames();
  const counts = new Map(counted.map(({ on, entries }) => [on, entries]));
  const total = counted.reduce((sum, { entries }) => sum + entries, 0);
  const top = counted.reduce((best, one) => (one.entries > best.entries ? one : best), { on: days[0] ?? '', entries: 0 });
  const [first, last] = [days[0], days.at(-1)];
  const sentence = t('activity.strip', {
    name: account.name,
    from: first ? format.day(first) : '',
    to: last ? format.day(last) : '',
    total: format.count(total),
    day: counted.length > 0 ? dayText() : '',
    most: format.count(top.entries),
  });
  return (
    <section className={classes.person} aria-label={account.name}>
      <div className={classes.personName}>
        <b>{account.name}</b>
        <span className="num">{t('activity.total', { count: total })}</span>
      </div>
      <div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing made of bars */}
        <div role="img" aria-label={sentence} className={classes.strip} title={t('activity.most', { count: top.entries })}>
          {days.map((day) => (
            <span key={day} style={{ height: `${((counts.get(day) ?? 0) / most) * 100}%` }} />
          ))}
        </div>
        <ul className={classes.kinds}>
          {events.slice(0, KINDS).map(({ event, entries }) => (
            <li key={event}>
              {words.events[event]} <span className="num">{format.count(entries)}</span>
            </li>
          ))}
        </ul>
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        title={t('activity.open', { name: account.name })}
        onClick={() => show(account.id)}
      >
        {t('activity.openShort')}
      </Button>
    </section>
  );

  function dayText(): string {
    const found = counted.find(({ on }) => on === top.on);
    return found ? format.day(found.on) : '';
  }
}
