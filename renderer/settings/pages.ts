// The pages of the settings, in groups, and what it takes to see one.

import type { Permission } from '../../shared/permissions';

export const SETTINGS = [
  { group: 'shop', pages: ['shop', 'staff', 'services', 'products', 'fields', 'dictionary', 'tags', 'tiers', 'loyalty'] },
  { group: 'safety', pages: ['accounts', 'permissions', 'review', 'audit', 'safety', 'security'] },
  { group: 'pc', pages: ['appearance', 'shortcuts', 'about'] },
] as const;

export type SettingsPage = (typeof SETTINGS)[number]['pages'][number];

/** Pages that are not there for everybody who is signed in. */
export const PAGE_NEEDS: Readonly<Partial<Record<SettingsPage, Permission>>> = {
  shop: 'settings.change',
  staff: 'settings.change',
  services: 'settings.change',
  products: 'settings.change',
  fields: 'settings.change',
  dictionary: 'clients.see',
  tags: 'settings.change',
  tiers: 'settings.change',
  loyalty: 'settings.change',
  accounts: 'people.see',
  permissions: 'people.see',
  review: 'people.see',
  audit: 'audit.see',
  safety: 'people.see',
};

/** Where somebody begins: the first page that is theirs. */
export function firstPage(can: (permission: Permission) => boolean): SettingsPage {
  const pages: readonly SettingsPage[] = SETTINGS.flatMap((group) => [...group.pages]);
  return pages.find((page) => can(PAGE_NEEDS[page] ?? 'signed-in')) ?? 'appearance';
}
