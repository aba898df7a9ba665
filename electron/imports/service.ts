// Import 导入: choose a file, match its columns, check every row against the book, and only then write, all or nothing.

import { IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { AppError } from '../../shared/errors';
import { ActId, ImportId } from '../../shared/ids';
import type { Checked, Matching } from '../../shared/imports/contract';
import { ImportKind } from '../../shared/imports/fields';
import type { Backups } from '../backups/backups';
import type { JobContext, Services } from '../core/context';
import { undoAct } from '../core/database/journal';
import type { Dialogs } from '../core/dialogs';
import type { Workers } from '../core/workers';
import { fieldsInUse, requiredFields } from '../fields/service';
import { shopSettings } from '../settings/service';
import type { Vault } from '../vault/vault';
import { allowanceFor, type ChosenFiles } from './chosen-files';
import { saveProblems } from './save-problems';
import { findImportOf, getBatch, listBatches } from './store';
import type { BookReach, CheckTask, CommitAnswer, CommitTask, ListTask, ProblemsAnswer, ProblemsTask, ReadAnswer, ReadTask } from './tasks';

export interface ImportParts {
  readonly files: ChosenFiles;
  readonly workers: Workers;
  readonly dialogs: Dialogs;
  readonly backups: Pick<Backups, 'before'>;
  readonly vault: Pick<Vault, 'readerAccess'>;
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
      const file = files.readAs(token, { encoding, large });
      const own = read(({ db }) => fieldsInUse(db));
      const task: ReadTask = { task: 'read', sheet, own };
      const kept = files.threadOf(file);
      const answer = await workers.run<ReadAnswer>('imports', task, { signal, onProgress: progress, kept, ...allowanceFor(file) });
      const before = read(({ db }) => findImportOf(db, file.sha256));
      return { ...answer, fileName: file.fileName, importedBefore: before ? IsoInstant.parse(before.at) : null };
    },
    async check(matching, context) {
      const task: CheckTask = { ...listTask(matching, context), task: 'check', book: reachBook(parts, context) };
      return workers.run<Checked>('imports', task, optionsFor(parts, matching, context));
    },
    async commit(matching, context) {
      const file = files.get(matching.token);
      const { fileName, sha256 } = file;
      await parts.backups.before('before-import', { ...context, progress: () => context.progress('backup', 0, null) });
      const task: Omit<CommitTask, 'order'> = { ...listTask(matching, context), task: 'commit', source: { fileName, sha256 } };
      const { value, act } = await context.writeInThread<CommitAnswer>('imports', task, optionsFor(parts, matching, context));
      files.putAside(file);
      return { id: ImportId.parse(value.uid), actId: ActId.parse(act.uid), records: value.records, warned: value.warned };
    },
    async problemsToExcel({ language, ...matching }, context) {
      const { fileName } = files.get(matching.token);
      const make = () => {
        const task: ProblemsTask = { ...listTask(matching, context), task: 'problems', book: reachBook(parts, context), language };
        return workers.run<ProblemsAnswer>('imports', task, optionsFor(parts, matching, context));
      };
      return saveProblems(dialogs, { fileName, language }, make, (rows, written) =>
        context.write(({ trail }) => trail.note({ way: 'problems', rows, fileName: written })),
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
      undoable: row.undoable === 1,
    })),
  undo({ id }, { db, act }) {
    const batch = getBatch(db, id);
    if (batch.undone_at !== null) throw new AppError('imports.already-undone', {});
    return { rows: undoAct(db, batch.act_uid, act) };
  },
} satisfies Pick<Services<AppContract>['imports'], 'list' | 'undo'>;

function listTask(matching: Matching, context: JobContext): ListTask {
  return context.read((reading) => {
    const shop = { fields: fieldsInUse(reading.db), required: requiredFields(reading.db) };
    return { matching, region: shopSettings(reading).region, shop, today: context.today };
  });
}

function optionsFor({ files }: ImportParts, { token }: Matching, { signal, progress }: JobContext) {
  const file = files.get(token);
  return { signal, onProgress: progress, kept: files.threadOf(file), ...allowanceFor(file) };
}

function reachBook({ vault }: ImportParts, { session }: JobContext): BookReach {
  const { key, ...access } = vault.readerAccess();
  const own = new Uint8Array(key);
  key.fill(0);
  return { ...access, nativeBinding: access.nativeBinding, key: own, session };
}
