// The import's thread: lists are read and checked away from the window, with limits on memory and time.

import { serveWorker } from '../core/worker-side';
import { work } from './work';

serveWorker(work);
