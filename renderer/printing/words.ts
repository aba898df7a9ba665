// Words of printing 打印.

import type { Same } from '../core/language';

export const zh = {
  open: '打印',
  title: '打印{{named}}',
  what: '打印什么',
  card: '客户卡',
  visits: '到店记录',
  day: '今日单',
  paper: '纸张',
  language: '语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  masked: '纸上只印手机后四位，不印住址；健康提醒会印出来，用完请碎掉。谁印的会记进审计日志。',
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
  day: 'Day sheet',
  paper: 'Paper',
  language: 'Language',
  languages: { 'zh-CN': '中文', en: 'English' },
  masked:
    'On paper a phone shows its last four digits only, and no address. Health alerts are printed: shred it after use. The audit log keeps who printed it.',
  pdfNote: 'A PDF is not encrypted: whoever has the file can read it.',
  print: 'Print',
  pdf: 'Save as PDF',
  cancel: 'Cancel',
  saved: 'Saved as “{{name}}”',
  show: 'Show file',
};
