// Words of export 导出.

import type { Same } from '../core/language';

export const zh = {
  running: '正在导出Excel',
  written: '已导出{{rows}}行到“{{name}}”',
  show: '看文件',
  title: '把整本客户簿存成Excel',
  lead: '一个文件，每类一张工作表，按现在的内容写出。回收站里的不包括在内。',
  sheet: '工作表',
  holds: '里面有什么',
  sheets: {
    clients: '客户',
    clientsHolds: '编号、姓名、电话、微信、生日、等级、标签、提醒、到店次数和消费，一位一行',
    visits: '到店',
    visitsHolds: '日期、客户、项目、员工、付款、金额和备注，一次一行',
    followUps: '回访',
    followUpsHolds: '客户、类别、日期、谁来做、结果和说了什么，一条一行',
    preferences: '偏好',
    preferencesHolds: '提醒、喜欢、不喜欢和备注，谁在什么时候写的，一条一行',
  },
  formats: '电话存为文本，日期存为日期，金额存为数字；表头固定，可以直接筛选。',
  plain: '导出的Excel没有加密。放到安全的地方，用完请删掉。',
  start: '导出Excel',
  last: '刚才导出到“{{name}}”，共{{rows}}行',
  lists: '只要一部分：在客户页按筛选导出，在洞察页导出熟客名单。',
} as const;

export const en = {
  running: 'Exporting to Excel',
  written: '{{rows}} rows exported to “{{name}}”',
  written_one: '1 row exported to “{{name}}”',
  show: 'Show file',
  title: 'The whole book as an Excel file',
  lead: 'One file, a sheet for each kind of record, as the book stands now. What is in the bin is left out.',
  sheet: 'Sheet',
  holds: 'What it holds',
  sheets: {
    clients: 'Clients',
    clientsHolds: 'Number, name, phones, WeChat, birthday, tier, tags, alerts, visits and spend; a row each',
    visits: 'Visits',
    visitsHolds: 'Day, client, services, staff, payment, amount and note; a row each',
    followUps: 'Follow-ups',
    followUpsHolds: 'Client, kind, day, by whom, outcome and what was said; a row each',
    preferences: 'Preferences',
    preferencesHolds: 'Alerts, likes, dislikes and notes, by whom and when; a row each',
  },
  formats: 'Phones are text, dates are dates, amounts are numbers; the header is frozen and can be filtered.',
  plain: 'The Excel file is not encrypted. Keep it in a safe place and delete it after use.',
  start: 'Export to Excel',
  last: 'Just exported to “{{name}}”, {{rows}} rows',
  lists: 'For a part of it: filter on the clients page, or export the loyal clients from Insights.',
} as const satisfies Same<typeof zh>;
