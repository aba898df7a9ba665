// The commands of the palette: places, lock, looks. Found by their word, their pinyin or their English.

import {
  IconKeyboard,
  IconLock,
  IconMoon,
  IconSettings,
  IconSun,
  IconTrash,
  IconUserPlus,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openSwitch } from '../book/switch-store';
import { fold } from '../../shared/core/text';
import { useRights } from '../core/rights';
import { useAppearance } from '../core/useAppearance';
import { openBin } from '../frame/bin-store';
import { lockBook } from '../frame/lock';
import { usePlaces } from '../frame/places';
import { openShortcuts } from '../frame/shortcut-store';
import { firstPage } from '../settings/pages';
import type { Entry } from './entries';
import { rankOf } from './ranking';
import type { zh } from './words';

type Word = keyof (typeof zh)['go'];

interface Command {
  readonly word: Word;
  readonly icon: Icon;
  readonly run: () => void;
  readonly note?: string;
  readonly keys?: string;
}

export function useCommands(text: string): readonly Entry[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const commands = useAll();
  const { can } = useRights();
  const typed = fold(text);
  const title = t('commands');
  const fresh: Entry = {
    id: 'new-client',
    group: 'commands',
    title,
    label: t('newClient'),
    ...(typed === '' ? {} : { note: t('newClientNamed', { text: text.trim() }) }),
    icon: IconUserPlus,
    keys: 'Ctrl+N',
    run: () => void navigate({ to: '/clients/new', search: typed === '' ? {} : { text: text.trim() } }),
  };
  const found = commands
    .map((command) => ({ ...command, rank: rankOf(typed, t(`go.${command.word}.label`), t(`go.${command.word}.also`)) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const named = found.map(({ word, icon, run, note, keys }) => ({
    id: word,
    group: 'commands' as const,
    title,
    label: t(`go.${word}.label`),
    icon,
    run,
    ...(note === undefined ? {} : { note }),
    ...(keys === undefined ? {} : { keys }),
  }));
  const offered = can('clients.change') ? [fresh] : [];
  // what was asked for by name comes before a client of that name
  return typed === '' ? [...offered, ...named] : [...named, ...offered];
}

function useAll(): readonly Command[] {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const { change } = useAppearance();
  const { can } = useRights();
  const places = usePlaces();
  return [
    ...places.map(({ to, label, icon, keys }) => ({ word: label, icon, keys, run: () => void navigate({ to }) })),
    { word: 'settings', icon: IconSettings, run: () => void navigate({ to: '/settings/$page', params: { page: firstPage(can) } }) },
    { word: 'lock', icon: IconLock, keys: 'Ctrl+L', run: () => void lockBook() },
    { word: 'switch', icon: IconUsers, keys: 'Ctrl+U', run: openSwitch },
    { word: 'light', icon: IconSun, note: t('where.theme'), run: () => change({ theme: 'light' }) },
    { word: 'dark', icon: IconMoon, note: t('where.theme'), run: () => change({ theme: 'dark' }) },
    ...(can('clients.see') ? [{ word: 'bin' as const, icon: IconTrash, run: openBin }] : []),
    { word: 'shortcuts', icon: IconKeyboard, keys: '?', run: openShortcuts },
  ];
}
