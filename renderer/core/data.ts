// How screens read and write: useQuery, useCommand, useJob. Errors arrive as AppError, changes refresh by themselves.

import { useQuery as useTanstackQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Input, OperationOf, Output, Path } from '../../shared/contract';
import type { Operation, OperationKind } from '../../shared/core/operation';
import type { AppError } from '../../shared/errors';
import { api, asAppError, invoke } from './api';
import { useEvent } from './events';
import { keepShown } from './queries';
import { showDone, showFailure } from './ui/toasts';

type PathOfKind<K extends OperationKind, P extends Path = Path> = P extends Path
  ? OperationOf<P> extends Operation<K>
    ? P
    : never
  : never;
export type QueryPath = PathOfKind<'query'>;
export type CommandPath = PathOfKind<'command'>;
export type JobPath = PathOfKind<'job'>;

export type Result<T> =
  { readonly ok: true; readonly value: T; readonly act: string | null } | { readonly ok: false; readonly error: AppError };

export interface QueryOptions {
  /** Keeps the last answer on screen while the next is fetched: for lists that change as one types, never for one record's page. */
  readonly keep?: boolean;
  readonly enabled?: boolean;
}

export function useQuery<P extends QueryPath>(path: P, input: Input<P>, options: QueryOptions = {}): UseQueryResult<Output<P>, AppError> {
  return useTanstackQuery<Output<P>, AppError>({
    queryKey: [path, input],
    queryFn: async () => (await invoke(path, input)).value,
    enabled: options.enabled ?? true,
    // the placeholder is the last answer to the same question asked with other words: same type
    ...(options.keep ? { placeholderData: keepShown as never } : {}),
  });
}

export interface CommandOptions<P extends CommandPath> {
  /** The sentence of the toast, which offers to undo; without it nothing is shown. */
  readonly say?: (value: Output<P>, input: Input<P>) => string;
  /** No undo in the toast. */
  readonly final?: boolean;
  /** The caller shows the error itself, beside the field. */
  readonly quiet?: boolean;
}

export interface Command<P extends CommandPath> {
  /** Never rejects. */
  run(input: Input<P>): Promise<Result<Output<P>>>;
  readonly busy: boolean;
  readonly error: AppError | null;
  forget(): void;
}

export function useCommand<P extends CommandPath>(path: P, options: CommandOptions<P> = {}): Command<P> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  async function run(input: Input<P>): Promise<Result<Output<P>>> {
    setBusy(true);
    const result = await attempt(path, input);
    setBusy(false);
    setError(result.ok ? null : result.error);
    if (!result.ok && !options.quiet) showFailure(result.error);
    if (result.ok && options.say) showDone(options.say(result.value, input), options.final ? null : result.act);
    return result;
  }
  return { run, busy, error, forget: () => setError(null) };
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
}

export interface Job<P extends JobPath> {
  /** Never rejects; a cancelled job gives the error 'bridge.cancelled'. */
  start(input: Input<P>): Promise<Result<Output<P>>>;
  cancel(): void;
  readonly running: boolean;
  readonly progress: Progress | null;
  readonly error: AppError | null;
  forget(): void;
}

export function useJob<P extends JobPath>(path: P): Job<P> {
  const callId = useRef<string | null>(null);
  const [state, setState] = useState<{ running: boolean; progress: Progress | null; error: AppError | null }>(IDLE);
  useEvent('job-progress', ({ callId: of, stage, done, total }) => {
    if (of === callId.current) setState((now) => ({ ...now, progress: { stage, done, total } }));
  });
  const start = useCallback(
    async (input: Input<P>): Promise<Result<Output<P>>> => {
      const id = crypto.randomUUID();
      callId.current = id;
      setState({ running: true, progress: null, error: null });
      const result = await attempt(path, input, id);
      if (callId.current === id) setState({ running: false, progress: null, error: result.ok ? null : result.error });
      return result;
    },
    [path],
  );
  const cancel = useCallback(() => cancelCall(callId.current), []);
  return { start, cancel, ...state, forget: () => setState(IDLE) };
}

const IDLE = { running: false, progress: null, error: null };

async function attempt<P extends Path>(path: P, input: Input<P>, callId?: string): Promise<Result<Output<P>>> {
  try {
    return { ok: true, ...(await invoke(path, input, callId)) };
  } catch (error) {
    return { ok: false, error: asAppError(error) };
  }
}

function cancelCall(callId: string | null): void {
  // a job that has just ended is not found any more, which is what was wanted
  if (callId !== null) void api.jobs.cancel({ callId }).catch(() => null);
}
