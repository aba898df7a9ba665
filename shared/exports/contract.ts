// Export 导出: lists and the whole book as Excel files, written in a worker.

import { z } from 'zod';
import { ClientFilter, ClientSort } from '../clients/filter';
import { IsoDate } from '../core/date';
import { job, query } from '../core/operation';
import { ShortText } from '../core/text';
import { LoyaltyQuestion } from '../loyalty/contract';
import { StaffId } from '../ids';
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

/** What the follow-ups' page shows: open ones that are due until then, of one person of the staff or of everybody. */
export const PromisesQuestion = z.object({ until: IsoDate, staffId: StaffId.nullable() });
export type PromisesQuestion = z.infer<typeof PromisesQuestion>;

/** A column of a list's file: a title of ours, or `own:` and the id of a field of the shop's. */
export const ColumnKey = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w:-]+$/)
  .brand<'ColumnKey'>();
export type ColumnKey = z.infer<typeof ColumnKey>;

/** `always`: a row without it would be nobody's. */
export const ExportColumn = z.object({ key: ColumnKey, title: z.string(), always: z.boolean() });
export type ExportColumn = z.infer<typeof ExportColumn>;

/** Columns to leave out; what does not exist, or must stay, is passed over. Remembered for this person once the file is written. */
const Without = z.array(ColumnKey).max(300).default([]);

const ordered = { language: ExportLanguage, terms: ExportTerms };

export const exportsContract = {
  /** How many rows it would be, and how many this person may take out alone (null: any number). */
  size: query({
    permission: 'export.change',
    input: z.discriminatedUnion('what', [
      z.object({ what: z.literal('book') }),
      z.object({ what: z.literal('clients'), filter: ClientFilter, sort: ClientSort, descending: z.boolean() }),
      z.object({ what: z.literal('loyal'), question: LoyaltyQuestion }),
      z.object({ what: z.literal('follow-ups'), question: PromisesQuestion }),
      z.object({ what: z.literal('late') }),
    ]),
    output: z.object({ rows: z.int(), limit: z.int().nullable() }),
  }),
  /** What a list's file may hold for this person, in its order, and what they left out last time. */
  columns: query({
    permission: 'export.change',
    input: z.object({ what: z.enum(['clients', 'loyal', 'follow-ups', 'late']), language: ExportLanguage }),
    output: z.object({ columns: z.array(ExportColumn), without: z.array(ColumnKey) }),
  }),
  /** Clients, visits, follow-ups and preferences, a sheet each; without what is in the bin. Progress by sheet: clients · visits · follow-ups · preferences. */
  book: job({ permission: 'export.change', input: z.object(ordered), output: Exported }),
  /** The list as it is filtered and sorted, all of its rows. */
  clients: job({
    permission: 'export.change',
    input: z.object({ ...ordered, without: Without, filter: ClientFilter, sort: ClientSort, descending: z.boolean() }),
    output: Exported,
  }),
  /** The whole ranked list, whatever its `limit`. */
  loyal: job({
    permission: 'export.change',
    input: z.object({ ...ordered, without: Without, question: LoyaltyQuestion }),
    output: Exported,
  }),
  /** All of them, however many the page lists; soonest first. */
  followUps: job({
    permission: 'export.change',
    input: z.object({ ...ordered, without: Without, question: PromisesQuestion }),
    output: Exported,
  }),
  /** Everybody who is later than their own rhythm, the latest first. */
  late: job({ permission: 'export.change', input: z.object({ ...ordered, without: Without }), output: Exported }),
  /** Shows the file that was written in the file manager. */
  show: job({ permission: 'export.change', input: z.object({ token: z.string().max(64) }), output: z.null() }),
};
