// The wording of the consent form, in both languages: plain enough to be read at the desk, complete enough for 个人信息保护法 (articles 14, 15, 17, 29, 31).

import type { ExportLanguage } from '../../shared/exports/contract';

export interface Purpose {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  /** Sensitive data are agreed to apart, with a signature of their own; null for the rest. */
  readonly own: string | null;
}

interface ConsentWords {
  readonly intro: (shop: string) => string;
  readonly purposes: readonly Purpose[];
  readonly reach: { readonly lead: string; readonly ways: readonly string[]; readonly offers: string };
  readonly keeping: string;
  readonly withdraw: string;
  readonly contact: string;
  readonly client: string;
  readonly date: string;
  readonly underAge: string;
  readonly guardian: string;
  readonly relation: string;
  readonly staff: string;
}

export const CONSENT_WORDS: Readonly<Record<ExportLanguage, ConsentWords>> = {
  'zh-CN': {
    intro: (shop) => `“${shop}”想把下面这些记下来，好把您照顾得更周到。每一项由您自己定：愿意就打勾，不愿意就空着，不会因此不接待您。`,
    purposes: [
      {
        title: '护理记录',
        what: '记：姓名、联系方式、生日、您的喜好，做过的项目、用过的产品和配方、付款。',
        why: '用来：安排和做好项目、售后、对账，下次来不用从头说起。',
        own: null,
      },
      {
        title: '健康信息（敏感信息，单独同意）',
        what: '记：过敏和禁忌、皮肤和头皮的情况、怀孕和用药、皮试结果。',
        why: '用来：避开会伤到您的产品和做法。不说也可以，只是有些项目为了安全不能给您做。这些一旦外泄可能让您难堪，所以另外加密，只给需要的员工看。',
        own: '同意请在这里签名：',
      },
      {
        title: '照片（单独同意）',
        what: '拍：做项目前后的照片，只留在客户簿里。',
        why: '用来：前后对比，下次接着做。不给店外的人看，不做宣传；要用来宣传会另外问您。',
        own: '同意请在这里签名：',
      },
    ],
    reach: {
      lead: '可以这样联系您，提醒到店、做完回访、问候生日（可以多选）：',
      ways: ['电话', '微信', '短信', '邮件'],
      offers: '也可以用上面勾选的方式发优惠和活动',
    },
    keeping: '记在本店自己的电脑里，加密保存，不卖，不给店外的人，法律要求的除外。保存到最后一次到店后______年。',
    withdraw:
      '您随时可以改主意：跟员工说一声，或用下面的方式找我们，就能查看、更正、拿走副本、删除或撤回同意，不收钱。撤回以前已经做的不受影响。',
    contact: '本店负责人和联系方式：',
    client: '客户签名：',
    date: '日期：',
    underAge: '客户未满14周岁的，由父母或其他监护人看过、同意并签名：',
    guardian: '监护人签名和电话：',
    relation: '与客户的关系：',
    staff: '经手员工：',
  },
  en: {
    intro: (shop) =>
      `${shop} would like to keep the following in order to look after you well. Each point is yours to decide: tick what you agree to and leave the rest empty. You will be served either way.`,
    purposes: [
      {
        title: 'Care record',
        what: 'What: name, contact details, birthday, what you like, treatments, products and formulas used, payments.',
        why: 'Why: to plan and do treatments well, for questions afterwards and our accounts, and so that you need not start from the beginning next time.',
        own: null,
      },
      {
        title: 'Health data (sensitive, agreed to separately)',
        what: 'What: allergies and contraindications, condition of skin and scalp, pregnancy and medication, patch tests.',
        why: 'Why: to avoid products and methods that would harm you. You need not tell us; then some treatments cannot be done safely. If they leaked it could embarrass you, so they are encrypted apart and shown only to staff who need them.',
        own: 'If you agree, sign here:',
      },
      {
        title: 'Photos (agreed to separately)',
        what: 'What: photos before and after a treatment, kept in the client book only.',
        why: 'Why: to compare and to carry on next time. They are shown to nobody outside the shop and not used for publicity; for that we would ask you again.',
        own: 'If you agree, sign here:',
      },
    ],
    reach: {
      lead: 'You may reach me for reminders, follow-ups and birthday wishes by:',
      ways: ['Phone', 'WeChat', 'SMS', 'E-mail'],
      offers: 'Offers and events too, by what is ticked above',
    },
    keeping:
      'It is kept encrypted on a computer of the shop, not sold, and given to nobody outside the shop unless the law demands it. It is kept until ______ years after the last visit.',
    withdraw:
      'You can change your mind at any time: tell any of the staff, or reach us as below, to see, correct, copy or delete your data or to withdraw your consent, free of charge. What was done before stays lawful.',
    contact: 'Person in charge and how to reach us:',
    client: 'Signature of the client:',
    date: 'Date:',
    underAge: 'If the client is under 14, a parent or guardian has read this, agrees and signs:',
    guardian: 'Signature and phone of the guardian:',
    relation: 'Relation to the client:',
    staff: 'Received by:',
  },
};
