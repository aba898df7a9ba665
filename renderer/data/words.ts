// Words of data.

import type { Same } from '../core/language';

export const zh = {} as const;

export const en = {} as const satisfies Same<typeof zh>;
