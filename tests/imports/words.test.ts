// What is said of a cell: a whole sentence in both languages, with its figures filled in.

import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../shared/imports/problem-codes';
import { problemSentence } from '../../shared/imports/words';

test('every code has a sentence in both languages, also without details', () => {
  const sentences = PROBLEM_CODES.flatMap((code) => [problemSentence('zh-CN', code, {}), problemSentence('en', code, {})]);
  expect(sentences.filter((sentence) => sentence.length < 3)).toEqual([]);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each([
  ['phone.invalid', { problem: 'missing-digits', by: 4 }, '号码少4位', '4 digits are missing'],
  ['phone.invalid', { problem: 'too-many', by: 1 }, '号码多1位', '1 digit too many'],
  ['date.impossible', { month: 13 }, '没有13月', 'There is no month 13'],
  ['date.impossible', { year: 1991, leap: 5 }, '1991年没有闰五月', '1991 has no leap month 5'],
  ['date.impossible', { year: 1990, month: 2, day: 30 }, '1990年2月没有30日', 'Month 2 of 1990 has no day 30'],
  ['duplicate.phone', { client: 'C-0311', name: '李梦瑶' }, '与C-0311李梦瑶姓名、号码都相同', 'Same name and number as C-0311 李梦瑶'],
  ['phone.shared', { row: 7 }, '与第7行同一个号码，可能是一家人', 'Same number as row 7: a family, perhaps'],
] as const)('%s with %j', (code, details, chinese, english) => {
  expect([problemSentence('zh-CN', code, details), problemSentence('en', code, details)]).toEqual([chinese, english]);
});

test('a code of a newer book is shown as it is', () => {
  expect(problemSentence('en', 'future.code', {})).toBe('future.code');
});
