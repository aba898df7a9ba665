// Saving the matrix: all changes at once; asks for the owner's password when export or the audit log is loosened.

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors';
import type { Role } from '../../shared/people/contract';
import { useJob, useQuery } from '../core/data';
import { showDone, showFailure } from '../core/ui/toasts';
import { changedRoles, loosens, type Edits } from './permission-draft';

export interface PermissionSave {
  readonly busy: boolean;
  readonly save: () => void;
  /** The password is being asked for. */
  readonly asked: PasswordQuestion | null;
}

interface PasswordQuestion {
  readonly what: readonly ('export' | 'audit')[];
  readonly error: AppError | null;
  readonly save: (password: string) => void;
  readonly close: () => void;
}

export function usePermissionSave(roles: readonly Role[], edits: Edits, saved: () => Promise<void>): PermissionSave {
  const { t } = useTranslation('people');
  const job = useJob('people.saveRoles');
  const { refetch } = useQuery('people.roles', null);
  const [asking, setAsking] = useState(false);
  const what = loosens(roles, edits);
  async function send(password: string | null): Promise<void> {
    const result = await job.start({ roles: changedRoles(roles, edits), password });
    if (!result.ok) {
      if (result.error.code === 'people.password-needed') setAsking(true);
      else if (password === null) showFailure(result.error);
      return;
    }
    setAsking(false);
    // first the new state, then without the edits: nothing flickers back
    await refetch();
    await saved();
    showDone(t('foot.saved'));
  }
  function save(): void {
    if (job.running) return;
    job.forget();
    if (changedRoles(roles, edits).length === 0) return showDone(t('foot.nothing'));
    if (what.length > 0) return setAsking(true);
    void send(null);
  }
  const error = job.error?.code === 'people.password-needed' ? null : job.error;
  const question: PasswordQuestion = { what, error, save: (password) => void send(password), close: () => setAsking(false) };
  return { busy: job.running, save, asked: asking ? question : null };
}
