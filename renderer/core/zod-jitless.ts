// Tells zod not to compile its checks with eval, which the page's security policy forbids. Imported before any schema.

import { z } from 'zod';

z.config({ jitless: true });
