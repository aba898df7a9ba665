// What stands in the exported files, in both languages; the client titles are ones that an import recognises.

import type { Gender } from '../../shared/clients/contract';
import type { ExportLanguage } from '../../shared/exports/contract';
import type { FollowUp, FollowUpKind, Outcome } from '../../shared/follow-ups/contract';
import type { Trend } from '../../shared/loyalty/contract';
import type { PreferenceKind } from '../../shared/preferences/contract';
import type { Payment } from '../../shared/visits/contract';

export type Language = ExportLanguage;

const zh = {
  number: '客户编号',
  name: '姓名',
  nickname: '昵称',
  gender: '性别',
  birthday: '生日',
  phone: '手机',
  phone2: '其他电话',
  wechat: '微信号',
  email: '邮箱',
  address: '地址',
  source: '来源',
  referrer: '介绍人',
  occupation: '职业',
  staff: '员工',
  tier: '等级',
  tags: '标签',
  visits: '到店次数',
  spent: '累计消费',
  firstVisit: '首次到店',
  lastVisit: '上次到店',
  balance: '储值余额',
  bonus: '赠送余额',
  package: '次卡',
  sessions: '剩余次数',
  alerts: '健康提醒',
  likes: '喜欢',
  dislikes: '不喜欢',
  notes: '备注',
  shelf: '状态',
  date: '日期',
  time: '时间',
  services: '项目',
  amount: '实收',
  discount: '优惠',
  payment: '支付方式',
  visitNumber: '单号',
  note: '备注',
  due: '回访日期',
  kind: '类型',
  what: '回访内容',
  state: '状态',
  outcome: '结果',
  outcomeNote: '回访记录',
  closedAt: '完成时间',
  closedBy: '完成人',
  text: '内容',
  detail: '说明',
  author: '记录人',
  writtenAt: '记录时间',
  rank: '名次',
  periodVisits: '期内到店',
  periodSpent: '期内消费',
  sinceDays: '距今天数',
  everyDays: '平时几天一次',
  expectedOn: '应到日期',
  lateDays: '晚了几天',
  trend: '趋势',
} as const;

export type Title = keyof typeof zh;

const en: Readonly<Record<Title, string>> = {
  number: 'Client number',
  name: 'Name',
  nickname: 'Nickname',
  gender: 'Gender',
  birthday: 'Birthday',
  phone: 'Phone',
  phone2: 'Other phones',
  wechat: 'WeChat',
  email: 'Email',
  address: 'Address',
  source: 'Source',
  referrer: 'Referrer',
  occupation: 'Occupation',
  staff: 'Staff',
  tier: 'Tier',
  tags: 'Tags',
  visits: 'Visits',
  spent: 'Total spend',
  firstVisit: 'First visit',
  lastVisit: 'Last visit',
  balance: 'Balance',
  bonus: 'Bonus',
  package: 'Package',
  sessions: 'Sessions left',
  alerts: 'Health alerts',
  likes: 'Likes',
  dislikes: 'Dislikes',
  notes: 'Notes',
  shelf: 'State',
  date: 'Date',
  time: 'Time',
  services: 'Services',
  amount: 'Amount',
  discount: 'Discount',
  payment: 'Payment',
  visitNumber: 'Receipt no.',
  note: 'Note',
  due: 'Due',
  kind: 'Kind',
  what: 'What to ask',
  state: 'State',
  outcome: 'Outcome',
  outcomeNote: 'What was said',
  closedAt: 'Closed at',
  closedBy: 'Closed by',
  text: 'Text',
  detail: 'Detail',
  author: 'Written by',
  writtenAt: 'Written at',
  rank: 'Rank',
  periodVisits: 'Visits in period',
  periodSpent: 'Spent in period',
  sinceDays: 'Days since',
  everyDays: 'Comes every (days)',
  expectedOn: 'Expected on',
  lateDays: 'Days late',
  trend: 'Trend',
};

export const TITLES: Readonly<Record<Language, Readonly<Record<Title, string>>>> = { 'zh-CN': zh, en };

interface Values {
  readonly gender: Readonly<Record<Gender, string>>;
  readonly payment: Readonly<Record<Payment, string>>;
  readonly followUpKind: Readonly<Record<FollowUpKind, string>>;
  readonly followUpState: Readonly<Record<FollowUp['state'], string>>;
  readonly outcome: Readonly<Record<Outcome, string>>;
  readonly preference: Readonly<Record<PreferenceKind, string>>;
  readonly trend: Readonly<Record<Trend, string>>;
  readonly shelf: { readonly current: string; readonly archived: string };
  readonly yesNo: { readonly yes: string; readonly no: string };
  /** Between the entries of one cell. */
  readonly comma: string;
  readonly colon: string;
  /** At the end of a text too long for a cell of Excel. */
  readonly cut: string;
}

export const VALUES: Readonly<Record<Language, Values>> = {
  'zh-CN': {
    gender: { female: '女', male: '男' },
    payment: {
      wechat: '微信',
      alipay: '支付宝',
      cash: '现金',
      card: '刷卡',
      'stored-value': '储值',
      package: '次卡',
      free: '免单',
      other: '其他',
    },
    followUpKind: {
      'after-service': '护理后',
      'first-visit': '新客',
      rebook: '邀约',
      birthday: '生日',
      missed: '久未来',
      package: '次卡',
      complaint: '投诉',
      verify: '核对',
      other: '其他',
    },
    followUpState: { open: '待回访', done: '已完成', dropped: '不再跟进' },
    outcome: { well: '都好', booked: '已约', 'no-answer': '没接通', problem: '有问题', other: '其他' },
    preference: {
      allergy: '过敏',
      contraindication: '禁忌',
      pregnancy: '孕期',
      skin: '皮肤',
      medication: '用药',
      condition: '病史',
      like: '喜欢',
      dislike: '不喜欢',
      note: '备注',
    },
    trend: { up: '升', level: '平', down: '降', new: '新' },
    shelf: { current: '在册', archived: '已归档' },
    yesNo: { yes: '是', no: '否' },
    comma: '、',
    colon: '：',
    cut: '……（太长，全文在客户簿里）',
  },
  en: {
    gender: { female: 'Female', male: 'Male' },
    payment: {
      wechat: 'WeChat',
      alipay: 'Alipay',
      cash: 'Cash',
      card: 'Card',
      'stored-value': 'Stored value',
      package: 'Package',
      free: 'Free',
      other: 'Other',
    },
    followUpKind: {
      'after-service': 'After care',
      'first-visit': 'First visit',
      rebook: 'Rebook',
      birthday: 'Birthday',
      missed: 'Not seen lately',
      package: 'Package',
      complaint: 'Complaint',
      verify: 'Verify',
      other: 'Other',
    },
    followUpState: { open: 'Open', done: 'Done', dropped: 'Dropped' },
    outcome: { well: 'All well', booked: 'Booked', 'no-answer': 'No answer', problem: 'A problem', other: 'Other' },
    preference: {
      allergy: 'Allergy',
      contraindication: 'Contraindication',
      pregnancy: 'Pregnancy',
      skin: 'Skin',
      medication: 'Medication',
      condition: 'Condition',
      like: 'Likes',
      dislike: 'Dislikes',
      note: 'Note',
    },
    trend: { up: 'Up', level: 'Level', down: 'Down', new: 'New' },
    shelf: { current: 'Current', archived: 'Archived' },
    yesNo: { yes: 'Yes', no: 'No' },
    comma: ', ',
    colon: ': ',
    cut: '… (too long; the whole text is in the book)',
  },
};

/** The word for a stored value; what an import brought along word for word stays as it is. */
export function wordFor(words: Readonly<Record<string, string>>, stored: string | null): string | null {
  return stored === null ? null : (words[stored] ?? stored);
}
