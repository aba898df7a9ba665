// Words of the foundation: states, toasts, dialogs, dates. Features have their own words.ts.

import type { Same } from './language';

export const zh = {
  undo: '撤销',
  undone: '已撤销',
  close: '关闭',
  cancel: '取消',
  retry: '再试一次',
  loading: '正在载入',
  missing: '没填',
  colon: '：',
  hidden: '已隐藏',
  failed: '这一页没有载入',
  crashed: '这一页出了差错',
  crashedBody: '客户簿完好，已保存的都在。回到今日再试，或重新打开这一页。',
  backToToday: '回到今日',
  reload: '重新打开这一页',
  shortcuts: { title: '快捷键', here: '这一页', everywhere: '到处可用', hint: '全部快捷键', letters: '单个字母在没有输入框时起作用。' },
  alerts: {
    allergy: '过敏',
    contraindication: '禁忌',
    pregnancy: '孕期',
    skin: '皮肤',
    medication: '用药',
    condition: '病史',
    hidden: '有健康提醒',
  },
  keys: { Space: '空格' },
  strip: { sentence: '{{count}}次到店', expected: '应到{{day}}', today: '今天' },
  progress: '{{done}} / {{total}}',
  calendar: { previous: '上个月', next: '下个月', months: '选月份', clear: '清除日期' },
} as const;

/** The kinds of health alerts that have a word. */
export type AlertKind = keyof (typeof zh)['alerts'];

export const en = {
  undo: 'Undo',
  undone: 'Undone',
  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  loading: 'Loading',
  missing: 'not given',
  colon: ': ',
  hidden: 'hidden',
  failed: 'This page did not load',
  crashed: 'Something went wrong on this page',
  crashedBody: 'Your book is fine and everything saved is still there. Go back to Today, or open this page again.',
  backToToday: 'Back to Today',
  reload: 'Open this page again',
  shortcuts: {
    title: 'Shortcuts',
    here: 'On this page',
    everywhere: 'Everywhere',
    hint: 'All shortcuts',
    letters: 'Single letters work while you are not typing.',
  },
  alerts: {
    allergy: 'Allergy',
    contraindication: 'Contraindication',
    pregnancy: 'Pregnancy',
    skin: 'Skin',
    medication: 'Medication',
    condition: 'Condition',
    hidden: 'Health alert',
  },
  keys: { Space: 'Space' },
  strip: { sentence: '{{count}} visits', sentence_one: '{{count}} visit', expected: 'expected {{day}}', today: 'Today' },
  progress: '{{done}} / {{total}}',
  calendar: { previous: 'Previous month', next: 'Next month', months: 'Choose the month', clear: 'Clear the date' },
} as const satisfies Same<typeof zh>;
