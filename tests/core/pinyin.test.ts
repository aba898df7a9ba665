// Pinyin of names: surnames are read as surnames, and a client is found by syllables, initials, or the one and then the other.

import { expect, test } from 'vitest';
import { pinyinKey, pinyinKeys, pinyinOf } from '../../shared/core/pinyin';

test.each([
  ['张素芬', 'zhang su fen'],
  ['单小雨', 'shan xiao yu'],
  ['曾素', 'zeng su'],
  ['区丽', 'ou li'],
  ['仇英', 'qiu ying'],
  ['解晓', 'xie xiao'],
  ['欧阳单', 'ou yang dan'],
  ['吕布', 'lv bu'],
  ['小单', 'xiao dan'],
])('reads %s as %s', (name, syllables) => {
  expect(pinyinOf(name)).toBe(syllables);
});

test('leaves out what is not Chinese, and is empty where nothing is', () => {
  expect([pinyinOf('Anna 张'), pinyinOf('张·Anna👩‍🦰'), pinyinOf('Anna'), pinyinOf(''), pinyinOf('👩‍🦰')]).toEqual([
    'zhang',
    'zhang',
    '',
    '',
    '',
  ]);
});

const finds = (name: string, typed: string) => pinyinKeys(pinyinOf(name)).includes(pinyinKey(typed));

test.each(['zhangsufen', 'zhangsu', 'zhangs', 'z', 'sufen', 'fen', 'zsf', 'zs', 'sf', 'zhangsf'])('finds 张素芬 by %s', (typed) => {
  expect(finds('张素芬', typed)).toBe(true);
});

test.each(['hang', 'ufen', 'zf', 'zhangf', 'sfz', 'zhangsufenn'])(
  'does not find 张素芬 by %s, which begins in the middle or skips',
  (typed) => {
    expect(finds('张素芬', typed)).toBe(false);
  },
);

test('has no keys for a name without pinyin, so that no letter finds it', () => {
  expect(pinyinKeys('')).toBe('');
});
