// A restore for practice, in the thread: the backup is opened as on a new PC, brought up to date, looked at on every page, and thrown away.

import type { WorkerTools } from '../core/worker-side';
import { refuseDifferent, refuseUnsound } from './sound';
import { extract, openExtracted, type SourceOrder } from './source';
import { removeStaged } from './staged';

/** That it comes to an end is the answer: what is wrong is thrown. The bytes are held against the header's SHA-256 on the way. */
export async function practiseRestore(order: SourceOrder, tools: WorkerTools): Promise<null> {
  try {
    const { header, access } = extract(order, tools);
    tools.progress('open', 0, null);
    const db = openExtracted(order.staged, access, order.bookUid);
    access.key.fill(0);
    try {
      refuseDifferent(db, header);
      refuseUnsound(db);
      return null;
    } finally {
      db.close();
    }
  } finally {
    removeStaged(order.staged);
  }
}
