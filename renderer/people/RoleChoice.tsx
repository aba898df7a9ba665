// Which role somebody has, with one sentence on what that lets them do.

import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoleId } from '../../shared/ids';
import type { Role } from '../../shared/people/contract';
import { useRoleName } from '../book/role-name';
import { useRoleSentence } from './useRoleSentence';

export interface RoleChoiceProps {
  readonly roles: readonly Role[];
  readonly value: RoleId;
  readonly onChange: (role: Role) => void;
  readonly disabled?: boolean;
  readonly error?: string | undefined;
}

export function RoleChoice({ roles, value, onChange, disabled = false, error }: RoleChoiceProps) {
  const { t } = useTranslation('accounts');
  const roleName = useRoleName();
  const sentence = useRoleSentence();
  const chosen = roles.find(({ id }) => id === value);
  return (
    <Select
      label={t('role')}
      description={chosen && sentence(chosen)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={roles.map(({ id, name }) => ({ value: id, label: roleName({ role: id, roleName: name }) }))}
      value={value}
      allowDeselect={false}
      disabled={disabled}
      error={error}
      onChange={(id) => {
        const role = roles.find((one) => one.id === id);
        if (role && role.id !== value) onChange(role);
      }}
    />
  );
}
