// A hit in the pinyin shows in the characters, too.

import { describe, expect, it } from 'vitest';
import { nameRangesOf } from '../../renderer/clients/name-marks';

describe('the marks of a name', () => {
  it('are on the characters whose syllables were hit', () => {
    expect(
      nameRangesOf('张思妍', 'zhang si yan', [
        [0, 1],
        [6, 7],
      ]),
    ).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('count a rare character outside the first plane as one', () => {
    expect(nameRangesOf('𠮷田', 'ji tian', [[3, 7]])).toEqual([[2, 3]]);
  });

  it('are left out when characters and syllables do not go together', () => {
    expect(nameRangesOf('Zoe沈', 'zoe shen', [[0, 1]])).toEqual([]);
  });
});
