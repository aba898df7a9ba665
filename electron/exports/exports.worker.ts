// The thread that writes workbooks, so that the window never waits for one.

import { serveWorker } from '../core/worker-side';
import { writeExport } from './write';

serveWorker(writeExport);
