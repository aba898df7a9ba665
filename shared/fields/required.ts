// Which of the fields the owner insists on are still empty. Nobody is asked for what they may not write.

import type { ClientDraftInput } from '../clients/contract';
import type { RequirableField } from './contract';

export interface MayWrite {
  readonly contact: boolean;
  readonly health: boolean;
}

type Asked = Omit<ClientDraftInput, 'fields'> & { readonly referredById?: string | null | undefined };

const CONTACT: ReadonlySet<RequirableField> = new Set(['phone', 'wechat', 'email', 'address']);

export function missingOf(required: readonly RequirableField[], draft: Asked, may: MayWrite): readonly RequirableField[] {
  return required.filter((field) => isAsked(field, may) && !isFilled(field, draft));
}

export function isAsked(field: RequirableField, { contact, health }: MayWrite): boolean {
  if (field === 'alerts') return health;
  return contact || !CONTACT.has(field);
}

function isFilled(field: RequirableField, draft: Asked): boolean {
  switch (field) {
    case 'phone':
      return draft.phones.length > 0;
    case 'alerts':
      return draft.askedNoAlerts || draft.alerts.length > 0;
    case 'tags':
      return draft.tags.length > 0;
    case 'tier':
      return draft.tierId !== null;
    case 'staff':
      return draft.staffId !== null;
    case 'referrer':
      return (draft.referrer ?? '').trim() !== '' || (draft.referredById ?? null) !== null;
    default:
      return (draft[field] ?? '').trim() !== '';
  }
}
