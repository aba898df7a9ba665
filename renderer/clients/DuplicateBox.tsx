// This number belongs to somebody: open that client, or save another one who shares the phone. Never a dialog, never in the way.

import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { AlertChips } from '../core/ui/Alerts';
import { Avatar, Num } from '../core/ui/parts';
import { TierLabel } from '../core/ui/TierLabel';
import classes from './ClientForm.module.css';
import type { PhoneCheck } from './usePhoneChecks';

export interface DuplicateBoxProps {
  readonly check: PhoneCheck;
  /** The name in the form. */
  readonly name: string;
  readonly decide: () => void;
}

export function DuplicateBox({ check, name, decide }: DuplicateBoxProps) {
  const { t } = useTranslation('clients');
  const format = useFormat();
  const today = useToday();
  const navigate = useNavigate();
  const [first, ...others] = check.clients;
  if (!first) return null;
  const decided = check.state === 'shared';
  return (
    <div className={classes.duplicate} aria-live="polite">
      <div className={classes.duplicateHead}>
        <IconUsers size={18} stroke={1.6} aria-hidden="true" />
        <b>{t('duplicate.title', { name: first.name })}</b>
        <span>
          {first.name === name.trim() ? t('duplicate.sameName') : others.length > 0 ? t('duplicate.more', { count: others.length }) : null}
        </span>
      </div>
      <div className={classes.duplicateRow}>
        <Avatar name={first.name} size={26} />
        <b>{first.name}</b>
        <TierLabel tier={first.tier} />
        <Num>{first.number}</Num>
        {first.lastVisitOn !== null && <Num>{t('duplicate.lastVisit', { day: format.shortDay(first.lastVisitOn, today) })}</Num>}
        <AlertChips kinds={first.alerts} />
      </div>
      <div className={classes.duplicateActs}>
        {decided && <span>{t('duplicate.decided')}</span>}
        <Button
          id={decided ? undefined : 'client-duplicate'}
          variant="default"
          size="compact-sm"
          onClick={() => void navigate({ to: '/clients/$id', params: { id: first.id }, search: {} })}
        >
          {t('duplicate.open', { name: first.name })}
        </Button>
        {!decided && (
          <Button variant="default" size="compact-sm" onClick={decide}>
            {t('duplicate.another')}
          </Button>
        )}
      </div>
    </div>
  );
}
