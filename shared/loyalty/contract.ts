// Loyal clients 熟客: recency, frequency, money over a period, with the shop's own thresholds.

import { z } from 'zod';
import { ClientRow } from '../clients/contract';
import { IsoDate } from '../core/date';
import { Cents } from '../core/money';
import { query } from '../core/operation';
import { TierId } from '../ids';

/** Upper bounds of recency in days and lower bounds of frequency, four each: five rows and five columns. */
export const LoyaltyRules = z
  .object({
    recencyDays: z.tuple([z.int().min(1), z.int(), z.int(), z.int().max(3650)]),
    visits: z.tuple([z.int().min(2), z.int(), z.int(), z.int().max(1000)]),
    /** A loyal client came within `loyalWithinDays`, at least `loyalVisits` times and spent at least `loyalSpentCents` in the period. */
    loyalWithinDays: z.int().min(1).max(3650),
    loyalVisits: z.int().min(1).max(1000),
    loyalSpentCents: Cents,
  })
  .refine((rules) => rises(rules.recencyDays) && rises(rules.visits), { error: 'loyalty.bounds-must-rise' });
export type LoyaltyRules = z.infer<typeof LoyaltyRules>;

export const Period = z.enum(['6-months', '12-months', 'all']);
export type Period = z.infer<typeof Period>;

export const Trend = z.enum(['up', 'level', 'down', 'new']);
export type Trend = z.infer<typeof Trend>;

export const LoyalClient = z.object({
  client: ClientRow,
  /** Inside the period; a refund lowers the money and is no visit. */
  visits: z.number().int(),
  spentCents: Cents,
  lastVisitOn: IsoDate,
  sinceDays: z.number().int(),
  /** Days of visits inside the period, oldest first, for the strip; of the last 24 months when the period is 'all'. */
  visitDays: z.array(IsoDate),
  /** Visits against the period of equal length before; for 'all', the last 12 months against the 12 before. */
  trend: Trend,
});
export type LoyalClient = z.infer<typeof LoyalClient>;

/** `before` is the same share one period earlier, from 0 to 1; null when there was nobody to count. */
const Share = z.object({ part: z.number().int(), whole: z.number().int(), before: z.number().nullable() });

export const LoyaltyPage = z.object({
  from: IsoDate.nullable(),
  to: IsoDate,
  /** grid[r][f]: number of clients in recency row r (most recent first) and frequency column f. */
  grid: z.array(z.array(z.number().int())),
  loyalTotal: z.number().int(),
  /** How many the list would hold without `limit`. */
  shownTotal: z.number().int(),
  rows: z.array(LoyalClient),
  /** 'YYYY-MM', oldest first, the running month last: six for '6-months', else twelve. */
  months: z.array(z.object({ month: z.string(), visits: z.number().int() })),
  figures: z.object({
    /** Of all who came in the period: those who came at least twice in it. */
    returned: Share,
    /** Of those who came for the first time and have had 90 days since: those who came again within 90 days. */
    secondVisit: Share,
    /** Of those with a rhythm of their own: who has stayed away longer than one and a half times that; what they spent in the period; how many a period earlier. */
    late: z.object({ part: z.number().int(), whole: z.number().int(), spentCents: Cents, before: z.number().int().nullable() }),
  }),
});
export type LoyaltyPage = z.infer<typeof LoyaltyPage>;

/** `cell` narrows the list to one cell of the grid; null shows the loyal ones. */
export const LoyaltyQuestion = z.object({
  period: Period,
  cell: z.object({ recency: z.int().min(0).max(4), frequency: z.int().min(0).max(4) }).nullable(),
  tierId: TierId.nullable(),
  limit: z.int().min(1).max(5000),
});
export type LoyaltyQuestion = z.infer<typeof LoyaltyQuestion>;

export const loyaltyContract = {
  page: query({ permission: 'insights.see', input: LoyaltyQuestion, output: LoyaltyPage }),
};

function rises(bounds: readonly number[]): boolean {
  return bounds.every((bound, i) => i === 0 || bound > (bounds[i - 1] ?? 0));
}
