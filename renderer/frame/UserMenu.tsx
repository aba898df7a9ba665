// Who is signed in, and what belongs to them on this PC: changing over, looks, language, keys, lock.

import { Menu } from '@mantine/core';
import { IconChevronDown, IconKeyboard, IconLock, IconSettings, IconTrash, IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRoleName } from '../book/role-name';
import { openSwitch } from '../book/switch-store';
import { LANGUAGES } from '../core/language';
import { useQuery } from '../core/data';
import { Kbd } from '../core/ui/Kbd';
import { Avatar } from '../core/ui/parts';
import { useAppearance } from '../core/useAppearance';
import { useRights } from '../core/rights';
import { firstPage } from '../settings/pages';
import { openBin } from './bin-store';
import classes from './Frame.module.css';
import { lockBook } from './lock';
import { openShortcuts } from './shortcut-store';

const THEMES = ['light', 'dark', 'auto'] as const;

export function UserMenu() {
  const { t } = useTranslation('frame');
  const navigate = useNavigate();
  const session = useQuery('book.status', null).data?.session;
  const roleName = useRoleName();
  const { can } = useRights();
  const name = session?.name ?? '';
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className={classes.user}>
          <Avatar name={name} size={26} />
          <span className={classes.userName}>{name}</span> <span className={classes.role}>{session && roleName(session)}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUsers size={16} />} rightSection={<Kbd keys="Ctrl+U" />} onClick={openSwitch}>
          {t('menu.switch')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLock size={16} />} rightSection={<Kbd keys="Ctrl+L" />} onClick={() => void lockBook()}>
          {t('menu.lock')}
        </Menu.Item>
        <Menu.Divider />
        <Looks />
        <Menu.Divider />
        {can('clients.see') && (
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={openBin}>
            {t('menu.bin')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} />} rightSection={<Kbd keys="?" />} onClick={openShortcuts}>
          {t('menu.shortcuts')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSettings size={16} />}
          onClick={() => void navigate({ to: '/settings/$page', params: { page: firstPage(can) } })}
        >
          {t('menu.settings')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Looks() {
  const { t } = useTranslation('frame');
  const { appearance, change } = useAppearance();
  return (
    <>
      <Menu.Label>{t('menu.theme')}</Menu.Label>
      <Menu.RadioGroup
        value={appearance?.theme ?? 'auto'}
        onChange={(chosen) => change({ theme: THEMES.find((theme) => theme === chosen) ?? 'auto' })}
      >
        {THEMES.map((theme) => (
          <Menu.RadioItem key={theme} value={theme}>
            {t(`menu.${theme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Label>{t('menu.language')}</Menu.Label>
      <Menu.RadioGroup
        value={appearance?.language ?? 'zh-CN'}
        onChange={(chosen) => change({ language: LANGUAGES.find((language) => language === chosen) ?? 'zh-CN' })}
      >
        {LANGUAGES.map((language) => (
          <Menu.RadioItem key={language} value={language}>
            {t(`languages.${language}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
