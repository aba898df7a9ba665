// The pages of the settings, in groups.

export const SETTINGS = [
  { group: 'shop', pages: ['shop', 'staff', 'services', 'loyalty'] },
  { group: 'safety', pages: ['security'] },
  { group: 'pc', pages: ['appearance', 'shortcuts', 'about'] },
] as const;

export type SettingsPage = (typeof SETTINGS)[number]['pages'][number];
