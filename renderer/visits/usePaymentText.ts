// How a visit was paid, in the words of the screen.

import { useTranslation } from 'react-i18next';
import { paymentText, type Paid } from '../../shared/visits/payment-text';
import { useFormat } from '../core/format';
import { knownPayment } from './payments';

export function usePaymentText(): (paid: Paid) => string | null {
  const { t } = useTranslation('visits');
  const format = useFormat();
  function nameOf(payment: string): string {
    const known = knownPayment(payment);
    return known === null ? payment : t(`payments.${known}`);
  }
  return (paid) => paymentText(paid, nameOf, format.money);
}
