// What stands on the printed list of loyal clients, in both languages.

import type { ExportLanguage } from '../../shared/exports/contract';

interface LoyalWords {
  readonly title: (cell: boolean, count: number) => string;
  readonly between: (from: string, to: string) => string;
  readonly until: (to: string) => string;
  readonly rule: (days: number, visits: number) => string;
  readonly spentAtLeast: (amount: string) => string;
  readonly within: (after: number | null, days: number) => string;
  readonly longer: (days: number) => string;
  readonly times: (from: number, to: number | null) => string;
  readonly onlyTier: (tier: string) => string;
  readonly nobody: string;
  readonly more: (count: number) => string;
  readonly cols: Readonly<Record<'rank' | 'client' | 'number' | 'tier' | 'visits' | 'spent' | 'last' | 'trend' | 'staff', string>>;
  readonly comma: string;
}

export const LOYAL_WORDS: Readonly<Record<ExportLanguage, LoyalWords>> = {
  'zh-CN': {
    title: (cell, count) => `${cell ? '客户' : '熟客'}${count}位`,
    between: (from, to) => `${from}到${to}`,
    until: (to) => `开店以来，到${to}`,
    rule: (days, visits) => `${days}天内来过，到店${visits}次以上`,
    spentAtLeast: (amount) => `消费${amount}以上`,
    within: (after, days) => (after === null ? `${days}天内来过` : `上次来是${after + 1}到${days}天前`),
    longer: (days) => `超过${days}天没来`,
    times: (from, to) => (to === null ? `到店${from}次以上` : to === from ? `到店${from}次` : `到店${from}到${to}次`),
    onlyTier: (tier) => `只看${tier}`,
    nobody: '没有符合的客户',
    more: (count) => `还有${count}位，请在电脑上看`,
    cols: {
      rank: '#',
      client: '客户',
      number: '编号',
      tier: '等级',
      visits: '到店',
      spent: '消费',
      last: '上次到店',
      trend: '趋势',
      staff: '负责',
    },
    comma: '，',
  },
  en: {
    title: (cell, count) => `${count} ${cell ? '' : 'loyal '}${count === 1 ? 'client' : 'clients'}`,
    between: (from, to) => `${from} to ${to}`,
    until: (to) => `Since the beginning, until ${to}`,
    rule: (days, visits) => `came within ${days} days and at least ${visits} times`,
    spentAtLeast: (amount) => `spent at least ${amount}`,
    within: (after, days) => (after === null ? `came within ${days} days` : `last came ${after + 1} to ${days} days ago`),
    longer: (days) => `has not come for more than ${days} days`,
    times: (from, to) => (to === null ? `at least ${from} visits` : to === from ? `visits: ${from}` : `${from} to ${to} visits`),
    onlyTier: (tier) => `only ${tier}`,
    nobody: 'No client matches',
    more: (count) => `${count} more: see the PC`,
    cols: {
      rank: '#',
      client: 'Client',
      number: 'Number',
      tier: 'Tier',
      visits: 'Visits',
      spent: 'Spent',
      last: 'Last visit',
      trend: 'Trend',
      staff: 'Cared for by',
    },
    comma: ', ',
  },
};
