// The thread that looks through a book that was not closed, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { quickCheck } from './quick-check';

serveWorker(quickCheck);
