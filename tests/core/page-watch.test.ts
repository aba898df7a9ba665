// A page that dies or hangs: shown anew, and given up when it does so again and again.

import { expect, test } from 'vitest';
import { PageWatch } from '../../electron/core/page-watch';

function aWatch() {
  const state = { now: 0, told: [] as string[], later: [] as { at: number; work: () => void }[] };
  const watch = new PageWatch({
    uptime: () => state.now,
    after(milliseconds, work) {
      const one = { at: state.now + milliseconds, work };
      state.later.push(one);
      return () => void state.later.splice(state.later.indexOf(one), 1);
    },
    end() {
      state.told.push('ended');
      watch.died('killed');
    },
    renew: (why) => state.told.push(`anew: ${why}`),
    giveUp: () => state.told.push('given up'),
  });
  const pass = (milliseconds: number) => {
    state.now += milliseconds;
    for (const one of state.later.filter(({ at }) => at <= state.now)) one.work();
  };
  return { watch, pass, told: state.told };
}

test('a page that dies is shown anew', () => {
  const { watch, told } = aWatch();
  watch.died('crashed');
  expect(told).toEqual(['anew: crashed']);
});

test('the fourth death within a minute is the last; deaths further apart are not counted together', () => {
  const quick = aWatch();
  for (let i = 0; i < 4; i += 1) {
    quick.watch.died('crashed');
    quick.pass(10_000);
  }
  expect(quick.told).toEqual(['anew: crashed', 'anew: crashed', 'anew: crashed', 'given up']);
  const slow = aWatch();
  for (let i = 0; i < 6; i += 1) {
    slow.watch.died('oom');
    slow.pass(21_000);
  }
  expect(slow.told).toEqual(Array.from({ length: 6 }, () => 'anew: oom'));
});

test('a page that hangs is ended after ten seconds and shown anew', () => {
  const { watch, pass, told } = aWatch();
  watch.hangs();
  watch.hangs();
  pass(9_999);
  expect(told).toEqual([]);
  pass(1);
  expect(told).toEqual(['ended', 'anew: hung']);
  pass(60_000);
  watch.died('crashed');
  expect(told.at(-1)).toBe('anew: crashed');
});

test('a page that answers again in time is left alone', () => {
  const { watch, pass, told } = aWatch();
  watch.hangs();
  pass(5_000);
  watch.answers();
  pass(60_000);
  expect(told).toEqual([]);
  watch.hangs();
  pass(10_000);
  expect(told).toEqual(['ended', 'anew: hung']);
});
