// One sentence on what a role may do, made from its rights as they hold now: the owner can change them at any time.

import { useTranslation } from 'react-i18next';
import type { Role } from '../../shared/people/contract';
import { effective, reaches } from '../../shared/permissions';

export function useRoleSentence(): (role: Role) => string {
  const { t } = useTranslation('accounts');
  return ({ id, levels, ownClientsOnly }) => {
    if (id === 'owner') return t('may.owner');
    const held = effective(levels);
    const clients = held.clients !== 'none';
    const parts = [
      clients ? t(ownClientsOnly ? 'may.ownClients' : 'may.allClients') : t('may.noClients'),
      ...(clients ? [t(`may.contact.${held.contact}`), t(`may.health.${held.health}`)] : []),
      ...(held.visits === 'change' ? [t('may.visits')] : []),
      ...(clients ? [t(`may.money.${held.money}`)] : []),
      ...(held.export === 'change' ? [t('may.export')] : []),
      ...(reaches(held, 'audit', 'see') ? [t('may.audit')] : []),
      ...(reaches(held, 'people', 'see') ? [t('may.people')] : []),
    ];
    const sentence = parts.join(t('may.join'));
    return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}${t('may.end')}`;
  };
}
