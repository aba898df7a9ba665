// What a role is called: the built-in ones in the language of the interface, the shop's own by the name it was given.

import { useTranslation } from 'react-i18next';

/** As the contract names a role: `role` is a built-in key or an id, `roleName` the name of one of the shop's own. */
export interface RoleHolder {
  readonly role: string;
  readonly roleName: string | null;
}

const BUILT_IN = ['owner', 'manager', 'front-desk', 'therapist', 'reviewer', 'security-officer'] as const;

export function useRoleName(): (holder: RoleHolder) => string {
  const { t } = useTranslation('book');
  return ({ role, roleName }) => {
    const known = BUILT_IN.find((key) => key === role);
    return known ? t(`roles.${known}`) : (roleName ?? t('roles.other'));
  };
}
