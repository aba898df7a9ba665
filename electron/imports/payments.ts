// How a list names the means of payment, in the book's own words.

import type { Payment } from '../../shared/visits/contract';

const WORDS: readonly (readonly [Payment, RegExp])[] = [
  ['wechat', /微信|wechat/iu],
  ['alipay', /支付宝|支付寶|alipay/iu],
  ['cash', /现金|現金|cash|efectivo/iu],
  ['package', /次卡|疗程卡|套餐|package/iu],
  ['stored-value', /储值|儲值|会员卡|余额|扣卡|stored|balance|gift ?card/iu],
  ['card', /银行卡|刷卡|信用卡|借记卡|pos|card|visa|master|unionpay|tarjeta/iu],
  ['free', /免费|免單|免单|赠送|free|complimentary/iu],
];

/** 'other' for what the book has no word for; the list's own word is kept as a remark then. */
export function paymentOf(text: string | null): Payment | null {
  if (text === null) return null;
  return WORDS.find(([, words]) => words.test(text))?.[0] ?? 'other';
}
