// Moving a client between the shelves: archive, bin, and back. Each can be undone.

import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../core/data';
import { confirm } from '../core/ui/confirm';

export interface Shelf {
  archive(): Promise<void>;
  unarchive(): Promise<void>;
  remove(): Promise<void>;
  restore(): Promise<void>;
}

export function useShelf({ id, name }: { readonly id: string; readonly name: string }): Shelf {
  const { t } = useTranslation('clients');
  const navigate = useNavigate();
  const archive = useCommand('clients.archive', { say: () => t('said.archived', { name }) });
  const unarchive = useCommand('clients.unarchive', { say: () => t('said.unarchived', { name }) });
  const remove = useCommand('clients.remove', { say: () => t('said.removed', { name }) });
  const restore = useCommand('clients.restore', { say: () => t('said.restored', { name }) });
  return {
    archive: async () => void (await archive.run({ id })),
    unarchive: async () => void (await unarchive.run({ id })),
    restore: async () => void (await restore.run({ id })),
    remove: async () => {
      const sure = await confirm({
        title: t('remove.title', { name }),
        body: t('remove.body'),
        safe: t('remove.keep'),
        act: t('remove.act'),
        danger: true,
      });
      if (sure && (await remove.run({ id })).ok) void navigate({ to: '/clients' });
    },
  };
}
