// Leaving a page with unsaved changes asks first. A lock does not ask: the changes are kept as a draft.

import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { confirm } from '../core/ui/confirm';

export function useLeaveGuard(changes: number, discard: () => Promise<void>): void {
  const { t } = useTranslation('people');
  useBlocker({
    shouldBlockFn: async () => {
      const leave = await confirm({
        title: t('leave.title', { count: changes }),
        body: t('leave.body'),
        safe: t('leave.stay'),
        act: t('leave.act'),
        danger: true,
      });
      if (leave) await discard();
      return !leave;
    },
    disabled: changes === 0,
    // a window that is being closed is not held up: the draft is there at the next start
    enableBeforeUnload: false,
  });
}
