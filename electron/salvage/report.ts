// What a salvage found, table by table: for the screen, and as text to keep.

import type { IsoInstant } from '../../shared/core/date';
import { SALVAGED_TABLES, SalvagedTable, type SalvageReport } from '../../shared/salvage/contract';
import type { Count } from './fill';
import type { Mended } from './mend';

export function linesOf(counts: ReadonlyMap<string, Count>, { dropped, stood }: Mended): SalvagedTable[] {
  const lines = new Map(SALVAGED_TABLES.map((table) => [table, { table, kept: 0, partly: 0, lost: 0, certain: true }]));
  for (const [name, count] of counts) {
    const line = lines.get(SalvagedTable.shape.table.safeParse(name).data ?? 'other');
    if (!line) continue;
    const gone = dropped.get(name) ?? 0;
    const standing = stood.get(name) ?? [];
    line.kept += count.kept - gone;
    line.partly += count.partly + standing.length;
    line.lost += count.lost.size + gone - standing.filter((id) => count.lost.has(id)).length;
    line.certain &&= count.certain;
  }
  return [...lines.values()];
}

/** For people: what could be read, what not, and where the damaged book is kept. */
export function reportText(report: SalvageReport, language: 'zh-CN' | 'en', moment: (at: IsoInstant) => string): string {
  const words = WORDS[language];
  const lines = [
    words.title,
    moment(report.at),
    '',
    words.pages(report.unreadable, report.pages),
    ...(report.logLost ? [words.logLost] : []),
    ...(report.unlinked > 0 ? [words.unlinked(report.unlinked)] : []),
    ...(report.aside === null ? [] : [words.aside(report.aside)]),
    '',
    words.columns.join('\t'),
    ...report.tables.map(({ table, kept, partly, lost, certain }) =>
      [words.tables[table], kept, partly, certain ? lost : words.atLeast(lost)].join('\t'),
    ),
    '',
    words.partly,
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const WORDS = {
  'zh-CN': {
    title: '熟客：抢救结果',
    pages: (bad: number, all: number) => `客户簿共${all}页，${bad}页读不出来。`,
    logLost: '最后几步写在日志里，日志读不出来。',
    unlinked: (count: number) => `有${count}处指向已丢失的内容，现在是空的。`,
    aside: (folder: string) => `损坏的客户簿原样留在文件夹 ${folder}。`,
    columns: ['内容', '完整', '只补回一部分', '丢失'],
    atLeast: (count: number) => `至少${count}`,
    partly: '只补回一部分：这一行所在的页坏了，索引里还有的写了回来，其余是空的。',
    tables: {
      client: '客户',
      client_phone: '电话',
      client_tag: '客户的标签',
      client_field_value: '店里自己的栏目',
      client_relation: '客户之间的关系',
      preference: '偏好和提醒',
      patch_test: '皮试',
      visit: '到店',
      visit_item: '到店的项目',
      follow_up: '回访',
      contact: '联系记录',
      photo: '照片',
      brought_over: '旧系统带来的',
      staff: '员工',
      service: '项目单',
      product: '产品单',
      other: '设置、账号和记录',
    },
  },
  en: {
    title: 'Shuke: result of the rescue',
    pages: (bad: number, all: number) => `The book has ${all} pages; ${bad} of them cannot be read.`,
    logLost: 'The last steps stood in a log that cannot be read.',
    unlinked: (count: number) => `${count} links led to what is lost and are empty now.`,
    aside: (folder: string) => `The damaged book is kept as it was in the folder ${folder}.`,
    columns: ['What', 'Whole', 'Only partly', 'Lost'],
    atLeast: (count: number) => `at least ${count}`,
    partly: 'Only partly: the page of the row is damaged; what the indexes still knew was written back, the rest is empty.',
    tables: {
      client: 'Clients',
      client_phone: 'Phones',
      client_tag: 'Tags of clients',
      client_field_value: 'The shop’s own fields',
      client_relation: 'Relations between clients',
      preference: 'Preferences and alerts',
      patch_test: 'Patch tests',
      visit: 'Visits',
      visit_item: 'Services of visits',
      follow_up: 'Follow-ups',
      contact: 'Contacts',
      photo: 'Photos',
      brought_over: 'Brought over',
      staff: 'Staff',
      service: 'Service list',
      product: 'Product list',
      other: 'Settings, accounts and records',
    },
  },
} as const;
