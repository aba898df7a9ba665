// Who served, and how it was paid: as of last time until changed.

import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PAYMENTS, type VisitOffer } from '../../shared/visits/contract';
import type { VisitForm } from './useVisitForm';
import classes from './VisitPanel.module.css';

/** More people than this are easier found in a list. */
const SIDE_BY_SIDE = 5;

export function WhoAndHow({ form, staff }: { readonly form: VisitForm; readonly staff: VisitOffer['staff'] }) {
  const { t } = useTranslation('visits');
  const { staffId, payment } = form.values;
  return (
    <div className={classes.who}>
      <div className={classes.fieldLabel} id="visit-staff">
        {t('staff')}
      </div>
      <div>
        {staff.length === 0 && <p className={classes.hint}>{t('noStaff')}</p>}
        {staff.length > 0 && staff.length <= SIDE_BY_SIDE && (
          <SegmentedControl
            fullWidth
            aria-labelledby="visit-staff"
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={staffId ?? ''}
            onChange={(id) => form.change({ staffId: id })}
          />
        )}
        {staff.length > SIDE_BY_SIDE && (
          <Select
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('close') }}
            aria-labelledby="visit-staff"
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            value={staffId}
            onChange={(id) => form.change({ staffId: id })}
          />
        )}
      </div>
      <div className={classes.fieldLabel} id="visit-payment">
        {t('payment')}
      </div>
      <div>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby="visit-payment"
          className={classes.payments}
          classNames={{ control: classes.payControl ?? '' }}
          data={PAYMENTS.map((one) => ({ value: one, label: t(`payments.${one}`) }))}
          value={payment ?? ''}
          onChange={(chosen) => form.change({ payment: PAYMENTS.find((one) => one === chosen) ?? null })}
        />
      </div>
    </div>
  );
}
