// The tabs of the data page, which an address can name.

export const DATA_TABS = ['import', 'export', 'backups'] as const;

/** What it takes to see a tab. */
export const TAB_NEEDS = { import: 'import.change', export: 'export.change', backups: 'settings.change' } as const;

export type DataTab = (typeof DATA_TABS)[number];

export function isDataTab(name: unknown): name is DataTab {
  return DATA_TABS.some((tab) => tab === name);
}
