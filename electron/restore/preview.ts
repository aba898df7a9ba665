// What a restore would change, found out in a thread on a copy that is thrown away.

import { statSync } from 'node:fs';
import type { RestorePreview } from '../../shared/restore/contract';
import { wrapDatabase } from '../core/database/database';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import type { WorkerTools } from '../core/worker-side';
import { compareBooks, listErased } from './compare-store';
import { bufferOf, extract, openExtracted, type SourceOrder } from './source';
import { removeStaged } from './staged';

export interface PreviewOrder extends SourceOrder {
  readonly present: string;
  /** Of the present book; this thread's own copy. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  /** By uid, as other backups know them. */
  readonly erased: readonly string[];
}

export async function previewRestore(order: PreviewOrder, tools: WorkerTools): Promise<RestorePreview> {
  const { present, staged, bookUid, nativeBinding } = order;
  const key = bufferOf(order.key);
  try {
    const { header, access } = extract(order, tools);
    tools.progress('open', 0, null);
    const backup = openExtracted(staged, access, bookUid);
    access.key.fill(0);
    try {
      const now = openReadOnly(present, { key, salt: Buffer.from(order.salt), nativeBinding, schemaVersion: SCHEMA_VERSION });
      try {
        const [here, there] = [wrapDatabase(now), wrapDatabase(backup)];
        const erased = [...new Set([...listErased(here), ...order.erased])];
        const compared = compareBooks(here, there, erased, (done, total) => tools.progress('compare', done, total));
        const lost = compared.tables.reduce((sum, table) => sum + table.lost, 0);
        const { at, kind, schemaVersion } = header;
        return { at, kind, bytes: statSync(order.backup).size, ...compared, older: schemaVersion < SCHEMA_VERSION, lost };
      } finally {
        now.close();
      }
    } finally {
      backup.close();
    }
  } finally {
    key.fill(0);
    removeStaged(staged);
  }
}
