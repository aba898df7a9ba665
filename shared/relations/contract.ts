// Relations 关系: who belongs with whom, and who sent whom.

import { z } from 'zod';
import { amount } from '../core/marks';
import { command, query } from '../core/operation';
import { ShortText } from '../core/text';
import { ClientId, RelationId } from '../ids';
import { ShownAlertKind } from '../preferences/contract';
import { RelationKind } from './kinds';

/** Somebody else of the book; null in the place of one whom this session may not know of. */
export const Known = z.object({ id: ClientId, number: z.string(), name: z.string(), alerts: z.array(ShownAlertKind) });
export type Known = z.infer<typeof Known>;

export const Relation = z.object({
  id: RelationId,
  /** What they are to the client one looks from. */
  kind: RelationKind,
  note: z.string().nullable(),
  client: Known.nullable(),
});
export type Relation = z.infer<typeof Relation>;

/** One client of the tree: whom they were sent by stands before them. */
export const Sent = z.object({
  client: Known.nullable(),
  /** How many steps below the top. */
  depth: z.number().int(),
  /** The client one looks from. */
  self: z.boolean(),
  /** How many they sent themselves. */
  sent: z.number().int(),
  visits: z.number().int(),
  spentCents: amount(),
});
export type Sent = z.infer<typeof Sent>;

export const MOST_SENT = 500;

const bond = { kind: RelationKind, note: ShortText(80).nullable() };
const pair = z.object({ ...bond, clientId: ClientId, otherId: ClientId });

export const relationsContract = {
  of: query({
    permission: 'clients.see',
    input: z.object({ clientId: ClientId }),
    output: z.object({
      relations: z.array(Relation),
      /** `client` is null when they may not be known of. */
      referredBy: z.object({ client: Known.nullable() }).nullable(),
      /** Everybody below, however many steps. */
      below: z.number().int(),
      sent: z.number().int(),
      /** What all below have spent. */
      spentCents: amount(),
    }),
  }),
  /** From whoever began it down, at most MOST_SENT. */
  tree: query({
    permission: 'clients.see',
    input: z.object({ clientId: ClientId }),
    output: z.object({ rows: z.array(Sent), more: z.boolean() }),
  }),
  add: command({ permission: 'clients.change', input: pair, output: z.object({ id: RelationId }) }),
  /** `began`: what stood there when the change began, refused when that is no more. */
  update: command({
    permission: 'clients.change',
    input: z.object({ ...bond, id: RelationId, clientId: ClientId, began: z.object(bond).nullable().default(null) }),
    output: z.null(),
  }),
  remove: command({ permission: 'clients.change', input: z.object({ id: RelationId }), output: z.null() }),
  /** Who sent them; null: nobody of the book. Refused when it would go in a circle. */
  refer: command({
    permission: 'clients.change',
    input: z.object({ clientId: ClientId, byId: ClientId.nullable() }),
    output: z.null(),
  }),
};
