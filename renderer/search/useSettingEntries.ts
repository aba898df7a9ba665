// Every page of the settings, and the single settings people ask for by name: only those this person may open.

import { IconAdjustmentsHorizontal, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../shared/permissions';
import { useRights } from '../core/rights';
import { TAB_NEEDS, type DataTab } from '../data/tabs';
import { PAGE_NEEDS, SETTINGS, type SettingsPage } from '../settings/pages';
import type { Entry } from './entries';
import { rankOf } from './ranking';
import type { zh } from './words';

type Single = keyof (typeof zh)['single'];
type Target = { readonly page: SettingsPage; readonly needs?: Permission } | { readonly tab: DataTab };

const SINGLES: Readonly<Record<Single, Target>> = {
  idle: { page: 'security', needs: 'settings.change' },
  pin: { page: 'security' },
  recovery: { page: 'security' },
  theme: { page: 'appearance' },
  language: { page: 'appearance' },
  region: { page: 'shop' },
  required: { page: 'fields' },
  prices: { page: 'services' },
  backups: { tab: 'backups' },
  import: { tab: 'import' },
  export: { tab: 'export' },
};

const MOST = 8;

/** Nothing before something is typed: the commands stand there. */
export function useSettingEntries(text: string): readonly Entry[] {
  const { t } = useTranslation(['search', 'settings']);
  const navigate = useNavigate();
  const { can } = useRights();
  if (text.trim() === '') return [];
  const title = t('settings');
  const pages = SETTINGS.flatMap((group) => [...group.pages])
    .filter((page) => can(needsOf({ page })))
    .map((page) => ({
      ...{ id: `page-${page}`, label: t(`pages.${page}`, { ns: 'settings' }), also: t(`also.${page}`), icon: IconSettings },
      run: () => void navigate({ to: '/settings/$page', params: { page } }),
    }));
  const singles = SINGLE_NAMES.filter((name) => can(needsOf(SINGLES[name]))).map((name) => ({
    ...{ id: `setting-${name}`, label: t(`single.${name}.label`), also: t(`single.${name}.also`), icon: IconAdjustmentsHorizontal },
    run: () => go(SINGLES[name]),
  }));
  return [...pages, ...singles]
    .flatMap((one) => {
      const rank = rankOf(text, one.label, one.also);
      return rank === null ? [] : [{ ...one, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ id, label, icon, run }) => ({ id, group: 'settings', title, label, icon, run }));
  function go(target: Target): void {
    if ('tab' in target) void navigate({ to: '/data', search: { tab: target.tab } });
    else void navigate({ to: '/settings/$page', params: { page: target.page } });
  }
}

const SINGLE_NAMES = [
  'idle',
  'pin',
  'recovery',
  'theme',
  'language',
  'region',
  'required',
  'prices',
  'backups',
  'import',
  'export',
] as const;

function needsOf(target: Target): Permission {
  if ('tab' in target) return TAB_NEEDS[target.tab];
  return target.needs ?? PAGE_NEEDS[target.page] ?? 'signed-in';
}
