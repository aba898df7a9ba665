// The keys that work on every page, and the same commands from the window's menu.

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openSwitch } from '../book/switch-store';
import { useEvent } from '../core/events';
import { useRights } from '../core/rights';
import { useShortcuts } from '../core/ui/shortcuts';
import { undoLast } from '../core/ui/toasts';
import { openPalette } from '../search/palette-store';
import { lockBook } from './lock';
import { usePlaces } from './places';
import { openShortcuts } from './shortcut-store';

export function useFrameKeys(): void {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const mayAdd = useRights().can('clients.change');
  const newClient = (): void => void (mayAdd && navigate({ to: '/clients/new' }));
  const lock = (): void => void lockBook();
  const places = usePlaces().map(({ to, label, keys }) => ({
    keys,
    label: t('goTo', { page: t(label) }),
    run: () => void navigate({ to }),
  }));
  useShortcuts(
    [
      { keys: 'Ctrl+K', label: t('palette'), run: openPalette },
      ...(mayAdd ? [{ keys: 'Ctrl+N', label: t('newClient'), run: newClient }] : []),
      { keys: 'Ctrl+L', label: t('lock'), run: lock },
      { keys: 'Ctrl+U', label: t('menu.switch'), run: openSwitch },
      { keys: 'Ctrl+Z', label: t('undo'), run: undoLast, notInText: true },
      ...places,
      { keys: '?', label: t('menu.shortcuts'), run: openShortcuts },
      { keys: '/', label: t('palette'), run: openPalette },
    ],
    { everywhere: true },
  );
  const fromMenu = { 'new-client': newClient, search: openPalette, lock, shortcuts: openShortcuts };
  useEvent('menu', ({ command }) => fromMenu[command]());
}
