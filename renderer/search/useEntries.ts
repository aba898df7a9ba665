// Everything the palette shows for a text, and whether it belongs to that text already.

import { IconCalendarPlus, IconList, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FoundClient } from '../../shared/clients/contract';
import { NO_FILTER, useListPlace } from '../clients/list-place';
import { useQuery } from '../core/data';
import { useRights } from '../core/rights';
import type { Entry } from './entries';
import { useCommands } from './useCommands';
import { useSettingEntries } from './useSettingEntries';

const MOST_CLIENTS = 6;
const MOST_RECENT = 4;

export interface Entries {
  readonly entries: readonly Entry[];
  /** False while the clients still belong to the text before. */
  readonly settled: boolean;
  readonly nobody: boolean;
}

export function useEntries(text: string): Entries {
  const asked = text.trim();
  const searching = useRights().can('clients.see') && asked !== '';
  const found = useQuery(
    'clients.list',
    {
      filter: { text: asked, tierId: null, tagId: null, staffId: null, lastVisitDays: null, shelf: 'current' },
      sort: 'last-visit',
      descending: true,
      offset: 0,
      limit: MOST_CLIENTS,
    },
    { keep: true, enabled: searching },
  );
  const rows = asked === '' ? [] : (found.data?.rows ?? []);
  const clients = useClientEntries(asked, rows, found.data?.total ?? 0);
  const recent = useRecentEntries(asked === '');
  const settings = useSettingEntries(text);
  const commands = useCommands(text);
  return {
    entries: [...recent, ...clients, ...settings, ...commands],
    settled: !searching || (found.isSuccess && !found.isPlaceholderData),
    nobody: searching && found.isSuccess && !found.isPlaceholderData && rows.length === 0,
  };
}

function useClientEntries(text: string, rows: readonly FoundClient[], total: number): readonly Entry[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const { can } = useRights();
  const [place, setPlace] = useListPlace();
  const [first] = rows;
  const open = (client: FoundClient, panel?: 'visit' | 'follow-up') => () =>
    void navigate({ to: '/clients/$id', params: { id: client.id }, search: panel ? { open: panel } : {} });
  const title = t('clients');
  const all: Entry = {
    id: 'all',
    group: 'clients',
    title,
    label: t('more', { count: total }),
    icon: IconList,
    run: () => {
      setPlace({ question: { ...place.question, filter: { ...NO_FILTER, text } }, index: -1, top: 0 });
      void navigate({ to: '/clients' });
    },
  };
  return [
    ...rows.map((client): Entry => ({ id: client.id, group: 'clients', title, label: client.name, client, run: open(client) })),
    ...(total > rows.length ? [all] : []),
    ...(first && can('visits.change') ? [act(first, 'visit')] : []),
    ...(first && can('follow-ups.change') ? [act(first, 'follow-up')] : []),
  ];
  function act(client: FoundClient, panel: 'visit' | 'follow-up'): Entry {
    const words = panel === 'visit' ? VISIT : FOLLOW_UP;
    return {
      id: panel,
      group: 'first',
      title: client.name,
      label: t(words.label),
      icon: words.icon,
      keys: words.keys,
      hotkey: words.hotkey,
      run: open(client, panel),
    };
  }
}

/** Whom this person opened last, as Today has them: before anything is typed. */
function useRecentEntries(wanted: boolean): readonly Entry[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const enabled = useRights().can('clients.see') && wanted;
  const { data } = useQuery('today.page', null, { enabled });
  if (!enabled || !data) return [];
  return data.recent.slice(0, MOST_RECENT).map(({ client }): Entry => ({
    ...{ id: client.id, group: 'recent', title: t('recent'), label: client.name },
    client: { ...client, match: null, fields: [] },
    run: () => void navigate({ to: '/clients/$id', params: { id: client.id } }),
  }));
}

const VISIT = { label: 'actions.visit', icon: IconPlus, keys: 'Alt+V', hotkey: 'KeyV' } as const;
const FOLLOW_UP = { label: 'actions.followUp', icon: IconCalendarPlus, keys: 'Alt+F', hotkey: 'KeyF' } as const;
