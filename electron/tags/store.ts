// Rows of the tags, and on whom they are.

import type { Db } from '../core/database/database';
import { oneRow, runSql } from '../core/database/rows';
import type { TagDraft } from '../../shared/tags/contract';

export function findTagByName(db: Db, name: string): { readonly id: number } | undefined {
  return oneRow(db, 'SELECT id FROM tag WHERE name = ?', [name]);
}

export function updateTag(db: Db, id: number, { name, group }: TagDraft): void {
  runSql(db, 'UPDATE tag SET name = ?, group_name = ? WHERE id = ?', [name, group, id]);
}

/** Who has both keeps the one they are merged into. */
export function moveTag(db: Db, id: number, into: number): void {
  runSql(db, 'UPDATE client_tag SET tag_id = ? WHERE tag_id = ? AND client_id NOT IN (SELECT client_id FROM client_tag WHERE tag_id = ?)', [
    into,
    id,
    into,
  ]);
}

export function deleteTag(db: Db, id: number): void {
  runSql(db, 'DELETE FROM client_tag WHERE tag_id = ?', [id]);
  runSql(db, 'DELETE FROM tag WHERE id = ?', [id]);
}
