// The thread that makes backups and looks for them, so that neither a large book nor a slow stick holds up the window.

import { serveWorker } from '../core/worker-side';
import { runTask } from './tasks';

serveWorker(runTask);
