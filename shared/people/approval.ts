// A second person agrees: who, and their own PIN, typed by themselves.

import { z } from 'zod';
import { AccountId } from '../ids';

export const Pin = z.string().regex(/^\d{6}$/, { error: 'pin.six-digits' });

export const Approval = z.object({ accountId: AccountId, pin: Pin });
export type Approval = z.infer<typeof Approval>;
