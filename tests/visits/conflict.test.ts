// Does a service meet an alert of the client?

import { expect, test } from 'vitest';
import { conflictWith } from '../../shared/visits/conflict';

const alert = (text: string, detail: string | null = null, kind = 'allergy') => ({ kind, text, detail });
const meets = (ingredients: readonly string[], ...preferences: ReturnType<typeof alert>[]) =>
  conflictWith({ ingredients }, preferences)?.ingredient ?? null;

test.each([
  ['PPD', '对苯二胺（PPD）'],
  ['对苯二胺（PPD）', 'ppd 过敏'],
  ['对苯二胺(PPD)', '染发剂里的对苯二胺'],
  ['ｐｐｄ', 'PPD'],
  ['水杨酸、果酸', '用果酸会红'],
  ['nut', 'Allergic to nuts'],
  ['蜂', '蜂蜜'],
])('an ingredient %s meets %s', (ingredient, text) => {
  expect(meets([ingredient], alert(text))).toBe(ingredient);
});

test.each([
  ['PPD', '香精'],
  ['a', 'a rash last year'],
  ['', '香精'],
  ['()', '香精（轻微）'],
])('an ingredient %j does not meet %s', (ingredient, text) => {
  expect(meets([ingredient], alert(text))).toBeNull();
});

test('reads the second line of an alert too', () => {
  expect(meets(['酒精'], alert('敏感肌', '含酒精的都不行'))).toBe('酒精');
});

test('likes, dislikes and notes are no reason to warn', () => {
  expect(['like', 'dislike', 'note'].map((kind) => meets(['精油'], alert('精油', null, kind)))).toEqual([null, null, null]);
});

test('names the first alert that is met, with its kind', () => {
  const found = conflictWith({ ingredients: ['A酸', '果酸'] }, [alert('香精'), alert('孕期不用A酸', null, 'pregnancy'), alert('果酸')]);
  expect(found).toEqual({ kind: 'pregnancy', text: '孕期不用A酸', ingredient: 'A酸' });
});
