// Today 今日: what is due, whose birthday it is, who should be back, who was opened last.

import { z } from 'zod';
import { ClientRow } from '../clients/contract';
import { Birthday } from '../core/birthday';
import { IsoDate, IsoInstant } from '../core/date';
import { amount } from '../core/marks';
import { query } from '../core/operation';

export const LateClient = z.object({
  client: ClientRow,
  everyDays: z.number().int(),
  sinceDays: z.number().int(),
  lateDays: z.number().int(),
  expectedOn: IsoDate,
  /** The last few days they came, oldest first, for the strip. */
  recentDays: z.array(IsoDate),
});
export type LateClient = z.infer<typeof LateClient>;

export const TodayPage = z.object({
  today: IsoDate,
  /** A refund lowers what was taken and is no visit; `newMonth` came for the first time this month, null as long as `late` is. */
  figures: z.object({
    visitsToday: z.number().int(),
    visitsMonth: z.number().int(),
    newMonth: z.number().int().nullable(),
    takenMonthCents: amount(),
  }),
  /** The latest first, at most eight of them. Null for the moment in which a large book is still being read after it was opened; `data-changed` follows. */
  late: z.object({ clients: z.array(LateClient), total: z.number().int() }).nullable(),
  /** In the next 30 days, nearest first, at most thirty of them. */
  birthdays: z.array(z.object({ client: ClientRow, birthday: Birthday, on: IsoDate })),
  recent: z.array(z.object({ client: ClientRow, at: IsoInstant })),
  /** False while the book holds nobody: the page then says what to do first. */
  anyClients: z.boolean(),
});
export type TodayPage = z.infer<typeof TodayPage>;

export const todayContract = {
  page: query({ permission: 'clients.see', input: z.null(), output: TodayPage }),
};
