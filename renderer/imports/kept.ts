// What has been matched and mended by hand, kept as a draft in the book: after a lock or a crash only the file has to be chosen again.

import { z } from 'zod';
import { Matching, type ChosenFile, type ReadList } from '../../shared/imports/contract';
import { api } from '../core/api';
import { wizard, type Wizard } from './wizard';

export const IMPORT_DRAFT = 'import';

const Kept = Matching.omit({ token: true }).extend({ fileName: z.string(), bytes: z.number(), chosen: z.array(z.number()) });
export type Kept = z.infer<typeof Kept>;

export function readKept(value: unknown): Kept | null {
  const read = Kept.safeParse(value);
  return read.success ? read.data : null;
}

/** Every change is one deliberate act, so nothing is waited for. */
export function keepWork(): void {
  const { file, list, kind, fields, own, chosen, fixes, skipRows } = wizard();
  if (!file || !list) return;
  const kept: Kept = {
    fileName: file.fileName,
    bytes: file.bytes,
    kind,
    sheet: list.sheet,
    fields: [...fields].map(([column, field]) => ({ column, field })),
    own: [...own].map(([column, field]) => ({ column, field })),
    chosen: [...chosen],
    fixes: [...fixes],
    skipRows: [...skipRows],
  };
  // when the book has just been locked, what was kept until then is there
  void api.drafts.save({ key: IMPORT_DRAFT, value: kept }).catch(() => null);
}

export function dropWork(): void {
  void api.drafts.drop({ key: IMPORT_DRAFT }).catch(() => null);
}

/** Takes up where this very file and sheet were left. */
export async function findWork(
  file: ChosenFile,
  list: ReadList,
): Promise<Pick<Wizard, 'kind' | 'fields' | 'own' | 'chosen' | 'fixes' | 'skipRows'> | null> {
  const kept = readKept((await api.drafts.get({ key: IMPORT_DRAFT }))?.value);
  if (!kept || kept.fileName !== file.fileName || kept.bytes !== file.bytes || kept.sheet !== list.sheet) return null;
  return {
    kind: kept.kind,
    fields: new Map(kept.fields.map(({ column, field }) => [column, field])),
    own: new Map(kept.own.map(({ column, field }) => [column, field])),
    chosen: new Set(kept.chosen),
    fixes: kept.fixes,
    skipRows: new Set(kept.skipRows),
  };
}
