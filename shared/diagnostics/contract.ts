// Diagnostics 诊断包: what helps to find a fault, and nothing of anybody. Shown word for word before it is saved; it goes nowhere by itself.

import { z } from 'zod';
import { job } from '../core/operation';

export const DIAGNOSTICS_FILES = ['app.txt', 'book.txt', 'backups.txt', 'settings.txt', 'log.txt'] as const;

export const Diagnostics = z.object({
  token: z.string().max(64),
  files: z.array(z.object({ name: z.enum(DIAGNOSTICS_FILES), text: z.string() })),
});
export type Diagnostics = z.infer<typeof Diagnostics>;

export const diagnosticsContract = {
  /** Also with the book locked, refused or not there. Progress: tables. */
  look: job({ permission: 'anyone', input: z.null(), output: Diagnostics }),
  /** Exactly the texts that were shown, as one ZIP where the person wants it. */
  save: job({ permission: 'anyone', input: z.object({ token: z.string().max(64) }), output: z.object({ saved: z.boolean() }) }),
};
