// What a correction of a visit began from: the visit, its lines and the ways it was paid.

import type { Db } from '../core/database/database';
import { versionOfRows } from '../core/database/version';

const PARTS = `
  SELECT uid FROM visit WHERE id = :id UNION ALL SELECT uid FROM visit_item WHERE visit_id = :id
  UNION ALL SELECT uid FROM visit_payment WHERE visit_id = :id`;

export function versionOf(db: Db, id: number): string {
  return versionOfRows(db, PARTS, { id });
}
