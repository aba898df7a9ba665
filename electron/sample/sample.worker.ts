// The thread that writes the sample salon, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { fill } from './fill';

serveWorker(fill);
