// The settings of the shop and of this PC: the list of pages, then the page.

import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../frame/NotFound';
import { AboutPage } from './AboutPage';
import { AppearancePage } from './AppearancePage';
import { LoyaltyPage } from './LoyaltyPage';
import { SETTINGS, type SettingsPage } from './pages';
import { SecurityPage } from './SecurityPage';
import { ServicesPage } from './ServicesPage';
import classes from './Settings.module.css';
import { ShopPage } from './ShopPage';
import { ShortcutsPage } from './ShortcutsPage';
import { StaffPage } from './StaffPage';

const PAGES: Readonly<Record<SettingsPage, ComponentType>> = {
  shop: ShopPage,
  staff: StaffPage,
  services: ServicesPage,
  loyalty: LoyaltyPage,
  security: SecurityPage,
  appearance: AppearancePage,
  shortcuts: ShortcutsPage,
  about: AboutPage,
};

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { page } = useParams({ from: '/settings/$page' });
  const Page = isPage(page) ? PAGES[page] : NotFound;
  return (
    <div className={classes.screen}>
      <nav className={classes.nav} aria-labelledby="settings-title">
        <div className={classes.navTitle} id="settings-title">
          {t('title')}
        </div>
        {SETTINGS.map(({ group, pages }) => (
          <section key={group}>
            <div className={classes.navGroup}>{t(`groups.${group}`)}</div>
            {pages.map((name) => (
              <Link key={name} to="/settings/$page" params={{ page: name }} className={classes.navItem}>
                {t(`pages.${name}`)}
              </Link>
            ))}
          </section>
        ))}
      </nav>
      <div className={classes.body}>
        <Page />
      </div>
    </div>
  );
}

function isPage(page: string): page is SettingsPage {
  return page in PAGES;
}
