// The rail at the left: where one can go, where one is, and how many follow-ups are due.

import { IconSettings, type Icon } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackupFoot } from '../backups/BackupFoot';
import { useToday } from '../core/clock';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import { Logo } from '../core/ui/Logo';
import { firstPage } from '../settings/pages';
import classes from './Frame.module.css';
import { usePlaces } from './places';

export function Rail() {
  const { t } = useTranslation('frame');
  const due = useDue();
  const places = usePlaces();
  const { can } = useRights();
  const sample = useQuery('sample.state', null);
  const inSettings = useLocation({ select: ({ pathname }) => pathname.startsWith('/settings') });
  return (
    <nav className={classes.rail} aria-label={t('rail')}>
      <Logo />
      <ul className={classes.railList}>
        {places.map(({ to, label, icon }) => (
          <li key={to}>
            <Link to={to} className={classes.item} activeOptions={{ exact: false }}>
              <Face icon={icon} label={t(label)} />
              {to === '/follow-ups' && due > 0 && <Badge count={due} label={t('due', { count: due })} />}
            </Link>
          </li>
        ))}
        <li className={classes.railEnd}>
          <Link
            to="/settings/$page"
            params={{ page: firstPage(can) }}
            className={classes.item}
            aria-current={inSettings ? 'page' : undefined}
          >
            <Face icon={IconSettings} label={t('settings')} />
          </Link>
        </li>
      </ul>
      {/* Nothing of the sample salon is worth a backup. */}
      {sample.data?.open !== true && <BackupFoot />}
    </nav>
  );
}

function Face({ icon: PlaceIcon, label }: { readonly icon: Icon; readonly label: string }) {
  return (
    <>
      <PlaceIcon size={22} stroke={1.6} aria-hidden="true" />
      {label}
    </>
  );
}

function Badge({ count, label }: { readonly count: number; readonly label: string }) {
  return (
    <span className={`num ${classes.badge}`}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}

function useDue(): number {
  const today = useToday();
  const { can } = useRights();
  return useQuery('followUps.board', { until: today, staffId: null }, { keep: true, enabled: can('follow-ups.see') }).data?.dueNow ?? 0;
}
