// Import 导入: choose a file, match its columns, check every row against the book, and only then write, all or nothing.

import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { ActId, ImportId } from '../../shared/ids';
import { ImportKind } from '../../shared/imports/fields';
import type { Services } from '../core/context';
import { undoAct } from '../core/database/journal';
import type { Dialogs } from '../core/dialogs';
import type { Workers } from '../core/workers';
import { checkAgainstBook, type CheckedBatch } from './check-list';
import { allowanceFor, type ChosenFiles } from './chosen-files';
import { saveProblems } from './save-problems';
import { findImportOf, getBatch, listBatches } from './store';
import type { ReadAnswer, ReadTask } from './tasks';
import { writeClients, writeVisits } from './write-batch';

export interface ImportParts {
  readonly files: ChosenFiles;
  readonly workers: Workers;
  readonly dialogs: Dialogs;
}

/** .xls is offered too, so that choosing one is answered with what to do and not with a greyed-out name. */
const FILTERS = [{ name: 'Excel · CSV', extensions: ['xlsx', 'csv', 'txt', 'tsv', 'xls', 'xlsm'] }];

export function createImportsService(parts: ImportParts) {
  const { files, workers, dialogs } = parts;
  return {
    async choose() {
      const path = await dialogs.chooseFile(FILTERS);
      return path === null ? null : files.fromDisk(path);
    },
    async drop({ fileName, bytes }) {
      return files.dropped(fileName, bytes);
    },
    async read({ token, sheet, encoding, large }, { signal, progress, read }) {
      const file = files.get(token);
      Object.assign(file, { encoding, large });
      const task: ReadTask = { task: 'read', bytes: file.bytes, sheet, encoding, large };
      const answer = await workers.run<ReadAnswer>('imports', task, { signal, onProgress: progress, ...allowanceFor(file) });
      const before = read(({ db }) => findImportOf(db, file.sha256));
      return { ...answer, fileName: file.fileName, importedBefore: before ? IsoInstant.parse(before.at) : null };
    },
    async check(matching, context) {
      return (await checkAgainstBook(parts, matching, context)).summary;
    },
    async commit(matching, context) {
      const file = files.get(matching.token);
      const batch = await checkAgainstBook(parts, matching, context, true);
      if (batch.summary.importable === 0) throw refuse('file.no-rows');
      context.progress('writing', 0, batch.summary.importable);
      const { value, act } = context.write((writing) => write(batch, file, writing));
      return { id: ImportId.parse(value.uid), actId: ActId.parse(act.uid), records: value.records, warned: batch.summary.warned };
    },
    async problemsToExcel({ language, ...matching }, context) {
      const batch = await checkAgainstBook(parts, matching, context);
      return saveProblems(parts, batch, language, context.signal, (rows, fileName) =>
        context.write(({ trail }) => trail.note({ way: 'problems', rows, fileName })),
      );
    },
    async forget({ token }) {
      files.forget(token);
      return null;
    },
    ...batches,
  } satisfies Services<AppContract>['imports'];
}

const batches = {
  list: (_input, { db }) =>
    listBatches(db).map((row) => ({
      id: ImportId.parse(row.uid),
      actId: ActId.parse(row.act_uid),
      fileName: row.file_name,
      kind: ImportKind.parse(row.kind),
      rows: row.rows,
      at: IsoInstant.parse(row.at),
      by: row.by,
      undoneAt: row.undone_at === null ? null : IsoInstant.parse(row.undone_at),
    })),
  undo({ id }, { db, act }) {
    const batch = getBatch(db, id);
    if (batch.undone_at !== null) throw new AppError('imports.already-undone', {});
    return { rows: undoAct(db, batch.act_uid, act) };
  },
} satisfies Pick<Services<AppContract>['imports'], 'list' | 'undo'>;

function write(
  batch: CheckedBatch,
  file: Parameters<typeof writeClients>[1],
  context: Parameters<typeof writeClients>[0],
): ReturnType<typeof writeClients> {
  const titleOf = (field: 'number' | 'payment'): string => batch.columns.title(batch.columns.of(field)[0] ?? -1);
  if (batch.kind === 'clients')
    return writeClients(context, file, { rows: batch.rows, pinyin: batch.pinyin, numberTitle: titleOf('number') });
  return writeVisits(context, file, batch.rows, titleOf('payment'));
}
