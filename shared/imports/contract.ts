// Import 导入: read a list, match its columns, check every row, and only then write; the whole batch can be undone.

import { z } from 'zod';
import { IsoInstant } from '../core/date';
import { command, job, query } from '../core/operation';
import { ActId, ClientFieldId, ImportId } from '../ids';
import { ImportField, ImportKind } from './fields';

/** Stands for a file that main has read; paths never cross the bridge. */
export const FileToken = z.string().min(1).max(64);

export const ChosenFile = z.object({ token: FileToken, fileName: z.string(), bytes: z.number().int() });
export type ChosenFile = z.infer<typeof ChosenFile>;

export const Encoding = z.enum(['utf-8', 'gb18030']);

export const ReadColumn = z.object({
  index: z.number().int(),
  title: z.string(),
  samples: z.array(z.string()),
  filled: z.number().int(),
  field: ImportField.nullable(),
  /** One of the shop's own fields; then `field` is null. */
  own: ClientFieldId.nullable(),
  sure: z.boolean(),
});
export type ReadColumn = z.infer<typeof ReadColumn>;

export const ReadList = z.object({
  fileName: z.string(),
  kind: ImportKind,
  encoding: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int(), hidden: z.boolean() })),
  sheet: z.string().nullable(),
  headerRow: z.number().int(),
  rows: z.number().int(),
  columns: z.array(ReadColumn),
  /** When this very file was imported before and not taken back. */
  importedBefore: IsoInstant.nullable(),
});
export type ReadList = z.infer<typeof ReadList>;

export const Matching = z.object({
  token: FileToken,
  kind: ImportKind,
  sheet: z.string().nullable(),
  fields: z.array(z.object({ column: z.number().int().min(0).max(200), field: ImportField.nullable() })).max(200),
  /** Columns that go into the shop's own fields. */
  own: z
    .array(z.object({ column: z.number().int().min(0).max(200), field: ClientFieldId }))
    .max(200)
    .default([]),
  /** Cells corrected by the person, by row and column as seen in Excel. */
  fixes: z.array(z.object({ row: z.number().int(), column: z.number().int(), text: z.string().max(4000) })).max(5000),
  skipRows: z.array(z.number().int()).max(100_000),
});
export type Matching = z.infer<typeof Matching>;

/** `rejects`: the row makes no record · `warns`: the row is taken, this cell needs a look · `notes`: good to know. */
export const Severity = z.enum(['rejects', 'warns', 'notes']);

export const ImportProblem = z.object({
  row: z.number().int(),
  column: z.number().int().nullable(),
  title: z.string().nullable(),
  field: ImportField.nullable(),
  code: z.string(),
  severity: Severity,
  original: z.string(),
  /** Figures for the sentence: digits missing, the row it repeats, the client it meets. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const Checked = z.object({
  rows: z.number().int(),
  importable: z.number().int(),
  rejected: z.number().int(),
  skipped: z.number().int(),
  warned: z.number().int(),
  /** The first 2,000 rejections and warnings, in row order, then notes. */
  problems: z.array(ImportProblem),
  problemsTotal: z.number().int(),
});
export type Checked = z.infer<typeof Checked>;

export const ImportBatch = z.object({
  id: ImportId,
  actId: ActId,
  fileName: z.string(),
  kind: ImportKind,
  rows: z.number().int(),
  at: IsoInstant,
  by: z.string(),
  undoneAt: IsoInstant.nullable(),
  /** Not once it was undone, and not when it came with a whole book that was brought back. */
  undoable: z.boolean(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

export const importsContract = {
  /** Opens the system's file dialog; null when it was closed without a choice. */
  choose: job({ permission: 'import.change', input: z.null(), output: ChosenFile.nullable() }),
  /** A file dropped on the window: its bytes, never its path. */
  drop: job({
    permission: 'import.change',
    input: z.object({ fileName: z.string().max(260), bytes: z.instanceof(Uint8Array) }),
    output: ChosenFile,
  }),
  read: job({
    permission: 'import.change',
    input: z.object({ token: FileToken, sheet: z.string().nullable(), encoding: Encoding.nullable(), large: z.boolean() }),
    output: ReadList,
  }),
  check: job({ permission: 'import.change', input: Matching, output: Checked }),
  commit: job({
    permission: 'import.change',
    input: Matching,
    output: z.object({ id: ImportId, actId: ActId, records: z.number().int(), warned: z.number().int() }),
  }),
  problemsToExcel: job({
    permission: 'import.change',
    input: Matching.extend({ language: z.enum(['zh-CN', 'en']) }),
    output: z.object({ cancelled: z.boolean(), fileName: z.string().nullable() }),
  }),
  forget: job({ permission: 'import.change', input: z.object({ token: FileToken }), output: z.null() }),
  list: query({ permission: 'import.change', input: z.null(), output: z.array(ImportBatch) }),
  undo: command({ permission: 'import.change', input: z.object({ id: ImportId }), output: z.object({ rows: z.number().int() }) }),
};
