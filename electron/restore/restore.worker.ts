// The thread that opens backups, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { runTask } from './tasks';

serveWorker(runTask);
