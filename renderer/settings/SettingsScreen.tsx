// The settings of the shop and of this PC: the list of pages, then the page.

import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditPage } from '../audit/AuditPage';
import { useRights } from '../core/rights';
import { DictionaryPage } from '../fields/DictionaryPage';
import { FieldsPage } from '../fields/FieldsPage';
import { NotForYou } from '../frame/ForRole';
import { NotFound } from '../frame/NotFound';
import { AccountsPage } from '../people/AccountsPage';
import { PermissionsPage } from '../people/PermissionsPage';
import { ReviewMark } from '../people/ReviewNotice';
import { ReviewPage } from '../people/ReviewPage';
import { SafetyPage } from '../safety/SafetyPage';
import { TagsPage } from '../tags/TagsPage';
import { TiersPage } from '../tags/TiersPage';
import { AboutPage } from './AboutPage';
import { AppearancePage } from './AppearancePage';
import { LoyaltyPage } from './LoyaltyPage';
import { PAGE_NEEDS, SETTINGS, type SettingsPage } from './pages';
import { ProductsPage } from './ProductsPage';
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
  products: ProductsPage,
  fields: FieldsPage,
  dictionary: DictionaryPage,
  tags: TagsPage,
  tiers: TiersPage,
  loyalty: LoyaltyPage,
  accounts: AccountsPage,
  permissions: PermissionsPage,
  review: ReviewPage,
  audit: AuditPage,
  safety: SafetyPage,
  security: SecurityPage,
  appearance: AppearancePage,
  shortcuts: ShortcutsPage,
  about: AboutPage,
};

export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { page } = useParams({ from: '/settings/$page' });
  const { can } = useRights();
  const shown = (name: SettingsPage): boolean => can(PAGE_NEEDS[name] ?? 'signed-in');
  const Page = isPage(page) ? (shown(page) ? PAGES[page] : NotForYou) : NotFound;
  return (
    <div className={classes.screen}>
      <nav className={classes.nav} aria-labelledby="settings-title">
        <div className={classes.navTitle} id="settings-title">
          {t('title')}
        </div>
        {SETTINGS.filter(({ pages }) => pages.some(shown)).map(({ group, pages }) => (
          <section key={group}>
            <div className={classes.navGroup}>{t(`groups.${group}`)}</div>
            {pages.filter(shown).map((name) => (
              <Link key={name} to="/settings/$page" params={{ page: name }} className={classes.navItem}>
                {t(`pages.${name}`)}
                {name === 'review' && <ReviewMark />}
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
