// By which way somebody spoke to a client.

import { z } from 'zod';

export const CHANNELS = ['phone', 'wechat', 'in-person', 'sms', 'e-mail', 'other'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;
