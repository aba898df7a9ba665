// The loyal-client page 熟客: measured in one pass over all visits, with the details only of the clients that are shown.

import type { AppContract } from '../../shared/contract';
import { cents } from '../../shared/core/money';
import type { ClientRow } from '../../shared/clients/contract';
import type { LoyalClient, LoyaltyPage, LoyaltyQuestion, Trend } from '../../shared/loyalty/contract';
import { ownClientIds } from '../clients/own';
import { clientRows } from '../clients/service';
import type { Context, Services } from '../core/context';
import { shopSettings } from '../settings/service';
import { lateness, type Asking, type Lateness } from './lateness';
import { measure, type Candidate, type Measured } from './measure';
import { dayOf, spanOf, type Span } from './span';
import { listClientIdsOfTier } from './store';
import { knownSince, limitedTo, visitHistory, type VisitHistory } from './visit-history';

export const loyaltyService = {
  page: loyaltyPage,
} satisfies Services<AppContract>['loyalty'];

export function loyaltyPage(question: LoyaltyQuestion, context: Context): LoyaltyPage {
  const history = historyFor(context);
  const span = spanOf(question.period, context.today);
  const measured = measure(history, (ids) => knownSince(context.db, ids), span, shopSettings(context).loyalty, question.cell);
  const ranked = rank(ofTier(measured.candidates, question, context));
  return {
    from: question.period === 'all' ? null : dayOf(span.from),
    to: context.today,
    grid: measured.grid,
    loyalTotal: measured.loyalTotal,
    shownTotal: ranked.length,
    rows: loyalClients(ranked.slice(0, question.limit), history, span, context),
    months: span.monthStarts.map((start, index) => ({ month: dayOf(start).slice(0, 7), visits: measured.months[index] ?? 0 })),
    figures: figuresOf(measured, span),
  };
}

export interface RankedClient {
  readonly id: number;
  readonly visits: number;
  readonly spentCents: number;
  /** Days since 1970-01-01. */
  readonly lastDay: number;
  readonly sinceDays: number;
  readonly trend: Trend;
}

/** The whole list in its order, figures only: what the Excel file starts from. */
export function loyalRanking(question: LoyaltyQuestion, context: Context): RankedClient[] {
  const span = spanOf(question.period, context.today);
  const { candidates } = measure(historyFor(context), NOT_ASKED, span, shopSettings(context).loyalty, question.cell);
  return rank(ofTier(candidates, question, context)).map((candidate) => {
    const { id, visits, spentCents, lastDay } = candidate;
    return { id, visits, spentCents, lastDay, sinceDays: span.to - lastDay, trend: trendOf(candidate, span) };
  });
}

function historyFor({ db, session }: Pick<Context, 'db' | 'session'>): VisitHistory {
  return limitedTo(visitHistory(db), ownClientIds(db, session));
}

/** The list alone needs no figure about newcomers. */
const NOT_ASKED = () => new Map<number, number>();

/** Who should be back by their own rhythm, for Today; null while a large book is still being read, then `ready` is called. */
export function lateClients(context: Asking, most: number, ready: () => void): Lateness | null {
  return lateness(context, most, ready);
}

function ofTier(candidates: readonly Candidate[], { tierId }: LoyaltyQuestion, { db }: Context): readonly Candidate[] {
  if (tierId === null) return candidates;
  const ids = new Set(listClientIdsOfTier(db, tierId));
  return candidates.filter(({ id }) => ids.has(id));
}

/** By what they spent; those who spent alike by how often they came, then by who came first. */
function rank(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => b.spentCents - a.spentCents || b.visits - a.visits || a.id - b.id);
}

function loyalClients(shown: readonly Candidate[], history: VisitHistory, span: Span, context: Context): LoyalClient[] {
  const rows = clientRows(
    shown.map(({ id }) => id),
    context,
  );
  return rows.flatMap((client, index) => {
    const candidate = shown[index];
    return candidate ? [loyalClient(client, candidate, history, span)] : [];
  });
}

function loyalClient(client: ClientRow, candidate: Candidate, history: VisitHistory, span: Span): LoyalClient {
  const visits = history.log.of(candidate.id);
  const days: number[] = [];
  for (let index = visits.from; index < visits.to; index += 1) {
    const day = visits.days[index] ?? 0;
    if (day >= span.stripFrom && day <= span.to && (visits.cents[index] ?? 0) >= 0 && day !== days.at(-1)) days.push(day);
  }
  return {
    client,
    visits: candidate.visits,
    spentCents: cents(candidate.spentCents),
    lastVisitOn: dayOf(candidate.lastDay),
    sinceDays: span.to - candidate.lastDay,
    visitDays: days.map(dayOf),
    trend: trendOf(candidate, span),
  };
}

/** One visit more or less is chance; two and a fifth are not. */
function trendOf({ trendVisits, trendBefore, firstDay }: Candidate, span: Span): Trend {
  if (trendBefore === 0 && firstDay >= span.trendFrom) return 'new';
  const change = trendVisits - trendBefore;
  if (Math.abs(change) < 2 || Math.abs(change) < trendBefore / 5) return 'level';
  return change > 0 ? 'up' : 'down';
}

function figuresOf(measured: Measured, span: Span): LoyaltyPage['figures'] {
  const { part, whole, spentCents } = measured.late;
  return {
    returned: { ...measured.returned, before: shareOf(measured.returnedBefore) },
    secondVisit: { ...measured.second, before: shareOf(measured.secondBefore) },
    late: { part, whole, spentCents: cents(spentCents), before: span.previousFrom === null ? null : measured.lateBefore.part },
  };
}

function shareOf({ part, whole }: { readonly part: number; readonly whole: number }): number | null {
  return whole === 0 ? null : part / whole;
}
