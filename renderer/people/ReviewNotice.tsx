// The owner is told that the review is overdue: a line on Today, a word in the list of the settings.

import { IconAlertCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../shared/core/date';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import classes from './Review.module.css';

/** One line; nothing at all for everybody else, and as long as the review is not due. */
export function ReviewNotice() {
  const { t } = useTranslation('people');
  const days = useOverdueDays();
  if (days === null) return null;
  return (
    <div className={classes.notice} role="note">
      <IconAlertCircle size={16} stroke={1.7} aria-hidden="true" />
      <span className="num">{t('review.notice', { count: days })}</span>
      <Link to="/settings/$page" params={{ page: 'review' }}>
        {t('review.noticeAct')}
      </Link>
    </div>
  );
}

export function ReviewMark() {
  const { t } = useTranslation('people');
  const days = useOverdueDays();
  if (days === null) return null;
  return (
    <span className={classes.mark} title={t('review.overdue', { count: days })}>
      <IconAlertCircle size={14} stroke={1.8} aria-hidden="true" />
      <span className="visually-hidden">{t('review.mark')}</span>
    </span>
  );
}

function useOverdueDays(): number | null {
  const { owner } = useRights();
  const today = useToday();
  const { data } = useQuery('people.review', null, { enabled: owner });
  return data?.overdue ? daysBetween(data.dueOn, today) : null;
}
