// The thread that writes and reads whole books, so that the window never waits for one.

import { serveWorker } from '../core/worker-side';
import { work } from './work';

serveWorker(work);
