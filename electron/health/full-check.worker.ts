// The thread that checks every page, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { fullCheck } from './full-check';

serveWorker(fullCheck);
