// Today 今日 on one page: the month's figures, who should be back, whose birthday is near, who was opened last.

import type { AppContract } from '../../shared/contract';
import type { ClientRow } from '../../shared/clients/contract';
import { IsoInstant } from '../../shared/core/date';
import { cents } from '../../shared/core/money';
import type { AppEvent } from '../../shared/events';
import type { LateClient, TodayPage } from '../../shared/today/contract';
import { ownClients } from '../clients/own';
import { clientRows } from '../clients/service';
import type { Context, Services } from '../core/context';
import { may } from '../core/demand';
import type { Lateness } from '../loyalty/lateness';
import { lateClients } from '../loyalty/service';
import { firstOfMonth } from '../loyalty/span';
import { comingBirthdays } from './birthdays';
import { getMonthFigures, hasClients, listLastOpened, type MonthFigures } from './store';

/** `publish` tells the screen to ask again when a large book has been read far enough to say who is late. */
export function createTodayService(publish: (event: AppEvent) => void) {
  const ready = () => publish({ type: 'data-changed', tables: ['visit'] });
  return {
    page: (_input, context) => todayPage(context, ready),
  } satisfies Services<AppContract>['today'];
}

/** For who may not see visits. */
const NO_FIGURES: MonthFigures = { visitsToday: 0, visitsMonth: 0, takenMonthCents: 0 };
const NOBODY_LATE: Lateness = { latest: [], total: 0, newThisMonth: 0 };

const BIRTHDAY_DAYS = 30;
const MOST_BIRTHDAYS = 30;
const MOST_LATE = 8;
const MOST_OPENED = 6;

function todayPage(context: Context, ready: () => void): TodayPage {
  const { db, today, session } = context;
  const own = ownClients(session);
  const seesVisits = may(context, 'visits', 'see');
  const late = seesVisits ? lateClients(context, MOST_LATE, ready) : NOBODY_LATE;
  const birthdays = comingBirthdays(db, today, BIRTHDAY_DAYS, own, MOST_BIRTHDAYS);
  const opened = listLastOpened(db, session.accountId, own, MOST_OPENED);
  const month = seesVisits ? getMonthFigures(db, firstOfMonth(today), today, ownClients(session, 'v', 'client_id')) : NO_FIGURES;
  return {
    today,
    figures: { ...month, newMonth: late?.newThisMonth ?? null, takenMonthCents: cents(month.takenMonthCents) },
    late: late && { clients: lateRows(late, context), total: late.total },
    birthdays: withClients(birthdays, context, ({ birthday, on }, client) => ({ client, birthday, on })),
    recent: withClients(opened, context, ({ at }, client) => ({ client, at: IsoInstant.parse(at) })),
    anyClients: hasClients(db, own),
  };
}

function lateRows({ latest }: Lateness, context: Context): LateClient[] {
  return withClients(latest, context, ({ id: _id, recentDays, ...late }, client) => ({ ...late, client, recentDays: [...recentDays] }));
}

function withClients<T extends { readonly id: number }, R>(
  ones: readonly T[],
  context: Context,
  join: (one: T, client: ClientRow) => R,
): R[] {
  const ids = ones.map(({ id }) => id);
  // Every id was read in this same moment, so no row is missing and the order holds.
  return clientRows(ids, context).flatMap((client, index) => {
    const one = ones[index];
    return one ? [join(one, client)] : [];
  });
}
