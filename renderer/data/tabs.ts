// The tabs of the data page, which an address can name.

export const DATA_TABS = ['import', 'export', 'backups'] as const;
export type DataTab = (typeof DATA_TABS)[number];

export function isDataTab(name: unknown): name is DataTab {
  return DATA_TABS.some((tab) => tab === name);
}
