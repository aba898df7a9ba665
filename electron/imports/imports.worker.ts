// The import's thread: lists are read and checked away from the window, with limits on memory and time.

import { serveKept } from '../core/worker-side';
import { workOn } from './work';

serveKept(workOn);
