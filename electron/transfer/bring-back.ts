// Brings a checked file into the book, in the thread that read it: one act, all or nothing.

import { maskPhonesIn } from '../../shared/core/marks';
import { refuse } from '../../shared/errors';
import { writeInThread } from '../audit/thread-act';
import type { ThreadWritten } from '../core/thread-write';
import type { WorkerTools } from '../core/worker-side';
import { hasNobody, putBack } from './put-back-store';
import { readBook } from './read-book';
import type { CommitTask } from './tasks';

const PROGRESS_EVERY = 500;

export function bringBack({ file, sha256, fileName, order }: CommitTask, tools: WorkerTools): ThreadWritten<number> {
  const book = readBook(file, tools);
  // What was shown is what is written.
  if (book.sha256 !== sha256 || book.problemsTotal > 0) throw refuse('transfer.changed');
  const total = book.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return writeInThread(order, ({ db, health, trail }, goOn) => {
    if (!hasNobody(db)) throw refuse('transfer.not-empty');
    const { photosKey } = order;
    if (health === null || photosKey === null) throw refuse('session.locked');
    let done = 0;
    putBack(db, book, { health, photos: Buffer.from(photosKey.buffer, photosKey.byteOffset, photosKey.byteLength) }, () => {
      goOn();
      if (done % PROGRESS_EVERY === 0) tools.progress('writing', done, total);
      done += 1;
    });
    trail.note({ rows: total, fileName: maskPhonesIn(fileName) });
    return total;
  });
}
