// Invents the clients of the sample salon and what happened with them in two years. Pure: the same content, day and seed give the same salon.

import { addDays, daysBetween, partsOf, type IsoDate } from '../../shared/core/date';
import { pick, seeded } from '../../shared/core/seeded';
import { conflictWith } from '../../shared/visits/conflict';
import type { SampleAlert, SampleContent } from './content';
import { followUpsOf, type SampleFollowUp } from './promises';
import { refundOf, visitsOf, type SampleVisit } from './visits';

export const SAMPLE_CLIENTS = 300;
export const SAMPLE_DAYS = 730;

export interface SampleClient {
  readonly name: string;
  readonly nickname: string | null;
  readonly gender: 'female' | 'male';
  readonly birthday: string | null;
  readonly phone: { readonly typed: string; readonly e164: string };
  readonly wechat: string | null;
  readonly address: string | null;
  readonly source: string;
  readonly occupation: string | null;
  readonly since: IsoDate;
  /** Places in the lists of the content; a referrer's is among the clients before. */
  readonly staff: number;
  readonly tier: number | null;
  readonly referredBy: number | null;
  readonly tags: readonly number[];
  readonly fields: readonly (string | null)[];
  readonly alert: SampleAlert | null;
  readonly askedNoAlerts: boolean;
  readonly preferences: readonly { readonly kind: 'like' | 'dislike' | 'note'; readonly text: string; readonly on: IsoDate }[];
  readonly contacts: readonly { readonly which: number; readonly on: IsoDate }[];
  readonly visits: readonly SampleVisit[];
  readonly followUps: readonly SampleFollowUp[];
  readonly shelf: 'current' | 'archived' | 'bin';
}

export function inventSalon(content: SampleContent, today: IsoDate, seed = 7): readonly SampleClient[] {
  const random = seeded(seed);
  return Array.from({ length: SAMPLE_CLIENTS }, (_, index) => inventClient(content, today, random, index));
}

/** Those of the first months make the old guard; a few come new every week. */
function inventClient(content: SampleContent, today: IsoDate, random: () => number, index: number): SampleClient {
  const since = addDays(today, -Math.max(2, Math.round(SAMPLE_DAYS * (1 - index / SAMPLE_CLIENTS) ** 1.3)));
  const female = random() < 0.9;
  const staff = 2 + Math.floor(random() * (content.staff.length - 2));
  const alert = random() < 0.1 ? pick(random, female ? content.alerts : content.alerts.filter(({ kind }) => kind !== 'pregnancy')) : null;
  const loved = alert && index % 3 === 0 ? content.services.findIndex((one) => conflictWith(one, [alert]) !== null) : -1;
  const visits = visitsOf(content, { since, today, staff, loved }, random);
  const named = content.nameOf(random, female, index);
  const referredBy = index > 20 && random() < 0.2 ? Math.floor(random() ** 2 * index) : null;
  const chance = <T>(share: number, value: () => T): T | null => (random() < share ? value() : null);
  const when = () => addDays(since, Math.floor(random() * Math.max(1, daysBetween(since, today))));
  return {
    ...named,
    gender: female ? 'female' : 'male',
    birthday: chance(0.72, () => birthday(random, index, today)),
    phone: content.phoneOf(index),
    wechat: chance(0.55, () => `wx_${String(10_000 + Math.floor(random() * 90_000))}`),
    address: chance(0.35, () => `${pick(random, content.roads)} ${1 + Math.floor(random() * 180)}`),
    source: referredBy === null ? pick(random, content.sources.slice(0, -1)) : content.bySomebody,
    occupation: chance(0.45, () => pick(random, content.occupations)),
    ...{ since, staff, referredBy, alert },
    visits: index % 40 === 17 ? withRefund(content, visits, today) : visits,
    tier: tierFor(visits.length),
    tags: [...new Set([0, 1, 2].flatMap(() => (random() < 0.35 ? [Math.floor(random() * content.tags.length)] : [])))],
    fields: content.fields.map(({ kind, choices }) =>
      chance(0.5, () => (kind === 'choice' ? pick(random, choices) : random() < 0.4 ? 'yes' : 'no')),
    ),
    askedNoAlerts: alert === null && random() < 0.7,
    preferences: [
      ...(random() < 0.5 ? [{ kind: 'like' as const, text: pick(random, content.likes), on: when() }] : []),
      ...(random() < 0.25 ? [{ kind: 'dislike' as const, text: pick(random, content.dislikes), on: when() }] : []),
      ...(random() < 0.3 ? [{ kind: 'note' as const, text: pick(random, content.notes), on: when() }] : []),
    ],
    contacts: Array.from({ length: random() < 0.4 ? 1 + Math.floor(random() * 3) : 0 }, () => ({
      which: Math.floor(random() * content.said.length),
      on: when(),
    })),
    followUps: followUpsOf(content, { visits, today, index }, random),
    shelf: SHELVED.get(index) ?? 'current',
  };
}

const SHELVED: ReadonlyMap<number, SampleClient['shelf']> = new Map([
  [11, 'archived'],
  [37, 'archived'],
  [64, 'bin'],
]);

function withRefund(content: SampleContent, visits: readonly SampleVisit[], today: IsoDate): readonly SampleVisit[] {
  const last = visits.at(-1);
  const refund = last ? refundOf(content, last, today) : null;
  return refund ? [...visits, refund] : visits;
}

function tierFor(visits: number): number | null {
  if (visits >= 28) return 0;
  if (visits >= 16) return 1;
  if (visits >= 8) return 2;
  return visits >= 3 ? 3 : null;
}

/** One in five by the moon; a few without a year; and every fiftieth in the coming week, so that there is somebody to wish well. */
function birthday(random: () => number, index: number, today: IsoDate): string {
  const soon = partsOf(addDays(today, index % 7));
  const [month, day] = index % 50 === 3 ? [soon.month, soon.day] : [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 28)];
  const year = random() < 0.85 ? String(1962 + Math.floor(random() * 42)) : '-';
  const lunar = index % 50 !== 3 && random() < 0.2 ? 'lunar:' : '';
  return `${lunar}${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
