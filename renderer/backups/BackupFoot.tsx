// The foot of the rail: shield, word, time. Everybody sees it; who may change the backups gets there by it.

import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BackupsState } from '../../shared/backups/contract';
import { todayAt, type IsoInstant } from '../../shared/core/date';
import { useToday } from '../core/clock';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import classes from './Backups.module.css';
import { useBackups, useMoment } from './useBackups';

export function BackupFoot() {
  const { t } = useTranslation('backups');
  const state = useBackups();
  const { can } = useRights();
  const moment = useMoment();
  if (!state) return null;
  const whole = state.last ? t('foot.last', { moment: moment(state.last.at) }) : t('foot.never');
  const tone = state.failure || state.overdue ? 'danger' : state.last ? undefined : 'none';
  if (!can('settings.change')) {
    return (
      <div className={classes.foot} data-tone={tone} title={whole}>
        <Face state={state} />
      </div>
    );
  }
  return (
    <Link to="/data" search={{ tab: 'backups' }} className={classes.foot} data-tone={tone} title={whole}>
      <span className="visually-hidden">{t('foot.label')}</span>
      <Face state={state} />
    </Link>
  );
}

function Face({ state }: { readonly state: BackupsState }) {
  const { t } = useTranslation('backups');
  const word = wordOf(state);
  const Shield = word === 'fine' || word === 'running' ? IconShieldCheck : IconShieldX;
  const short = useShort();
  return (
    <>
      <Shield size={16} stroke={1.6} aria-hidden="true" />
      <span>{t(`foot.${word}`)}</span>
      {state.last && <span className="num">{short(state.last.at)}</span>}
    </>
  );
}

function wordOf({ last, running, failure, overdue }: BackupsState): 'fine' | 'failed' | 'overdue' | 'none' | 'running' {
  if (running) return 'running';
  if (failure) return 'failed';
  if (!last) return 'none';
  return overdue ? 'overdue' : 'fine';
}

/** The rail has room for a time or for a day. */
function useShort(): (at: IsoInstant) => string {
  const format = useFormat();
  const today = useToday();
  return (at) => {
    const on = todayAt(new Date(at));
    return on === today ? format.clock(at) : format.shortDay(on, today);
  };
}
