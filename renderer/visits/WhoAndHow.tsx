// Who served, and how it was paid: as of last time until changed.

import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PAYMENTS, type VisitOffer } from '../../shared/visits/contract';
import { SplitPayment } from './SplitPayment';
import { StaffChoice } from './StaffChoice';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

export function WhoAndHow({ form, staff }: { readonly form: VisitForm; readonly staff: VisitOffer['staff'] }) {
  const { t } = useTranslation('visits');
  const { staffId, payment, payments } = form.values;
  return (
    <div className={classes.who}>
      <div className={classes.fieldLabel}>{t('staff')}</div>
      <div>
        {staff.length === 0 && <p className={classes.hint}>{t('noStaff')}</p>}
        {staff.length > 0 && (
          <StaffChoice label={t('staff')} staff={staff} value={staffId} onChange={(id) => form.change({ staffId: id })} />
        )}
      </div>
      <div className={classes.fieldLabel}>{t('payment')}</div>
      <div>
        {payments.length > 0 ? (
          <SplitPayment form={form} />
        ) : (
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('payment')}
            className={classes.payments}
            classNames={{ control: classes.payControl ?? '' }}
            data={PAYMENTS.map((one) => ({ value: one, label: t(`payments.${one}`) }))}
            value={payment ?? ''}
            onChange={(chosen) => form.change({ payment: PAYMENTS.find((one) => one === chosen) ?? null })}
          />
        )}
      </div>
    </div>
  );
}
