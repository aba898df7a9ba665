// The shop's own fields that are in use, and which of the standard ones it insists on.

import type { ClientField, RequirableField } from '../../shared/fields/contract';
import { useQuery } from '../core/data';

export interface ShopFields {
  /** In the shop's order. */
  readonly own: readonly ClientField[];
  readonly required: readonly RequirableField[];
}

/** Undefined until it is known. */
export function useFields(): ShopFields | undefined {
  const { data } = useQuery('fields.list', null);
  return data && { own: data.fields.filter(({ removedAt }) => removedAt === null), required: data.required };
}
