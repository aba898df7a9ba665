// The three words of the bridge: query, command, job. An operation is data; every type and every check is derived from it.

import type { z } from 'zod';

export type OperationKind = 'query' | 'command' | 'job';

/**
 * One operation of the contract.
 * `permission` is what a session must hold; the word 'anyone' means it also works while the book is closed and gets no database.
 * `audited` commands run in an act of the journal; every act that changed something is in the audit log.
 * `always`: it is in the audit log also when it changed no row.
 * `unmasked`: its whole purpose is to show what is masked otherwise; it counts and logs that itself.
 */
export interface Operation<
  K extends OperationKind = OperationKind,
  P extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K;
  readonly permission: P;
  readonly audited: boolean;
  readonly always: boolean;
  readonly unmasked: boolean;
  readonly input: I;
  readonly output: O;
}

type Spec<P extends string, I extends z.ZodType, O extends z.ZodType> = {
  permission: P;
  input: I;
  output: O;
  audited?: boolean;
  always?: boolean;
  unmasked?: boolean;
};

/** Reads; never writes. */
export function query<const P extends string, I extends z.ZodType, O extends z.ZodType>(spec: Spec<P, I, O>): Operation<'query', P, I, O> {
  return { kind: 'query', audited: false, always: false, unmasked: false, ...spec };
}

/** Writes: synchronous, in one transaction opened by dispatch, one act in the journal. */
export function command<const P extends string, I extends z.ZodType, O extends z.ZodType>(
  spec: Spec<P, I, O>,
): Operation<'command', P, I, O> {
  return { kind: 'command', audited: true, always: false, unmasked: false, ...spec };
}

/** Takes long: async, reports progress, can be cancelled, writes only through `write(fn)`. */
export function job<const P extends string, I extends z.ZodType, O extends z.ZodType>(spec: Spec<P, I, O>): Operation<'job', P, I, O> {
  return { kind: 'job', audited: false, always: false, unmasked: false, ...spec };
}

/** A whole API: feature → verb → operation. */
export type Contract<P extends string = string> = Readonly<Record<string, Readonly<Record<string, Operation<OperationKind, P>>>>>;

export type InputOf<Op extends Operation> = z.input<Op['input']>;
export type ParsedInputOf<Op extends Operation> = z.output<Op['input']>;
export type OutputOf<Op extends Operation> = z.output<Op['output']>;

/** 'clients.create' and so on. */
export type PathOf<C extends Contract> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string];

export type OperationAt<C extends Contract, Path extends string> = Path extends `${infer F}.${infer V}`
  ? F extends keyof C
    ? V extends keyof C[F]
      ? C[F][V]
      : never
    : never
  : never;

/** What crosses the bridge back: structured clone drops an Error's own fields, so errors travel as data. */
export type Envelope<T, E> =
  { readonly ok: true; readonly value: T; readonly act: string | null } | { readonly ok: false; readonly error: E };
