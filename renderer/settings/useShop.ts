// The shop's settings and how a change of one of them is saved at once.

import { useTranslation } from 'react-i18next';
import type { Input, Output } from '../../shared/contract';
import type { AppError } from '../../shared/errors';
import { useCommand, useQuery, type Result } from '../core/data';

export type Shop = Output<'settings.get'>;
export type ShopChange = Input<'settings.change'>;

export interface ShopSettings {
  readonly shop: Shop | undefined;
  readonly error: AppError | null;
  readonly retry: () => void;
  readonly change: (change: ShopChange) => Promise<Result<unknown>>;
}

export function useShop(): ShopSettings {
  const { t } = useTranslation('settings');
  const query = useQuery('settings.get', null);
  const save = useCommand('settings.change', { say: () => t('saved') });
  return { shop: query.data, error: query.error, retry: () => void query.refetch(), change: save.run };
}
