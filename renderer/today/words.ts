// Words of Today 今日.

import type { Same } from '../core/language';

export const zh = {
  title: '今日',
  figures: { visitsToday: '今日到店', visitsMonth: '本月到店', newMonth: '本月新客', takenMonth: '本月实收' },
  late: {
    title: '该回来的客人',
    expected: '应到',
    today: '今天',
    all: '共{{count}}位',
    every: '每{{every}}天一次，已{{since}}天',
    by: '晚{{count}}天',
    strip: '{{name}}每{{every}}天来一次，应到{{day}}，晚了{{late}}天',
    none: '没有比自己的节奏晚来的客人。',
  },
  birthdays: { title: '生日', within: '未来30天', today: '今天', more: '还有{{count}}位', none: '未来30天没有人过生日。' },
  recent: { title: '最近打开', none: '打开过的客户会排在这里。' },
  allDone: { title: '今天的回访都做完了', next: '下一条在{{day}}。', none: '暂时没有约定的回访。', promise: '约一条回访' },
  moreLines: '再看{{count}}条',
  acts: {
    of: '{{name}}：可以做的事',
    call: '打电话',
    promise: '约回访',
    promiseTo: '和{{name}}约一次回访',
    visit: '记到店',
    close: '关闭',
  },
  first: {
    title: '从第一位客户开始',
    body: '把老名单从Excel导进来，或先记下今天到店的第一位。客户簿加密保存在这台电脑上。',
    import: '导入名单',
    add: '新客户',
    note: '导入前会逐行检查，确认之前什么都不写入；整批可以撤销。',
  },
} as const;

export const en = {
  title: 'Today',
  figures: { visitsToday: 'Visits today', visitsMonth: 'Visits this month', newMonth: 'New this month', takenMonth: 'Taken this month' },
  late: {
    title: 'Expected back',
    expected: 'expected',
    today: 'today',
    all: '{{count}} in all',
    every: 'Every {{every}} days, now {{since}}',
    by: '{{count}} days late',
    by_one: '{{count}} day late',
    strip: '{{name}} comes every {{every}} days, was expected on {{day}}, {{late}} days late',
    none: 'Nobody is later than their own rhythm.',
  },
  birthdays: {
    title: 'Birthdays',
    within: 'next 30 days',
    today: 'today',
    more: '{{count}} more',
    none: 'No birthdays in the next 30 days.',
  },
  recent: { title: 'Opened lately', none: 'Clients you open are listed here.' },
  allDone: {
    title: 'All of today’s follow-ups are done',
    next: 'The next one is on {{day}}.',
    none: 'No follow-up is promised for now.',
    promise: 'Promise a follow-up',
  },
  moreLines: 'Show {{count}} more',
  acts: {
    of: '{{name}}: what can be done',
    call: 'Call',
    promise: 'Promise a follow-up',
    promiseTo: 'Promise {{name}} a follow-up',
    visit: 'Record visit',
    close: 'Close',
  },
  first: {
    title: 'Start with the first client',
    body: 'Import your list from Excel, or add the first one who came in today. The book is kept on this PC, encrypted.',
    import: 'Import a list',
    add: 'New client',
    note: 'Every row is checked first; nothing is written until you confirm, and the whole batch can be undone.',
  },
} as const satisfies Same<typeof zh>;
