// What stands on printed sheets, in both languages.

import type { ExportLanguage } from '../../shared/exports/contract';

export interface SheetWords {
  readonly card: string;
  readonly visits: string;
  readonly day: string;
  readonly consent: string;
  readonly loyal: string;
  readonly pdf: string;
  readonly inCharge: string;
  readonly phone: string;
  readonly birthday: string;
  readonly likes: string;
  readonly dislikes: string;
  readonly noAlerts: string;
  readonly notAsked: string;
  readonly hidden: string;
  readonly lastVisits: (count: number) => string;
  readonly noVisits: string;
  readonly formula: string;
  readonly today: string;
  readonly blanks: readonly string[];
  readonly allVisits: (count: number, spent: string) => string;
  readonly cols: { readonly date: string; readonly services: string; readonly staff: string; readonly amount: string };
  readonly refund: string;
  readonly discount: string;
  readonly expected: string;
  readonly client: string;
  readonly alerts: string;
  readonly greet: string;
  readonly say: string;
  readonly signed: string;
  readonly late: (days: number, every: number) => string;
  readonly hasBirthday: string;
  readonly nobody: string;
  readonly followUps: string;
  readonly noFollowUps: string;
  readonly more: (count: number) => string;
  readonly byHand: string;
  readonly byHandCols: readonly string[];
  readonly printedBy: (name: string, at: string) => string;
  readonly page: (number: string, total: string) => string;
  readonly shred: string;
  readonly keep: string;
  readonly colon: string;
  readonly comma: string;
}

export const WORDS: Readonly<Record<ExportLanguage, SheetWords>> = {
  'zh-CN': {
    card: '客户卡',
    visits: '到店记录',
    day: '今日单',
    consent: '个人信息同意书',
    loyal: '熟客名单',
    pdf: 'PDF文件',
    inCharge: '负责：',
    phone: '手机',
    birthday: '生日',
    likes: '喜欢',
    dislikes: '不喜欢',
    noAlerts: '问过，没有健康提醒',
    notAsked: '健康提醒还没问',
    hidden: '有健康提醒，请在电脑上看',
    lastVisits: (count) => `最近${count}次到店`,
    noVisits: '还没有到店记录',
    formula: '配方：',
    today: '今天',
    blanks: ['项目', '手法、用量、配方', '', '下次'],
    allVisits: (count, spent) => `共${count}次，累计${spent}`,
    cols: { date: '日期', services: '项目', staff: '员工', amount: '实收' },
    refund: '退款',
    discount: '优惠 ',
    expected: '今天留意',
    client: '客户',
    alerts: '健康提醒',
    greet: '招呼',
    say: '要说的',
    signed: '做完签名',
    late: (days, every) => `平时${every}天来一次，晚了${days}天`,
    hasBirthday: '今天生日',
    nobody: '今天没有要特别留意的客户',
    followUps: '今天的回访',
    noFollowUps: '今天没有要回访的',
    more: (count) => `还有${count}条，请在电脑上看`,
    byHand: '现写，收工前录入',
    byHandCols: ['时间', '客户', '项目', '员工', '实收', '下次'],
    printedBy: (name, at) => `${name}打印于${at}，没有完整手机号和住址`,
    page: (number, total) => `第${number}页，共${total}页`,
    shred: '用完请碎掉',
    keep: '签好请锁起来收着',
    colon: '：',
    comma: '，',
  },
  en: {
    card: 'Client card',
    visits: 'Visits',
    day: 'Day sheet',
    consent: 'Consent form',
    loyal: 'Loyal clients',
    pdf: 'PDF file',
    inCharge: 'Cared for by ',
    phone: 'Phone',
    birthday: 'Birthday',
    likes: 'Likes',
    dislikes: 'Dislikes',
    noAlerts: 'Asked: no health alerts',
    notAsked: 'Not asked about health alerts yet',
    hidden: 'Has a health alert: look it up on the PC',
    lastVisits: (count) => (count === 1 ? 'Last visit' : `Last ${count} visits`),
    noVisits: 'No visits yet',
    formula: 'Formula: ',
    today: 'Today',
    blanks: ['Services', 'How, how much, formula', '', 'Next time'],
    allVisits: (count, spent) => `${count} visits, ${spent} in all`,
    cols: { date: 'Date', services: 'Services', staff: 'Staff', amount: 'Taken' },
    refund: 'Refund',
    discount: 'Off ',
    expected: 'To have in mind today',
    client: 'Client',
    alerts: 'Health alerts',
    greet: 'Welcome with',
    say: 'To mention',
    signed: 'Done, signed',
    late: (days, every) => `comes every ${every} days, ${days} days late`,
    hasBirthday: 'birthday today',
    nobody: 'Nobody to have in mind especially today',
    followUps: 'Follow-ups of today',
    noFollowUps: 'No follow-ups today',
    more: (count) => `${count} more: see the PC`,
    byHand: 'By hand, to be entered before closing',
    byHandCols: ['Time', 'Client', 'Services', 'Staff', 'Taken', 'Next'],
    printedBy: (name, at) => `Printed by ${name}, ${at}, without full phones and addresses`,
    page: (number, total) => `page ${number} of ${total}`,
    shred: 'Please shred after use',
    keep: 'Keep it locked away once signed',
    colon: ': ',
    comma: ', ',
  },
};
