// Over every page when backups are too old or the last try failed: since when, what is safe, and the button that helps. Calm, but not to be overlooked.

import { Button } from '@mantine/core';
import { IconShieldX } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BackupsState } from '../../shared/backups/contract';
import { currentLanguage } from '../core/i18n';
import { useRights } from '../core/rights';
import { refusalWording } from '../core/wording';
import { BackupNow } from './BackupNow';
import classes from './Backups.module.css';
import { useBackups, useDaysSince, useMoment } from './useBackups';

export function BackupBanner() {
  const { t } = useTranslation('backups');
  const state = useBackups();
  const { can } = useRights();
  const there = useLocation({ select: ({ search }) => 'tab' in search && search.tab === 'backups' });
  const sentences = useSentences(state);
  if (!sentences) return null;
  return (
    <section className={classes.banner} role="alert">
      <IconShieldX size={22} stroke={1.6} aria-hidden="true" />
      <div className={classes.bannerText}>
        <b className="num">{sentences.title}</b>
        <p className="num">{sentences.body}</p>
      </div>
      {!there && (
        <div className={classes.boxActs}>
          <BackupNow primary={false} />
          {can('settings.change') && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              renderRoot={(props: object) => <Link {...props} to="/data" search={{ tab: 'backups' }} />}
            >
              {t('banner.show')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function useSentences(state: BackupsState | null): { readonly title: string; readonly body: string } | null {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const daysSince = useDaysSince();
  if (!state || (!state.overdue && !state.failure)) return null;
  const { last, failure, overdue } = state;
  const gap = currentLanguage() === 'en' ? ' ' : '';
  const good = last ? `${gap}${t('banner.last', { moment: moment(last.at) })}` : '';
  const said = failure && `${refusalWording(failure.code, failure.details)}${good}`;
  if (overdue && !last) return { title: t('banner.never'), body: said ?? t('banner.neverBody') };
  if (overdue && last)
    return { title: t('banner.days', { count: daysSince(last.at) }), body: said ?? t('banner.since', { moment: moment(last.at) }) };
  if (!failure || said === null) return null;
  return {
    title: failure.code === 'backup.settings-lost' ? t('banner.lost') : t('banner.failed', { moment: moment(failure.at) }),
    body: said,
  };
}
