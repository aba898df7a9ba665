// Batches of imports and the words of cells that became no value.

import type { IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import type { ImportKind } from '../../shared/imports/fields';
import type { Db } from '../core/database/database';
import { allRows, oneRow, runSql } from '../core/database/rows';
import { newUid } from '../core/database/uid';
import type { Remark } from './checking/findings';
import type { BatchTable, RowBatch } from './row-batch';

export interface BatchRow {
  readonly uid: string;
  readonly act_uid: string;
  readonly file_name: string;
  readonly kind: string;
  readonly rows: number;
  readonly at: string;
  readonly by: string;
  readonly undone_at: string | null;
  /** Not of a batch that came with a whole book: what its act did stands in another journal. */
  readonly undoable: number;
}

export interface NewBatch {
  readonly fileName: string;
  readonly sha256: string;
  readonly kind: ImportKind;
  readonly rows: number;
  readonly actUid: string;
  readonly by: string;
  readonly at: IsoInstant;
}

export function insertBatch(db: Db, batch: NewBatch): { readonly id: number; readonly uid: string } {
  const uid = newUid(Date.parse(batch.at));
  const { lastId } = runSql(
    db,
    'INSERT INTO import_batch (uid, file_name, file_sha256, kind, rows, act_uid, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [uid, batch.fileName, batch.sha256, batch.kind, batch.rows, batch.actUid, batch.by, batch.at],
  );
  return { id: lastId, uid };
}

export const REMARK: BatchTable = {
  name: 'import_remark',
  columns: ['uid', 'import_id', 'client_id', 'visit_id', 'row', 'column_title', 'original', 'code'],
};

export function addRemark(
  rows: RowBatch,
  importId: number,
  row: number,
  of: { readonly client: number } | { readonly visit: number },
  remark: Remark,
  at: IsoInstant,
): void {
  const [client, visit] = 'client' in of ? [of.client, null] : [null, of.visit];
  rows.add(REMARK, [newUid(Date.parse(at)), importId, client, visit, row, remark.column, remark.original, remark.code]);
}

/**
 * Batches that stand, and those that were taken back: their rows live on in the journal only. A batch is the first row its act wrote,
 * so that it is found by its uid (the plus keeps SQLite from reading the whole undo instead) and not by reading a journal of a million rows.
 */
export function listBatches(db: Db): BatchRow[] {
  return allRows(
    db,
    `SELECT uid, act_uid, file_name, kind, rows, at, by, NULL AS undone_at, act_uid IN (SELECT uid FROM act) AS undoable FROM import_batch
     UNION ALL
     SELECT gone.row_uid, a.uid, gone.before ->> 'file_name', gone.before ->> 'kind', gone.before ->> 'rows', a.at, gone.before ->> 'by', undo.at, 0
     FROM act a
     JOIN act undo ON undo.id = a.undone_by_id
     JOIN journal first ON first.id = (SELECT id FROM journal WHERE act_id = a.id ORDER BY id LIMIT 1)
     JOIN journal gone ON gone.row_uid = first.row_uid AND +gone.act_id = undo.id AND gone.table_name = 'import_batch' AND gone.kind = 'delete'
     WHERE a.operation = 'imports.commit'
     ORDER BY at DESC, uid DESC LIMIT 200`,
  );
}

export function getBatch(db: Db, uid: string): BatchRow {
  const found = listBatches(db).find((batch) => batch.uid === uid);
  if (!found) throw new AppError('imports.unknown', {});
  return found;
}

/** When this very file was imported before and not taken back. */
export function findImportOf(db: Db, sha256: string): { readonly at: string } | undefined {
  return oneRow(db, 'SELECT at FROM import_batch WHERE file_sha256 = ? ORDER BY id DESC LIMIT 1', [sha256]);
}

/** A number that no client has, the bin included, and that nobody had who was erased. */
export function isFreeNumber(db: Db, number: string): boolean {
  return (
    oneRow(db, 'SELECT 1 FROM client WHERE number = :number UNION ALL SELECT 1 FROM erased_client WHERE number = :number', { number }) ===
    undefined
  );
}
