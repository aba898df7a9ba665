// The thread that salvages, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { salvageBook } from './salvage-book';

serveWorker(salvageBook);
