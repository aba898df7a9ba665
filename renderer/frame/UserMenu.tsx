// Who is signed in, and what belongs to them on this PC: looks, language, keys, lock.

import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconKeyboard, IconLock, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../core/language';
import { useQuery } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { Avatar } from '../core/ui/parts';
import { useAppearance } from '../core/useAppearance';
import classes from './Frame.module.css';
import { lockBook } from './lock';
import { openShortcuts } from './shortcut-store';

const THEMES = ['light', 'dark', 'auto'] as const;

export function UserMenu() {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const session = useQuery('book.status', null).data?.session;
  const { appearance, change } = useAppearance();
  const name = session?.name ?? '';
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className={classes.user}>
          <Avatar name={name} size={26} />
          <span>{name}</span>
          <span className={classes.role}>{session?.role === 'owner' ? t('roles.owner') : t('roles.other')}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('menu.theme')}</Menu.Label>
        {THEMES.map((theme) => (
          <Choice key={theme} label={t(`menu.${theme}`)} chosen={appearance?.theme === theme} choose={() => change({ theme })} />
        ))}
        <Menu.Label>{t('menu.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Choice
            key={language}
            label={t(`languages.${language}`)}
            chosen={appearance?.language === language}
            choose={() => change({ language })}
          />
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Kbd keys="?" />} onClick={openShortcuts}>
          {t('menu.shortcuts')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={16} />}
          onClick={() => void navigate({ to: '/settings/$page', params: { page: 'shop' } })}
        >
          {t('menu.settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} />} rightSection={<Kbd keys="Ctrl+L" />} onClick={() => void lockBook()}>
          {t('menu.lock')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function Choice({ label, chosen, choose }: ChoiceProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={chosen}
      closeMenuOnClick={false}
      rightSection={chosen && <IconCheck size={16} />}
      onClick={choose}
    >
      {label}
    </Menu.Item>
  );
}
