// The thread that writes the audit log down, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { writeSheet } from './write-sheet';

serveWorker(writeSheet);
