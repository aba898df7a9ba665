// Words of showing what is hidden.

import type { Same } from '../core/language';

export const zh = {
  title: { contact: '为什么要看{{name}}的联系方式？', money: '为什么要看{{name}}的金额？', health: '为什么要看{{name}}的健康提醒？' },
  body: '理由会记进日志。只在这一页显示30秒。',
  reasons: {
    contact: { first: '确认预约', second: '客户来电核对', third: '联系不上，再试一次' },
    money: { first: '客户问消费', second: '核对账目', third: '处理退款' },
    health: { first: '准备今天的护理', second: '选产品前核对', third: '客户问起' },
  },
  reason: '理由',
  reasonHint: '选一个，或自己写',
  reasonMissing: '选一个理由，或写一句。',
  count: '今天已显示{{today}}次',
  countOf: '今天已显示{{today}}次，最多{{limit}}次',
  atLimit: '今天已显示{{limit}}次。要再看，请店长放行。',
  cancel: '不看了',
  act: '显示30秒',
  buttons: { contact: '显示', money: '显示金额', health: '显示提醒' },
  of: { contact: '显示{{name}}的联系方式', money: '显示{{name}}的金额', health: '显示{{name}}的健康提醒' },
  left: '{{count}}秒后遮住',
  hide: '现在遮住',
  hiddenAlerts: '内容被遮住。写理由可以看30秒。',
} as const;

export const en = {
  title: {
    contact: 'Why do you need the contact data of {{name}}?',
    money: 'Why do you need the amounts of {{name}}?',
    health: 'Why do you need the health alerts of {{name}}?',
  },
  body: 'The reason goes into the log. It is shown on this page only, for 30 seconds.',
  reasons: {
    contact: { first: 'Confirming a booking', second: 'Client is calling', third: 'Could not be reached' },
    money: { first: 'Client asks', second: 'Checking accounts', third: 'Refund' },
    health: { first: 'Preparing today’s treatment', second: 'Choosing products', third: 'Client asks' },
  },
  reason: 'Reason',
  reasonHint: 'Choose one, or write your own',
  reasonMissing: 'Choose a reason, or write one.',
  count: 'Shown {{today}} times today',
  countOf: 'Shown {{today}} of {{limit}} times today',
  atLimit: 'You have revealed {{limit}} today. Ask the manager to allow more.',
  cancel: 'Do not show',
  act: 'Show for 30 seconds',
  buttons: { contact: 'Show', money: 'Show amounts', health: 'Show alerts' },
  of: {
    contact: 'Show the contact data of {{name}}',
    money: 'Show the amounts of {{name}}',
    health: 'Show the health alerts of {{name}}',
  },
  left: 'hidden in {{count}} s',
  hide: 'Hide now',
  hiddenAlerts: 'The words are hidden. Give a reason to see them for 30 seconds.',
} as const satisfies Same<typeof zh>;
