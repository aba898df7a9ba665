// One pass over all visits: the grid, the figures, the bars and who is on the list. Pure; nothing heavy per client.

import type { LoyaltyQuestion, LoyaltyRules } from '../../shared/loyalty/contract';
import { LATE_BY, rhythmDays } from './rhythm';
import { countPeriods, firstTwoDays, type Counts } from './counts';
import type { Span } from './span';
import type { VisitHistory } from './visit-history';
import type { ClientVisits } from './visit-log';

export interface Candidate {
  readonly id: number;
  readonly visits: number;
  readonly spentCents: number;
  readonly lastDay: number;
  readonly trendVisits: number;
  readonly trendBefore: number;
  readonly firstDay: number;
}

export interface Measured {
  readonly grid: number[][];
  readonly months: Int32Array;
  readonly returned: Tally;
  readonly returnedBefore: Tally;
  readonly second: Tally;
  readonly secondBefore: Tally;
  readonly late: Tally & { spentCents: number };
  readonly lateBefore: Tally;
  readonly loyalTotal: number;
  /** In no order yet. */
  readonly candidates: readonly Candidate[];
}

interface Tally {
  part: number;
  whole: number;
}

/** Asked only for the few it matters for: it is not in the visits. */
export type Known = (ids: readonly number[]) => ReadonlyMap<number, number>;

/** A registration long before the first visit in the book means that earlier visits are not in it. */
export function isKnownLonger(since: number | undefined, firstDay: number): boolean {
  return since !== undefined && since < firstDay - KNOWN_BEFORE_DAYS;
}

const SECOND_VISIT_DAYS = 90;
const KNOWN_BEFORE_DAYS = 30;

export function measure(history: VisitHistory, known: Known, span: Span, rules: LoyaltyRules, cell: LoyaltyQuestion['cell']): Measured {
  const months = new Int32Array(span.monthStarts.length);
  const tallies = { returned: tally(), returnedBefore: tally(), second: tally(), secondBefore: tally(), lateBefore: tally() };
  const measured = { ...tallies, late: { ...tally(), spentCents: 0 }, grid: emptyGrid(), months };
  const candidates: Candidate[] = [];
  const newcomers: Newcomer[] = [];
  const counts: Counts = { visits: 0, before: 0, spentCents: 0, lastDay: 0, lastBefore: 0, trendVisits: 0, trendBefore: 0 };
  let loyalTotal = 0;
  history.log.forEach((id, visits) => {
    if (history.shelved.has(id)) return;
    countPeriods(visits, span, months, counts);
    const [first, second] = firstTwoDays(visits, span.to);
    noteNewcomer(newcomers, id, first, second, span);
    countLateBefore(measured.lateBefore, visits, span, counts);
    if (counts.before > 0) count(measured.returnedBefore, counts.before > 1);
    if (counts.visits === 0) return;
    count(measured.returned, counts.visits > 1);
    countLate(measured.late, visits, span, counts);
    const since = span.to - counts.lastDay;
    const [recency, frequency] = [recencyRow(rules, since), frequencyColumn(rules, counts.visits)];
    const row = measured.grid[recency];
    if (row) row[frequency] = (row[frequency] ?? 0) + 1;
    const loyal = isLoyal(rules, since, counts);
    if (loyal) loyalTotal += 1;
    const listed = cell === null ? loyal : cell.recency === recency && cell.frequency === frequency;
    if (listed) candidates.push(candidateOf(id, counts, first));
  });
  countSecondVisits(measured, newcomers, known, span);
  return { ...measured, loyalTotal, candidates };
}

function isLoyal(rules: LoyaltyRules, since: number, counts: Counts): boolean {
  return since <= rules.loyalWithinDays && counts.visits >= rules.loyalVisits && counts.spentCents >= rules.loyalSpentCents;
}

function recencyRow({ recencyDays }: LoyaltyRules, since: number): number {
  const row = recencyDays.findIndex((bound) => since <= bound);
  return row === -1 ? recencyDays.length : row;
}

function frequencyColumn({ visits }: LoyaltyRules, count: number): number {
  const column = visits.findIndex((bound) => count < bound);
  return column === -1 ? visits.length : column;
}

interface Newcomer {
  readonly id: number;
  readonly first: number;
  readonly second: number;
}

/** Whoever came for the first time and has had the days to come again, in the period or the one before. */
function noteNewcomer(into: Newcomer[], id: number, first: number, second: number, span: Span): void {
  const had90Days = first + SECOND_VISIT_DAYS;
  if (first !== 0 && had90Days <= span.to && had90Days >= (span.previousFrom ?? span.from)) into.push({ id, first, second });
}

function countSecondVisits(into: { second: Tally; secondBefore: Tally }, newcomers: readonly Newcomer[], known: Known, span: Span): void {
  const since = known(newcomers.map(({ id }) => id));
  for (const { id, first, second } of newcomers) {
    if (isKnownLonger(since.get(id), first)) continue;
    const had90Days = first + SECOND_VISIT_DAYS;
    count(had90Days >= span.from ? into.second : into.secondBefore, second !== 0 && second <= had90Days);
  }
}

function countLate(late: Tally & { spentCents: number }, visits: ClientVisits, span: Span, counts: Counts): void {
  const rhythm = rhythmDays(visits, span.rhythmFrom, span.to);
  if (rhythm === 0) return;
  const isLate = span.to - counts.lastDay > LATE_BY * rhythm;
  count(late, isLate);
  if (isLate) late.spentCents += counts.spentCents;
}

function countLateBefore(late: Tally, visits: ClientVisits, span: Span, counts: Counts): void {
  if (span.previousFrom === null || counts.before === 0) return;
  const end = span.from - 1;
  const rhythm = rhythmDays(visits, span.previousRhythmFrom, end);
  if (rhythm > 0) count(late, end - counts.lastBefore > LATE_BY * rhythm);
}

function candidateOf(id: number, counts: Counts, firstDay: number): Candidate {
  const { visits, spentCents, lastDay, trendVisits, trendBefore } = counts;
  return { id, visits, spentCents, lastDay, trendVisits, trendBefore, firstDay };
}

function count(into: Tally, isPart: boolean): void {
  into.whole += 1;
  if (isPart) into.part += 1;
}

function tally(): Tally {
  return { part: 0, whole: 0 };
}

function emptyGrid(): number[][] {
  return Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
}
