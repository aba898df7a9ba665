// Safety 安全: what protects the book, in plain words with true figures, and the proof that nothing of it lies in the open.

import { z } from 'zod';
import { Protection } from '../book/contract';
import { RecoveryDrill } from '../backups/contract';
import { IsoInstant } from '../core/date';
import { job, query } from '../core/operation';

export const SafetyState = z.object({
  protection: Protection,
  /** Who holds which key, as keys.json has it: a limit of cryptography. */
  holders: z.object({ book: z.int(), health: z.int(), photos: z.int(), owner: z.int() }),
  sealedAlerts: z.int(),
  lastCopy: z.object({ at: IsoInstant, fileName: z.string() }).nullable(),
  lastDrill: RecoveryDrill.nullable(),
  lastVerifiedAt: IsoInstant.nullable(),
  auditEntries: z.int(),
  reviewOverdue: z.boolean(),
  accounts: z.int(),
});
export type SafetyState = z.infer<typeof SafetyState>;

export const Proof = z.object({
  files: z.int(),
  bytes: z.int(),
  values: z.int(),
  /** Could not be read, as another program held them. */
  unread: z.int(),
  /** Backups of which only the header was read: they were read back and compared when they were made. */
  heads: z.int(),
  hits: z.array(z.object({ fileName: z.string(), kind: z.enum(['name', 'phone', 'note']) })),
  /** The search was shown one of the values and found it. */
  selfCheck: z.boolean(),
});
export type Proof = z.infer<typeof Proof>;

export const safetyContract = {
  state: query({ permission: 'people.see', input: z.null(), output: SafetyState }),
  /** Looks for names, phones and notes of the open book in every file the app has written; of backups, in their headers and the newest unless `full`. */
  prove: job({ permission: 'people.see', input: z.object({ full: z.boolean() }), output: Proof }),
};
