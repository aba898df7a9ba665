// Who did it: side by side while there are few, in a list when there are many.

import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VisitOffer } from '../../shared/visits/contract';
import { StaffMark } from '../staff/StaffMark';

/** More people than this are easier found in a list. */
const SIDE_BY_SIDE = 5;

export interface StaffChoiceProps {
  readonly label: string;
  readonly staff: VisitOffer['staff'];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

export function StaffChoice({ label, staff, value, onChange }: StaffChoiceProps) {
  const { t } = useTranslation('visits');
  const data = staff.map(({ id, name }) => ({ value: id, label: name }));
  if (staff.length <= SIDE_BY_SIDE)
    return (
      <SegmentedControl
        fullWidth
        aria-label={label}
        data={staff.map(({ id, name }) => ({ value: id, label: withMark(id, name) }))}
        value={value ?? ''}
        onChange={onChange}
      />
    );
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('close') }}
      aria-label={label}
      data={data}
      value={value}
      onChange={onChange}
      renderOption={({ option }) => withMark(option.value, option.label)}
    />
  );
}

function withMark(id: string, name: string) {
  return (
    <span>
      <StaffMark id={id} name={name} />
      {name}
    </span>
  );
}
