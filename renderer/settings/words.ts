// Words.

import type { Same } from '../core/language';

export const zh = { title: '' } as const;

export const en = { title: '' } as const satisfies Same<typeof zh>;
