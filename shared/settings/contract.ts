// Settings of the shop (inside the book) and of this PC (outside it: only looks and language).

import { z } from 'zod';
import { Region } from '../core/phone';
import { command, query } from '../core/operation';
import { ShortText } from '../core/text';
import { LoyaltyRules } from '../loyalty/contract';

export const ShopSettings = z.object({
  shopName: ShortText(60).min(1),
  region: Region,
  idleMinutes: z.int().min(1).max(30),
  /** Months from one permission review to the next. */
  reviewMonths: z.int().min(1).max(12),
  loyalty: LoyaltyRules,
});
export type ShopSettings = z.infer<typeof ShopSettings>;

export const TEXT_SIZES = [100, 110, 125, 150] as const;

export const Appearance = z.object({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'auto']),
  /** In per cent; everything that is written grows with it. */
  textSize: z.literal(TEXT_SIZES).default(100),
});
export type Appearance = z.infer<typeof Appearance>;

export const settingsContract = {
  get: query({ permission: 'settings.see', input: z.null(), output: ShopSettings }),
  change: command({
    permission: 'settings.change',
    input: z
      .object({ region: Region, idleMinutes: z.int().min(1).max(30), reviewMonths: z.int().min(1).max(12), loyalty: LoyaltyRules })
      .partial(),
    output: z.null(),
  }),
};

export const appearanceContract = {
  get: query({ permission: 'anyone', input: z.null(), output: Appearance }),
  set: query({ permission: 'anyone', input: Appearance, output: z.null() }),
};
