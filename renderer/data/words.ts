// Words of the data page.

import type { Same } from '../core/language';

export const zh = { title: '数据', tabs: { import: '导入', export: '导出', backups: '备份' } } as const;

export const en = { title: 'Data', tabs: { import: 'Import', export: 'Export', backups: 'Backups' } } as const satisfies Same<typeof zh>;
