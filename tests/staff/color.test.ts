// The colours of the staff: kept, taken back, and such that an initial can be read on each.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActId } from '../../shared/ids';
import { STAFF_COLORS } from '../../shared/staff/color';
import tokens from '../../renderer/core/tokens.json';
import { anApp, type TestApp } from '../support/app';

describe('of a person', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await anApp();
  });
  afterEach(() => app.close());
  const colors = async () => (await app.call('staff.list', { activeOnly: false })).map(({ color }) => color);

  test('there is none until somebody chooses one, and undo takes the choice back', async () => {
    const { id } = await app.call('staff.create', { name: '周静', post: null, active: true });
    expect(await colors()).toEqual([null]);
    const { act } = await app.act('staff.update', { id, draft: { name: '周静', post: null, color: 'jade', active: true } });
    expect(await colors()).toEqual(['jade']);
    await app.call('history.undo', { actId: act as ActId });
    expect(await colors()).toEqual([null]);
  });

  test('refuses one that is not among those there are', async () => {
    const draft = { name: '周静', post: null, color: 'amber', active: true } as never;
    await expect(app.call('staff.create', draft)).rejects.toMatchObject({ code: 'bridge.bad-input' });
  });
});

test.each(['light', 'dark'] as const)('an initial stands out from each of them in %s', (scheme) => {
  const semantic: Readonly<Record<string, string>> = tokens.semantic[scheme];
  const ratios = STAFF_COLORS.map((color) => contrast(semantic[`staff-${color}`] ?? '', semantic['surface'] ?? ''));
  expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
