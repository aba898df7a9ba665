// The follow-ups of an invented client: most were kept, a few of these days are open, one or two are late.

import { addDays, daysBetween, type IsoDate } from '../../shared/core/date';
import { pick } from '../../shared/core/seeded';
import type { SampleContent } from './content';
import type { SampleVisit } from './visits';

export interface SampleFollowUp {
  readonly kind: 'after-service' | 'birthday' | 'missed';
  /** Place of the visit it came of. */
  readonly visit: number | null;
  readonly madeOn: IsoDate;
  readonly dueOn: IsoDate;
  readonly note: string;
  readonly state: 'open' | 'done' | 'dropped';
  readonly outcome: string | null;
  readonly outcomeNote: string | null;
  readonly closedOn: IsoDate | null;
}

interface Told {
  readonly visits: readonly SampleVisit[];
  readonly today: IsoDate;
  readonly index: number;
}

export function followUpsOf(content: SampleContent, { visits, today, index }: Told, random: () => number): readonly SampleFollowUp[] {
  const after = visits.flatMap((visit, place): SampleFollowUp[] => {
    const note = content.services[visit.items[0]?.service ?? -1]?.followUpNote ?? null;
    if (note === null || visit.voided || random() > 0.35) return [];
    const dueOn = addDays(visit.on, 3);
    return [{ ...settled(content, { dueOn, today }, random), kind: 'after-service', visit: place, madeOn: visit.on, dueOn, note }];
  });
  const last = visits.at(-1);
  if (!last) return after;
  const away = daysBetween(last.on, today);
  if (away > 120 && random() < 0.2) after.push(missed(content, { last: last.on, today }, random));
  else if (away < 60 && index % 23 === 5) after.push(wish(content, { index, today, madeOn: last.on }));
  return after;
}

type Settled = Pick<SampleFollowUp, 'state' | 'outcome' | 'outcomeNote' | 'closedOn'>;

const OPEN: Settled = { state: 'open', outcome: null, outcomeNote: null, closedOn: null };

/** What was due is done; of the last days a little is left over. */
function settled(
  content: SampleContent,
  { dueOn, today }: { readonly dueOn: IsoDate; readonly today: IsoDate },
  random: () => number,
): Settled {
  const late = daysBetween(dueOn, today);
  if (late < 0 || (late < 4 && random() < 0.5)) return OPEN;
  const { outcome, note } = pick(random, content.outcomes);
  return { state: 'done', outcome, outcomeNote: note, closedOn: dueOn };
}

function missed(
  content: SampleContent,
  { last, today }: { readonly last: IsoDate; readonly today: IsoDate },
  random: () => number,
): SampleFollowUp {
  const dueOn = addDays(last, 110);
  const gone = random() < 0.15;
  const { outcome, note } = pick(random, content.outcomes);
  const closed: Settled = gone
    ? { state: 'dropped', outcome: null, outcomeNote: content.droppedNote, closedOn: dueOn }
    : { state: 'done', outcome, outcomeNote: note, closedOn: dueOn };
  const open = dueOn >= addDays(today, -2);
  return { ...(open ? OPEN : closed), kind: 'missed', visit: null, madeOn: addDays(last, 100), dueOn, note: content.missedNote };
}

function wish(
  content: SampleContent,
  { index, today, madeOn }: { readonly index: number; readonly today: IsoDate; readonly madeOn: IsoDate },
): SampleFollowUp {
  return { ...OPEN, kind: 'birthday', visit: null, madeOn, dueOn: addDays(today, index % 6), note: content.birthdayNote };
}
