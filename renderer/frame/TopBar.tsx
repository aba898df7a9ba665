// The bar at the top: one search for everything, a new client, lock, and who is signed in.

import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLock, IconPlus, IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../core/rights';
import { Kbd } from '../core/ui/Kbd';
import { openPalette } from '../search/palette-store';
import classes from './Frame.module.css';
import { lockBook } from './lock';
import { UserMenu } from './UserMenu';

export function TopBar() {
  const { t } = useTranslation('frame');
  const { can } = useRights();
  return (
    <header className={classes.bar}>
      <button type="button" className={classes.search} onClick={openPalette}>
        <IconSearch size={16} stroke={1.7} aria-hidden="true" />
        <span className={classes.searchText}>{t(can('clients.see') ? 'search' : 'palette')}</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <div className={classes.end}>
        {can('clients.change') && (
          <Tooltip label={<Kbd keys="Ctrl+N" />}>
            <Button
              component={Link}
              to="/clients/new"
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.7} aria-hidden="true" />}
            >
              {t('newClient')}
            </Button>
          </Tooltip>
        )}
        <Tooltip label={<Kbd keys="Ctrl+L" />}>
          <ActionIcon aria-label={t('lock')} onClick={() => void lockBook()}>
            <IconLock size={18} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <UserMenu />
      </div>
    </header>
  );
}
