// Salvage 抢救: what can be read of a damaged book is written into a new one under the same keys, and what could not be read is counted.

import { z } from 'zod';
import { AccountTile, Secret } from '../book/contract';
import { IsoInstant } from '../core/date';
import { job } from '../core/operation';
import { ExportLanguage } from '../exports/contract';

/** One line of the report; tables that people do not know by name are one line together. */
export const SALVAGED_TABLES = [
  'client',
  'client_phone',
  'client_tag',
  'client_field_value',
  'client_relation',
  'preference',
  'patch_test',
  'visit',
  'visit_item',
  'follow_up',
  'contact',
  'photo',
  'brought_over',
  'staff',
  'service',
  'product',
  'other',
] as const;

export const SalvagedTable = z.object({
  table: z.enum(SALVAGED_TABLES),
  /** Word for word as they were. */
  kept: z.int(),
  /** Their own page is gone; what the indexes knew of them was written down, the rest is empty. */
  partly: z.int(),
  lost: z.int(),
  /** False when more may be lost than could be counted. */
  certain: z.boolean(),
});
export type SalvagedTable = z.infer<typeof SalvagedTable>;

export const SalvageReport = z.object({
  at: IsoInstant,
  pages: z.int(),
  unreadable: z.int(),
  /** What was written last stood in a log that could not be read. */
  logLost: z.boolean(),
  /** What pointed at a lost row and points at nothing now. */
  unlinked: z.int(),
  tables: z.array(SalvagedTable),
  /** The folder beside the book in which the damaged one is kept. */
  aside: z.string().nullable(),
});
export type SalvageReport = z.infer<typeof SalvageReport>;

/** Whoever can open the book can salvage it; no password is changed by it. */
export const SalvageOpener = z.discriminatedUnion('way', [
  z.object({ way: z.literal('password'), accountId: AccountTile.shape.id, password: Secret }),
  z.object({ way: z.literal('recovery'), recoveryKey: Secret }),
]);
export type SalvageOpener = z.infer<typeof SalvageOpener>;

export const salvageContract = {
  /** Progress: pages · rows · check. */
  run: job({ permission: 'anyone', input: z.object({ opener: SalvageOpener }), output: SalvageReport }),
  /** The last report as text. */
  saveReport: job({ permission: 'anyone', input: z.object({ language: ExportLanguage }), output: z.object({ saved: z.boolean() }) }),
};
