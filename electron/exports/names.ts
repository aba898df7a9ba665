// How the sheets and the files of exports are called, in both languages.

export const SHEETS = {
  'zh-CN': { clients: '客户', visits: '到店', followUps: '回访', preferences: '偏好', loyal: '熟客', late: '该回来的' },
  en: {
    clients: 'Clients',
    visits: 'Visits',
    followUps: 'Follow-ups',
    preferences: 'Preferences',
    loyal: 'Loyal clients',
    late: 'Expected back',
  },
} as const;

export const FILES = {
  'zh-CN': { book: '客户簿', clients: '客户名单', loyal: '熟客名单', 'follow-ups': '回访名单', late: '该回来的客人', type: 'Excel工作簿' },
  en: {
    book: 'Client book',
    clients: 'Clients',
    loyal: 'Loyal clients',
    'follow-ups': 'Follow-ups',
    late: 'Expected back',
    type: 'Excel workbook',
  },
} as const;
