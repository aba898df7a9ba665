// Words of the diagnostics: what is in the file, that nobody is in it, that it goes nowhere by itself.

import type { Same } from '../core/language';

export const zh = {
  title: '诊断包',
  hint: '熟客出了问题、要请人看看时用。里面没有客户、没有员工，也没有店名。',
  open: '做一份诊断包',
  lead: '文件里就是下面这些字，一个不多。没有姓名、电话和备注，也没有文件夹的路径。存好后留在这台电脑上，发不发给别人，自己决定。',
  collecting: '正在收集',
  counting: '正在数 {{done}} / {{total}}张表',
  again: '重新收集',
  files: {
    'app.txt': '电脑和版本',
    'book.txt': '客户簿的状态',
    'backups.txt': '备份的状态',
    'settings.txt': '设置',
    'log.txt': '出错记录',
  },
  text: '{{name}}的内容',
  save: '存成文件',
  saved: '已存好。',
  close: '关闭',
  cancel: '取消',
} as const;

export const en = {
  title: 'Diagnostics',
  hint: 'For when something is wrong with Shuke and somebody else is to look at it. No client, nobody of the staff and no shop name is in it.',
  open: 'Make a diagnostics file',
  lead: 'The file holds the texts below, word for word, and nothing more. No names, phones or notes, and no folder’s path. It stays on this PC; whether anybody gets it is up to you.',
  collecting: 'Collecting',
  counting: 'Counting table {{done}} of {{total}}',
  again: 'Collect again',
  files: {
    'app.txt': 'PC and versions',
    'book.txt': 'State of the book',
    'backups.txt': 'State of the backups',
    'settings.txt': 'Settings',
    'log.txt': 'What went wrong',
  },
  text: 'What is in {{name}}',
  save: 'Save as a file',
  saved: 'Saved.',
  close: 'Close',
  cancel: 'Cancel',
} as const satisfies Same<typeof zh>;
