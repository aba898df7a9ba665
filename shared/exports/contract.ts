// Export 导出: lists and the whole book as Excel files, written in a worker.

import { z } from 'zod';
import { ClientFilter, ClientSort } from '../clients/contract';
import { job } from '../core/operation';
import { LoyaltyQuestion } from '../loyalty/contract';

/** `cancelled` when the person closed the save dialog. */
export const Exported = z.object({ cancelled: z.boolean(), fileName: z.string().nullable(), rows: z.number().int(), token: z.string().nullable() });
export type Exported = z.infer<typeof Exported>;

export const ExportLanguage = z.enum(['zh-CN', 'en']);

export const exportsContract = {
  /** Clients, visits and follow-ups, a sheet each. */
  book: job({ permission: 'export', input: z.object({ language: ExportLanguage }), output: Exported }),
  clients: job({ permission: 'export', input: z.object({ language: ExportLanguage, filter: ClientFilter, sort: ClientSort, descending: z.boolean() }), output: Exported }),
  loyal: job({ permission: 'export', input: z.object({ language: ExportLanguage, question: LoyaltyQuestion }), output: Exported }),
  /** Shows the file that was written in the file manager. */
  show: job({ permission: 'export', input: z.object({ token: z.string().max(64) }), output: z.null() }),
};
