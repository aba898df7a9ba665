// The preview of a backup: a job by its length, a question by its nature. Asked once; leaving the page stops it.

import { useQuery as useTanstackQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../shared/errors';
import type { RestorePreview } from '../../shared/restore/contract';
import { api, invoke } from '../core/api';
import type { Progress } from '../core/data';
import { useEvent } from '../core/events';

export function usePreview(token: string) {
  const [callId] = useState(() => crypto.randomUUID());
  const [progress, setProgress] = useState<Progress | null>(null);
  useEvent('job-progress', ({ callId: of, stage, done, total }) => {
    if (of === callId) setProgress({ stage, done, total });
  });
  const { data, error, refetch } = useTanstackQuery<RestorePreview, AppError>({
    queryKey: ['restore.preview', token],
    queryFn: async ({ signal }) => {
      // a job that has just ended is not found any more, which is what was wanted
      signal.addEventListener('abort', () => void api.jobs.cancel({ callId }).catch(() => null));
      return (await invoke('restore.preview', { token }, callId)).value;
    },
    staleTime: 'static',
    gcTime: 0,
  });
  return { preview: data ?? null, error, progress, retry: () => void refetch() };
}
