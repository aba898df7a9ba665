// Whether an account can be used, as icon and word.

import { IconBan, IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../shared/people/contract';
import classes from './Accounts.module.css';

const ICONS = { active: IconCircleCheck, invited: IconKey, disabled: IconBan } as const;

export function AccountState({ state }: { readonly state: Account['state'] }) {
  const { t } = useTranslation('accounts');
  const StateIcon = ICONS[state];
  return (
    <span className={classes.state} data-state={state}>
      <StateIcon size={17} stroke={1.6} aria-hidden="true" />
      {t(`states.${state}`)}
    </span>
  );
}
