// On paper 打印: the client's card, their visits, a consent form, the loyal clients, and the day's sheet for when the PC is off. Phones are never printed in full.

import { z } from 'zod';
import { job } from '../core/operation';
import { ExportLanguage } from '../exports/contract';
import { ClientId } from '../ids';
import { LoyaltyQuestion } from '../loyalty/contract';

export const PAPERS = ['A4', 'A5'] as const;
export const Paper = z.enum(PAPERS);
export type Paper = z.infer<typeof Paper>;

/** `done` is false when the person closed the dialog; `token` shows where a PDF went. */
export const Printed = z.object({ done: z.boolean(), fileName: z.string().nullable(), token: z.string().nullable() });
export type Printed = z.infer<typeof Printed>;

/** A PDF is a file that leaves the book: it also asks for the right to export. */
export const PrintOrder = z.object({ paper: Paper, language: ExportLanguage, to: z.enum(['printer', 'pdf']) });
export type PrintOrder = z.infer<typeof PrintOrder>;

export const printingContract = {
  card: job({ permission: 'clients.see', input: PrintOrder.extend({ clientId: ClientId }), output: Printed }),
  visits: job({ permission: 'visits.see', input: PrintOrder.extend({ clientId: ClientId }), output: Printed }),
  /** 同意书: to be read, ticked and signed on paper; the app keeps nothing of it. */
  consent: job({ permission: 'clients.see', input: PrintOrder.extend({ clientId: ClientId }), output: Printed }),
  /** The list as it is asked for on its page, with what counted and over which days. */
  loyal: job({ permission: 'insights.see', input: PrintOrder.extend({ question: LoyaltyQuestion }), output: Printed }),
  /** Who is due or expected today, with alerts, and lines to write on. */
  day: job({ permission: 'clients.see', input: PrintOrder, output: Printed }),
};
