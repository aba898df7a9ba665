// The colours a person of the staff is told by, beside their name and never instead of it.

import { z } from 'zod';

/** None of them is the amber of alerts. */
export const STAFF_COLORS = ['rose', 'brick', 'olive', 'moss', 'jade', 'teal', 'slate', 'plum'] as const;
export const StaffColor = z.enum(STAFF_COLORS);
export type StaffColor = z.infer<typeof StaffColor>;
