// Theme and language of this PC, and how to change them.

import { useQueryClient } from '@tanstack/react-query';
import type { Appearance } from '../../shared/settings/contract';
import { api } from './api';
import { useQuery } from './data';
import { showFailure } from './ui/toasts';

export interface AppearanceChoice {
  readonly appearance: Appearance | undefined;
  change(part: Partial<Appearance>): void;
}

export function useAppearance(): AppearanceChoice {
  const queries = useQueryClient();
  const appearance = useQuery('appearance.get', null).data;
  async function save(next: Appearance): Promise<void> {
    // seen at once; main only has to remember it
    queries.setQueryData(['appearance.get', null], next);
    try {
      await api.appearance.set(next);
    } catch (error) {
      showFailure(error);
    }
  }
  return { appearance, change: (part) => void (appearance && save({ ...appearance, ...part })) };
}
