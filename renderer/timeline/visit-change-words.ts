// What was changed of a visit, as people write it.

import { useTranslation } from 'react-i18next';
import { isIsoDate } from '../../shared/core/date';
import { HIDDEN } from '../../shared/core/marks';
import type { Cents } from '../../shared/core/money';
import type { VisitChange, VisitDetailChange } from '../../shared/visits/contract';
import { useFormat } from '../core/format';
import { useRights } from '../core/rights';
import { usePaymentText } from '../visits/usePaymentText';

type Line = Extract<VisitDetailChange, { kind: 'line' }>['from'];

export interface VisitChangeWords {
  /** 记下 · 从文件导入 · 撤销，改回了 */
  actOf(change: VisitChange): string;
  nameOf(detail: VisitDetailChange): string;
  sidesOf(detail: VisitDetailChange): { readonly from: string; readonly to: string };
}

export function useVisitChangeWords(): VisitChangeWords {
  const { t } = useTranslation('timeline');
  const format = useFormat();
  const paid = usePaymentText();
  const money = useHideableMoney();
  function actOf({ first, origin, undone }: VisitChange): string {
    const said =
      first && origin !== 'undo' ? t(origin === 'import' ? 'change.imported' : 'visitChange.recorded') : t(`change.origins.${origin}`);
    return undone ? format.list([said, t('change.undone')]) : said;
  }
  function lineText(line: Line): string {
    if (line === null) return t('change.nothing');
    const { name, quantity, priceCents, discountCents, staff } = line;
    const off = discountCents === 0 ? null : money(discountCents);
    const parts = [
      quantity === 1 ? name : `${name} ${t('times', { count: quantity })}`,
      money(priceCents),
      off === null ? null : t('discount', { amount: off }),
      staff,
    ];
    return parts.filter((part) => part !== null).join(' ');
  }
  function textOf(field: Extract<VisitDetailChange, { kind: 'text' }>['field'], value: string | null): string {
    if (value === null) return t('change.nothing');
    if (field === 'day' && isIsoDate(value)) return format.day(value);
    return field === 'payment' ? (paid({ payment: value, payments: [] }) ?? value) : value;
  }
  function sidesOf(detail: VisitDetailChange) {
    switch (detail.kind) {
      case 'text':
        return { from: textOf(detail.field, detail.from), to: textOf(detail.field, detail.to) };
      case 'amount':
        return { from: money(detail.from) ?? '', to: money(detail.to) ?? '' };
      case 'line':
        return { from: lineText(detail.from), to: lineText(detail.to) };
      case 'paid': {
        const said = (one: typeof detail.from) => (one === null ? t('change.nothing') : (paid({ payment: null, payments: [one] }) ?? ''));
        return { from: said(detail.from), to: said(detail.to) };
      }
    }
  }
  return { actOf, nameOf: (detail) => t(`visitChange.fields.${detail.kind === 'text' ? detail.field : detail.kind}`), sidesOf };
}

/** Stars where this person may know that there is an amount; nothing where there is none for them. */
function useHideableMoney(): (amount: Cents | null) => string | null {
  const format = useFormat();
  const { level } = useRights();
  return (amount) => {
    if (amount !== null) return format.money(amount);
    return level('money') === 'none' ? null : `¥ ${HIDDEN}`;
  };
}
