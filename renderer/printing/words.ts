// Words of printing 打印.

import type { Same } from '../core/language';

export const zh = {
  open: '打印',
  title: '打印{{named}}',
  what: '打印什么',
  card: '客户卡',
  visits: '到店记录',
  consent: '同意书',
  day: '今日单',
  loyal: '熟客名单',
  paper: '纸张',
  language: '语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  onPaper: {
    card: '纸上只印手机后四位，不印住址；健康提醒会印出来，用完请碎掉。',
    visits: '纸上只印手机后四位，不印住址；健康提醒会印出来，用完请碎掉。',
    day: '纸上只印手机后四位，不印住址；健康提醒会印出来，用完请碎掉。',
    loyal: '标准和日期印在最上面，不印电话；按现在选的时间、等级和格子来印，用完请碎掉。',
    consent: '印出来请客户自己勾、自己签。签好的纸请收着，勾了什么不会记进客户簿。',
  },
  logged: '谁印的会记进审计日志。',
  pdfNote: 'PDF是没有加密的文件，谁拿到都能看。',
  print: '打印',
  pdf: '存为PDF',
  cancel: '取消',
  saved: '已存为“{{name}}”',
  show: '看文件',
};

export const en: Same<typeof zh> = {
  open: 'Print',
  title: 'Print: {{named}}',
  what: 'What to print',
  card: 'Client card',
  visits: 'Visits',
  consent: 'Consent form',
  day: 'Day sheet',
  loyal: 'Loyal clients',
  paper: 'Paper',
  language: 'Language',
  languages: { 'zh-CN': '中文', en: 'English' },
  onPaper: {
    card: 'On paper a phone shows its last four digits only, and no address. Health alerts are printed: shred it after use. ',
    visits: 'On paper a phone shows its last four digits only, and no address. Health alerts are printed: shred it after use. ',
    day: 'On paper a phone shows its last four digits only, and no address. Health alerts are printed: shred it after use. ',
    loyal:
      'Thresholds and dates stand on top, phones are left out. It is the list as chosen by period, tier and cell: shred it after use. ',
    consent: 'For the client to tick and sign by hand. Keep the signed paper: what was ticked is not written into the book. ',
  },
  logged: 'The audit log keeps who printed it. ',
  pdfNote: 'A PDF is not encrypted: whoever has the file can read it.',
  print: 'Print',
  pdf: 'Save as PDF',
  cancel: 'Cancel',
  saved: 'Saved as “{{name}}”',
  show: 'Show file',
};
