// The audit log 审计日志: who did, saw, took out and was refused what; append-only, chained, verified.

import { z } from 'zod';
import { AUDIT_EVENTS } from '../audit-events';
import { IsoDate, IsoInstant } from '../core/date';
import { job, query } from '../core/operation';
import { ShortText } from '../core/text';
import { ExportLanguage, Exported } from '../exports/contract';
import { AccountId, ClientId } from '../ids';

export const AuditEvent = z.enum(AUDIT_EVENTS);
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Small facts of an entry: counts, columns, a reason, a purpose. Never a phone, a health note or a password. */
export const AuditDetails = z.record(z.string(), z.json());
export type AuditDetails = z.infer<typeof AuditDetails>;

export const AuditEntry = z.object({
  /** The number in the chain, from 1 without gaps. */
  id: z.int(),
  at: IsoInstant,
  /** Null: the app itself, or somebody it could not know. */
  who: z.object({ id: AccountId, name: z.string() }).nullable(),
  event: AuditEvent,
  operation: z.string().nullable(),
  /** `name` is null for who may not see clients, and when the client is gone. */
  client: z.object({ id: ClientId, number: z.string().nullable(), name: z.string().nullable() }).nullable(),
  details: AuditDetails,
  /** The first and last four of this entry's and of the previous entry's fingerprint. */
  fingerprint: z.string(),
  previous: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditFilter = z.object({
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  accountId: AccountId.nullable(),
  events: z.array(AuditEvent).max(30),
  clientId: ClientId.nullable(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** One column of one row an act changed; values a session may not see are null with `hidden`. */
export const AuditChange = z.object({
  table: z.string(),
  kind: z.enum(['insert', 'update', 'delete']),
  column: z.string(),
  from: z.json(),
  to: z.json(),
  hidden: z.boolean(),
});
export type AuditChange = z.infer<typeof AuditChange>;

/**
 * changed: the entry is not what was written · missing: its number is gone · order: it stands in another's place ·
 * extra: it was not written by the app · cut-off: the end is gone, the mirror outside the book knows of more ·
 * mirror: the mirror itself is gone or not ours · journal: what the act changed was altered afterwards.
 */
export const AuditBreak = z.object({
  id: z.int(),
  kind: z.enum(['changed', 'missing', 'order', 'extra', 'cut-off', 'mirror', 'journal']),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  /** Between the last whole entry and the first after the break. */
  after: IsoInstant.nullable(),
  before: IsoInstant.nullable(),
});
export type AuditBreak = z.infer<typeof AuditBreak>;

export const AuditCheck = z.object({ at: IsoInstant, entries: z.int(), broken: AuditBreak.nullable() });
export type AuditCheck = z.infer<typeof AuditCheck>;

export const DepartingReport = z.object({
  account: z.object({ id: AccountId, name: z.string() }),
  from: IsoDate,
  to: IsoDate,
  clientsSeen: z.int(),
  clientsBefore: z.int(),
  healthSeen: z.int(),
  reveals: z.int(),
  phoneSearches: z.int(),
  refused: z.int(),
  changes: z.int(),
  exports: z.array(z.object({ at: IsoInstant, rows: z.int(), purpose: z.string().nullable(), fileName: z.string().nullable() })),
  /** The clients they looked at most, with how often and when last. */
  clients: z.array(z.object({ id: ClientId, number: z.string().nullable(), name: z.string().nullable(), times: z.int(), lastOn: IsoDate })),
});
export type DepartingReport = z.infer<typeof DepartingReport>;

export const auditContract = {
  /** Newest first; `before` is the id of the last one held. */
  list: query({
    permission: 'audit.see',
    input: z.object({ filter: AuditFilter, before: z.int().nullable(), limit: z.int().min(1).max(500) }),
    output: z.object({
      entries: z.array(AuditEntry),
      /** How many match the filter, and how many there are in all. */
      matching: z.int(),
      all: z.int(),
      days: z.array(z.object({ on: IsoDate, entries: z.int() })),
    }),
  }),
  changes: query({ permission: 'audit.see', input: z.object({ id: z.int() }), output: z.array(AuditChange) }),
  lastCheck: query({ permission: 'audit.see', input: z.null(), output: AuditCheck.nullable() }),
  /** Recomputes the whole chain in a thread and compares its end with the mirror. */
  verify: job({ permission: 'audit.see', input: z.null(), output: AuditCheck }),
  /** The filtered log as a workbook. */
  toExcel: job({
    permission: 'audit.see',
    input: z.object({ language: ExportLanguage, filter: AuditFilter, purpose: ShortText(200).min(2) }),
    output: Exported,
  }),
  /** Every entry around a break and the mirror, word for word, as a JSON file. */
  evidence: job({ permission: 'audit.see', input: z.object({ language: ExportLanguage }), output: z.object({ saved: z.boolean() }) }),
  activity: query({
    permission: 'audit.see',
    input: z.object({ from: IsoDate, to: IsoDate }),
    output: z.array(
      z.object({
        account: z.object({ id: AccountId, name: z.string() }),
        days: z.array(z.object({ on: IsoDate, entries: z.int() })),
        events: z.array(z.object({ event: AuditEvent, entries: z.int() })),
      }),
    ),
  }),
  departing: query({ permission: 'audit.see', input: z.object({ accountId: AccountId }), output: DepartingReport }),
};
