// Which staff record belongs to an account, if any.

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffId } from '../../shared/ids';
import { useQuery } from '../core/data';

export interface StaffChoiceProps {
  readonly value: StaffId | null;
  readonly onChange: (staff: { readonly id: StaffId; readonly name: string } | null) => void;
}

export function StaffChoice({ value, onChange }: StaffChoiceProps) {
  const { t } = useTranslation('accounts');
  const staff = useQuery('staff.list', { activeOnly: false }).data ?? [];
  const offered = staff.filter(({ active, id }) => active || id === value);
  return (
    <Select
      label={t('staff')}
      description={t('staffHint')}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      placeholder={t('noStaff')}
      data={[{ value: '', label: t('noStaff') }, ...offered.map(({ id, name }) => ({ value: id, label: name }))]}
      value={value ?? ''}
      allowDeselect={false}
      onChange={(id) => onChange(staff.find((one) => one.id === id) ?? null)}
    />
  );
}
