// Export 导出: lists and the whole book as Excel files, written in a worker.

import { z } from 'zod';
import { ClientFilter, ClientSort } from '../clients/filter';
import { job, query } from '../core/operation';
import { ShortText } from '../core/text';
import { LoyaltyQuestion } from '../loyalty/contract';
import { Approval } from '../people/approval';

/** `cancelled` when the person closed the save dialog; `token` is what `show` is asked with. */
export const Exported = z.object({
  cancelled: z.boolean(),
  fileName: z.string().nullable(),
  rows: z.number().int(),
  token: z.string().nullable(),
});
export type Exported = z.infer<typeof Exported>;

export const ExportLanguage = z.enum(['zh-CN', 'en']);
export type ExportLanguage = z.infer<typeof ExportLanguage>;

/** Why, under which password (null: none), and who agreed when it is more than this person may take out alone. */
export const ExportTerms = z.object({
  purpose: ShortText(200).min(2),
  password: z.string().min(8).max(255).nullable(),
  approval: Approval.nullable(),
});
export type ExportTerms = z.infer<typeof ExportTerms>;

const ordered = { language: ExportLanguage, terms: ExportTerms };

export const exportsContract = {
  /** How many rows it would be, and how many this person may take out alone (null: any number). */
  size: query({
    permission: 'export.change',
    input: z.discriminatedUnion('what', [
      z.object({ what: z.literal('book') }),
      z.object({ what: z.literal('clients'), filter: ClientFilter, sort: ClientSort, descending: z.boolean() }),
      z.object({ what: z.literal('loyal'), question: LoyaltyQuestion }),
    ]),
    output: z.object({ rows: z.int(), limit: z.int().nullable() }),
  }),
  /** Clients, visits, follow-ups and preferences, a sheet each; without what is in the bin. Progress by sheet: clients · visits · follow-ups · preferences. */
  book: job({ permission: 'export.change', input: z.object(ordered), output: Exported }),
  /** The list as it is filtered and sorted, all of its rows. */
  clients: job({
    permission: 'export.change',
    input: z.object({ ...ordered, filter: ClientFilter, sort: ClientSort, descending: z.boolean() }),
    output: Exported,
  }),
  /** The whole ranked list, whatever its `limit`. */
  loyal: job({ permission: 'export.change', input: z.object({ ...ordered, question: LoyaltyQuestion }), output: Exported }),
  /** Shows the file that was written in the file manager. */
  show: job({ permission: 'export.change', input: z.object({ token: z.string().max(64) }), output: z.null() }),
};
