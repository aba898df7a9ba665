// Export 导出: lists and the whole book as Excel files, written in a worker.

import { z } from 'zod';
import { ClientFilter, ClientSort } from '../clients/contract';
import { job } from '../core/operation';
import { LoyaltyQuestion } from '../loyalty/contract';

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

export const exportsContract = {
  /** Clients, visits, follow-ups and preferences, a sheet each; without what is in the bin. Progress by sheet: clients · visits · follow-ups · preferences. */
  book: job({ permission: 'export', input: z.object({ language: ExportLanguage }), output: Exported }),
  /** The list as it is filtered and sorted, all of its rows. */
  clients: job({
    permission: 'export',
    input: z.object({ language: ExportLanguage, filter: ClientFilter, sort: ClientSort, descending: z.boolean() }),
    output: Exported,
  }),
  /** The whole ranked list, whatever its `limit`. */
  loyal: job({ permission: 'export', input: z.object({ language: ExportLanguage, question: LoyaltyQuestion }), output: Exported }),
  /** Shows the file that was written in the file manager. */
  show: job({ permission: 'export', input: z.object({ token: z.string().max(64) }), output: z.null() }),
};
