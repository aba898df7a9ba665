// What the shop decides: region of its phones, when to lock, who counts as loyal.

import { cents } from '../../shared/core/money';
import { Region } from '../../shared/core/phone';
import type { AppContract } from '../../shared/contract';
import { LoyaltyRules } from '../../shared/loyalty/contract';
import { ShopSettings } from '../../shared/settings/contract';
import type { Context, Services } from '../core/context';
import type { Db } from '../core/database/database';
import { findSetting, saveSetting, saveShopName, shopNameOf } from './store';

export const DEFAULT_IDLE_MINUTES = 5;
const DEFAULT_REVIEW_MONTHS = 3;

const DEFAULT_LOYALTY: LoyaltyRules = {
  recencyDays: [30, 60, 90, 180],
  visits: [2, 4, 7, 12],
  loyalWithinDays: 60,
  loyalVisits: 7,
  loyalSpentCents: cents(0),
};

export const settingsService = {
  get: (_input, context) => shopSettings(context),
  change(changes, { db }) {
    for (const [key, value] of Object.entries(changes)) if (value !== undefined) saveSetting(db, key, value);
    return null;
  },
} satisfies Services<AppContract>['settings'];

/** In the book; the lock screen's is the vault's. */
export function renameShop(db: Db, name: string): void {
  saveShopName(db, name);
}

/** What other features keep of the shop's own in the book, by a key of theirs. */
export function settingOf(db: Db, key: string): unknown {
  return findSetting(db, key);
}

/** Inside an act. */
export function keepSetting(db: Db, key: string, value: unknown): void {
  saveSetting(db, key, value);
}

export function shopSettings({ db }: Pick<Context, 'db'>): ShopSettings {
  return {
    shopName: shopNameOf(db),
    region: Region.catch('CN').parse(findSetting(db, 'region')),
    idleMinutes: ShopSettings.shape.idleMinutes.catch(DEFAULT_IDLE_MINUTES).parse(findSetting(db, 'idleMinutes')),
    reviewMonths: ShopSettings.shape.reviewMonths.catch(DEFAULT_REVIEW_MONTHS).parse(findSetting(db, 'reviewMonths')),
    loyalty: LoyaltyRules.catch(DEFAULT_LOYALTY).parse(findSetting(db, 'loyalty')),
  };
}
