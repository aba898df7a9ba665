// Which patch test counts for a service, and what it says on a day.

import { describe, expect, it } from 'vitest';
import { IsoDate } from '../../shared/core/date';
import { ServiceId } from '../../shared/ids';
import type { PatchResult } from '../../shared/patch-tests/contract';
import { standingFor, usuallyValidUntil } from '../../shared/patch-tests/standing';

const day = (text: string) => IsoDate.parse(text);
const COLOUR = { id: ServiceId.parse('0199aaaa-0000-7000-8000-00000000000a'), ingredients: ['对苯二胺（PPD）', '双氧水'] };
const TODAY = day('2026-03-14');

interface Given {
  readonly on?: string;
  readonly until?: string;
  readonly result?: PatchResult;
  readonly substance?: string;
  readonly service?: boolean;
}

const aTest = ({ on = '2026-03-01', until = '2026-09-01', result = 'none', substance = '', service = true }: Given = {}) => ({
  ...{ service: service ? { id: COLOUR.id } : null, substance, on: day(on), validUntil: day(until), result },
});
const standing = (...tests: Given[]) => standingFor(COLOUR, tests.map(aTest), TODAY).standing;

describe('a patch test', () => {
  it('is missing where none was done for the service or for anything it holds', () => {
    expect(standing()).toBe('missing');
    expect(standing({ service: false, substance: '丙烯酸' })).toBe('missing');
  });

  it('counts when it was done for the service, or for a substance it holds under any of its names', () => {
    expect(standing({})).toBe('valid');
    expect(standing({ service: false, substance: 'ppd' })).toBe('valid');
    expect(standing({ service: false, substance: '双氧水' })).toBe('valid');
  });

  it('counts on its last day and no longer', () => {
    expect(standing({ until: '2026-03-14' })).toBe('valid');
    expect(standing({ until: '2026-03-13' })).toBe('expired');
  });

  it('waits to be looked at, and a reaction never runs out', () => {
    expect(standing({ result: 'pending' })).toBe('pending');
    expect(standing({ result: 'reaction', on: '2020-01-01', until: '2020-07-01' })).toBe('reaction');
  });

  it('gives way to a later one; of two on one day the reaction counts', () => {
    expect(standing({ on: '2025-01-01', result: 'reaction' }, { on: '2026-03-01' })).toBe('valid');
    expect(standing({ result: 'none' }, { result: 'reaction' })).toBe('reaction');
    expect(standing({ result: 'reaction' }, { result: 'none' })).toBe('reaction');
  });

  it('usually counts for half a year, and ends with the month where the month is shorter', () => {
    expect(usuallyValidUntil(day('2026-03-14'))).toBe('2026-09-14');
    expect(usuallyValidUntil(day('2025-08-31'))).toBe('2026-02-28');
  });
});
