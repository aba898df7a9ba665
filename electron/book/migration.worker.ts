// The thread that brings a book of an older version up to date.

import { serveWorker } from '../core/worker-side';
import { migrateBook } from './migration';

serveWorker(migrateBook);
