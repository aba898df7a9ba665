// The thread that checks the chain of the audit log, so that the window never waits for it.

import { serveWorker } from '../core/worker-side';
import { verifyBook } from './verify-book';

serveWorker(verifyBook);
