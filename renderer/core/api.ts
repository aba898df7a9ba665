// The typed client: `api.clients.list(input)`. Everything is derived from the contract; nothing is written down twice.

import type { AppContract, Input, Output, Path } from '../../shared/contract';
import type { Envelope, InputOf, Operation, OutputOf } from '../../shared/core/operation';
import { AppError, type ErrorBody } from '../../shared/errors';
import { bridge } from './bridge';

/** What a call gave, and the act it left in the journal when it was a command. */
export interface Answer<T> {
  readonly value: T;
  readonly act: string | null;
}

export type Api = {
  readonly [F in keyof AppContract]: {
    readonly [V in keyof AppContract[F]]: AppContract[F][V] extends infer Op extends Operation
      ? (input: InputOf<Op>) => Promise<OutputOf<Op>>
      : never;
  };
};

export const api: Api = new Proxy({} as Api, { get: (_, feature) => featureClient(String(feature)) });

/** One call across the bridge. Rejects with an AppError and with nothing else. */
export async function invoke<P extends Path>(path: P, input: Input<P>, callId?: string): Promise<Answer<Output<P>>> {
  const envelope = await send(path, input, callId);
  if (envelope.ok) return { value: envelope.value as Output<P>, act: envelope.act };
  // code and details come from one member of the union, which the class cannot see any more
  throw new AppError(envelope.error.code, envelope.error.details as never);
}

/** Whatever was thrown, as an error that has a sentence. */
export function asAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('unexpected', { reference: 'screen' }, { cause: error });
}

async function send(path: string, input: unknown, callId?: string): Promise<Envelope<unknown, ErrorBody>> {
  // main answers every call with an envelope, whatever happens there
  return (await bridge().call(path, input, callId)) as Envelope<unknown, ErrorBody>;
}

function featureClient(feature: string): object {
  return new Proxy({}, { get: (_, verb) => async (input: never) => (await invoke(`${feature}.${String(verb)}` as Path, input)).value });
}
