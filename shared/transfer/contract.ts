// Moving 搬家: the whole book as one file, back from such a file into an empty book, and the pack for another program.

import { z } from 'zod';
import { job, query } from '../core/operation';
import { ShortText } from '../core/text';
import { Exported, ExportLanguage } from '../exports/contract';
import { ActId } from '../ids';

const purpose = ShortText(200).min(2);

/** A workbook may have a password; then it is to be read by people only, and is not taken back. */
const WholeWish = z.discriminatedUnion('format', [
  z.object({ format: z.literal('xlsx'), language: ExportLanguage, purpose, password: z.string().min(8).max(255).nullable() }),
  z.object({ format: z.literal('json'), language: ExportLanguage, purpose }),
]);

const FILE_PROBLEMS = [
  'sheet-missing',
  'column-missing',
  'column-unknown',
  'count',
  'blank',
  'not-text',
  'not-number',
  'not-day',
  'not-instant',
  'not-known',
  'repeated',
  'nowhere',
  'lost-text',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Where something in the file is not as it was written; never what stands there. */
export const PlacedProblem = z.object({
  sheet: z.string(),
  /** As seen in Excel; in a JSON file the place in its list. */
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  problem: z.enum(FILE_PROBLEMS),
});
export type PlacedProblem = z.infer<typeof PlacedProblem>;

/** What a file would bring. `token` is what `commit` is asked with; none while there are problems. */
export const Brought = z.object({
  token: z.string().nullable(),
  fileName: z.string(),
  shop: z.string(),
  takenAt: z.string(),
  counts: z.array(z.object({ table: z.string(), rows: z.number().int() })),
  /** The first 200. */
  problems: z.array(PlacedProblem),
  problemsTotal: z.number().int(),
});
export type Brought = z.infer<typeof Brought>;

export const transferContract = {
  /** Whether a whole book can be brought back here: only where there are no clients yet. */
  state: query({ permission: 'owner', input: z.null(), output: z.object({ empty: z.boolean() }) }),
  /** Progress by table; `exports.show` shows the file. */
  whole: job({ permission: 'owner', input: WholeWish, output: Exported }),
  exitPack: job({ permission: 'owner', input: z.object({ language: ExportLanguage, purpose }), output: Exported }),
  /** Null when the dialog was closed without a choice. Writes nothing. */
  bringBack: job({ permission: 'owner', input: z.null(), output: Brought.nullable() }),
  commit: job({
    permission: 'owner',
    input: z.object({ token: z.string().max(64) }),
    output: z.object({ actId: ActId, rows: z.number().int() }),
  }),
};
