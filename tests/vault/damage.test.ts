// The small round of damaged files and failing disks: `npm run torture` does the rest.

import { describe, expect, test, vi } from 'vitest';
import { cutFiles } from '../torture/cuts';
import { whyNoShim } from '../torture/disk/shim';
import { failDisk } from '../torture/faults';
import { damageKeys, flipKeyBits, KEY_CUTS } from '../torture/keys';

test('a book or a log cut off at any length is refused by name and untouched, or right in every row it has', async () => {
  const { told, ...found } = await cutFiles();
  expect(found).toMatchObject({ silent: 0, unnamed: 0, touched: 0 });
  expect(Object.keys(told)).toEqual(['book.cut-short']);
});

test('keys.json cut off or with a bit turned over: the other copy serves and mends it; when both are hurt, that is said', async () => {
  const cut = await damageKeys(KEY_CUTS);
  expect(cut).toMatchObject({ served: KEY_CUTS.length / 2, silent: 0, shut: 0, unnamed: 0 });
  expect(cut.told).toEqual({ 'keys.damaged': KEY_CUTS.length / 2 });
  expect(await flipKeyBits(40, 20_261_122)).toMatchObject({ served: 20, silent: 0, shut: 0, unnamed: 0 });
});

// Each runs processes of its own, which a busy machine may take its time for.
vi.setConfig({ testTimeout: 120_000 });

const why = whyNoShim();

describe.skipIf(why !== undefined)(`a disk that fails while the shop works${why ? `: ${why}` : ''}`, () => {
  test.each([
    ['full', 3, 'book.disk-full'],
    ['io', 2, 'book.disk-error'],
    ['sync', 2, 'book.disk-error'],
    ['readonly', 2, 'book.disk-error'],
    ['gone', 2, 'book.disk-error'],
  ] as const)('%s: said by name, nothing acknowledged lost, and the book works when the disk does', async (kind, runs, code) => {
    const { told, ...found } = await failDisk(kind, runs, 7);
    expect(found).toEqual({ done: 0, unnamed: 0, lost: 0, half: 0, shut: 0 });
    expect(told[code]).toBe(runs);
  });

  test('slow: nothing is lost or given up', async () => {
    expect(await failDisk('slow', 1, 7)).toEqual({ told: {}, done: 1, unnamed: 0, lost: 0, half: 0, shut: 0 });
  });
});
