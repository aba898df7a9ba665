// The thread that looks through the files, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { scanFiles } from './scan';

serveWorker(scanFiles);
