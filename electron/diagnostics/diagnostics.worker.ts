// The thread that counts, reads the log and packs, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { work } from './work';

serveWorker(work);
