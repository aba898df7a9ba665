// What an import knew of a client and the book keeps as it came: figures of an older system, and cells that were no typed value.

import { z } from 'zod';
import { IsoDate } from '../core/date';
import { amount } from '../core/marks';

/** Figures brought over from an older system with an import; they are shown, never added to what the book itself recorded. */
export const BroughtOver = z.object({
  balanceCents: amount(),
  bonusCents: amount(),
  package: z.string().nullable(),
  sessions: z.number().nullable(),
  spentCents: amount(),
  visits: z.number().int().nullable(),
  lastVisitOn: IsoDate.nullable(),
  firstVisitOn: IsoDate.nullable(),
});
export type BroughtOver = z.infer<typeof BroughtOver>;

/** A cell of an imported file that could not be stored as a typed value, kept word for word. */
export const ImportRemark = z.object({ column: z.string(), original: z.string(), code: z.string() });
export type ImportRemark = z.infer<typeof ImportRemark>;
