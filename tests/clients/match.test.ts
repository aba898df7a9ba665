// Which characters of a found client are marked.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchOf, type Findable } from '../../shared/clients/match';
import { pinyinOf } from '../../shared/core/pinyin';
import { fold, isBroken } from '../../shared/core/text';

const someone = (wishes: Partial<Findable> = {}): Findable => {
  const name = wishes.name ?? '张素芬';
  return { name, nickname: null, pinyin: pinyinOf(name), number: 'C-0001', phone: null, ...wishes };
};

/** The marked characters themselves. */
function marked(row: Findable, typed: string, note: string | null = null): string | null {
  const match = matchOf(row, typed, note);
  if (!match) return null;
  const texts = { name: row.name, nickname: row.nickname, pinyin: row.pinyin, phone: row.phone, number: row.number, note: match.excerpt };
  return `${match.field}:${match.ranges.map(([from, to]) => texts[match.field]?.slice(from, to)).join('+')}`;
}

test.each([
  ['素芬', 'name:素芬'],
  ['zhangsu', 'pinyin:zhang+su'],
  ['zhang s', 'pinyin:zhang+s'],
  ['zsf', 'pinyin:z+s+f'],
  ['zhangsf', 'pinyin:zhang+s+f'],
  ['fen', 'pinyin:fen'],
  ['c-0001', 'number:C-0001'],
  ['不在', null],
  ['  ', null],
])('%j marks %j', (typed, expected) => {
  expect(marked(someone(), typed)).toBe(expected);
});

test.each(['lv', 'lü', 'Lǚ'])('marks 吕 when %s was typed', (typed) => {
  expect(marked(someone({ name: '吕布' }), typed)).toBe('pinyin:lv');
});

test('marks digits across the blanks of the phone as it is shown', () => {
  const row = someone({ phone: '138 0013 8064' });
  expect([marked(row, '8064'), marked(row, '00138'), marked(row, '138-00')]).toEqual(['phone:8064', 'phone:0013 8', 'phone:138 00']);
});

test.each([
  ['Ｌｉｌｙ', 'lily', 'name:Ｌｉｌｙ'],
  ['Zoë', 'zoe', 'name:Zoë'],
  ['ﬁona 王', '王', 'name:王'],
  ['👩‍🦰 Zoë', 'zoe', 'name:Zoë'],
  ['𠮷野', '野', 'name:野'],
])('in %s the words %s mark the characters as they stand there', (name, typed, expected) => {
  expect(marked(someone({ name }), typed)).toBe(expected);
});

test('quotes a note around the hit, also after line breaks and doubled blanks', () => {
  const note = '第一行说的是护理之后的感受\n\n  第二行：对坚果过敏，尤其是杏仁和腰果，脸上会起红疹子，要小心一点再小心一点';
  const match = matchOf(someone(), '坚果', note);
  expect(match?.excerpt?.startsWith('…')).toBe(true);
  expect(marked(someone(), '坚果', note)).toBe('note:坚果');
});

test('never cuts an emoji of a note in half', () => {
  const note = `${'😀'.repeat(30)}坚果${'😀'.repeat(30)}`;
  for (let shift = 0; shift < 3; shift += 1) {
    const excerpt = matchOf(someone(), '坚果', 'a'.repeat(shift) + note)?.excerpt ?? '';
    expect([excerpt.includes('坚果'), isBroken(excerpt)]).toEqual([true, false]);
  }
});

test('what is marked always folds to what was typed', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(name, fc.nat(8), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
      const typed = fold([...text].slice(from, from + length).join(''));
      fc.pre(typed !== '' && fold(text).includes(typed));
      const match = matchOf(someone({ name: text, pinyin: '' }), typed, null);
      expect(match?.field).toBe('name');
      for (const [start, end] of match?.ranges ?? []) expect(fold(text.slice(start, end))).toContain(typed);
    }),
    { seed: 20261122 },
  );
});
