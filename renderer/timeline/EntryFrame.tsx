// What every entry of the timeline has: its day at the left, a disc on the line, and its content.

import type { Icon } from '@tabler/icons-react';
import { use, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween, partsOf, type IsoDate } from '../../shared/core/date';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { EntryPlace } from './entry-place';
import classes from './Timeline.module.css';

export interface EntryFrameProps {
  readonly on: IsoDate;
  readonly time?: string | null;
  readonly icon: Icon;
  /** A promise that still stands. */
  readonly open?: boolean;
  /** The price or the author, at the right. */
  readonly aside?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

export function EntryFrame({ on, time = null, icon: EntryIcon, open = false, aside, title, children }: EntryFrameProps) {
  const { index, total, measure } = use(EntryPlace);
  return (
    <li
      ref={measure}
      className={classes.entry}
      data-index={index}
      data-open={open || undefined}
      data-last={index === total - 1 || undefined}
      aria-posinset={index + 1}
      aria-setsize={total}
    >
      <When on={on} time={time} open={open} />
      <span className={classes.disc} aria-hidden="true">
        <EntryIcon size={16} stroke={1.6} />
      </span>
      <div className={classes.body}>
        <div className={classes.head}>
          <div className={classes.title}>{title}</div>
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </div>
        {children}
      </div>
    </li>
  );
}

/** Meta words joined by a dot; nothing for what is not known. */
export function Meta({ parts }: { readonly parts: readonly ReactNode[] }) {
  const said = parts.filter(Boolean);
  if (said.length === 0) return null;
  return (
    <div className={classes.meta}>
      {said.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- words of one line have no identity but their place
        <span key={index}>{part}</span>
      ))}
    </div>
  );
}

interface WhenProps {
  readonly on: IsoDate;
  readonly time: string | null;
  readonly open: boolean;
}

function When({ on, time, open }: WhenProps) {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const today = useToday();
  const late = open ? daysBetween(on, today) : 0;
  const year = partsOf(on).year;
  const below = year === partsOf(today).year ? [format.weekday(on), time] : [t('year', { year }), format.weekday(on)];
  return (
    <div className={classes.when} data-late={late > 0 || undefined} data-today={(open && on === today) || undefined}>
      <span className="num">{on === today ? t('today') : format.shortDay(on, on)}</span>
      <span className={`num ${classes.below}`}>{late > 0 ? t('overdue', { count: late }) : below.filter(Boolean).join(' ')}</span>
    </div>
  );
}
