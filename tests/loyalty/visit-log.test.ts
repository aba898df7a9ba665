// The flat columns and the rhythm over them agree with the plain rules, whatever the visits.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rhythmDays } from '../../electron/loyalty/rhythm';
import { dayNumber, dayOf } from '../../electron/loyalty/span';
import { dayAt, VisitLog, type PackedVisits } from '../../electron/loyalty/visit-log';
import { rhythmOf } from '../../shared/clients/rhythm';
import { isoDate, type IsoDate } from '../../shared/core/date';

const anyDay = fc.integer({ min: -25_567, max: 84_005 });
const visit = fc.tuple(anyDay, fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }));
const client = fc.array(visit, { minLength: 1, maxLength: 20 });
const salon = fc.dictionary(fc.integer({ min: 1, max: 60 }).map(String), client, { maxKeys: 20 });

type Salon = Record<string, [number, number][]>;

function packed(id: number, visits: readonly (readonly [number, number])[]): PackedVisits {
  return { id, visits: visits.map(([day, cents]) => `${dayOf(day)}${cents}`).join(',') };
}

function logOf(visits: Salon): VisitLog {
  const log = new VisitLog();
  for (const id of idsOf(visits)) log.append(packed(id, visits[id] ?? []));
  return log;
}

function idsOf(visits: Salon): number[] {
  return Object.keys(visits)
    .map(Number)
    .sort((a, b) => a - b);
}

function contents(log: VisitLog): Salon {
  const found: Salon = {};
  log.forEach((id, { days, cents, from, to }) => {
    found[id] = Array.from({ length: to - from }, (_, index) => [days[from + index] ?? 0, cents[from + index] ?? 0]);
  });
  return found;
}

function inOrder(visits: Salon): Salon {
  return Object.fromEntries(idsOf(visits).map((id) => [id, (visits[id] ?? []).toSorted(([a], [b]) => a - b)]));
}

describe('the visit log', () => {
  test('gives back every visit it was given, each client’s in the order of days', () => {
    fc.assert(
      fc.property(salon, (visits) => {
        const log = logOf(visits);
        expect(contents(log)).toEqual(inOrder(visits));
        for (const id of idsOf(visits)) expect(log.of(id).to - log.of(id).from).toBe(visits[id]?.length);
        expect(log.of(61)).toMatchObject({ from: log.visits, to: log.visits });
      }),
    );
  });

  test('exchanges the visits of some clients and leaves the others as they were', () => {
    fc.assert(
      fc.property(salon, salon, fc.array(fc.integer({ min: 1, max: 70 })), (before, changes, gone) => {
        const ids = [...gone, ...idsOf(changes)];
        const kept = Object.fromEntries(Object.entries(before).filter(([id]) => !ids.includes(Number(id))));
        const changed = logOf(before).withChanged(
          ids,
          idsOf(changes).map((id) => packed(id, changes[id] ?? [])),
        );
        expect(contents(changed)).toEqual(inOrder({ ...kept, ...changes }));
        const again = changed.withChanged([], []);
        expect(contents(again)).toEqual(contents(changed));
      }),
    );
  });

  test('reads a day as the calendar counts it', () => {
    fc.assert(fc.property(anyDay, (day) => dayAt(`x${dayOf(day)}`, 1) === day && dayNumber(dayOf(day)) === day));
    expect(dayAt('2024-02-29', 0) + 1).toBe(dayAt('2024-03-01', 0));
    expect(dayAt(isoDate(1970, 1, 1), 0)).toBe(0);
  });
});

test('the rhythm of the lists is the rhythm of the client’s own page', () => {
  const days = fc.array(fc.integer({ min: 19_000, max: 20_700 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(days, (visited) => {
      const sorted = visited.toSorted((a, b) => a - b);
      const log = logOf({ 1: sorted.map((day) => [day, 100]) });
      const rhythm = rhythmOf(sorted.filter((day) => day >= 19_500).map((day): IsoDate => dayOf(day)));
      expect(rhythmDays(log.of(1), 19_500, 20_700)).toBe(rhythm?.days ?? 0);
    }),
  );
});
