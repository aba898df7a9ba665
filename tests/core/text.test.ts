// What the value types promise about names and notes.

import { describe, expect, it } from 'vitest';
import { cleanName, fold, graphemeLength, LongText, PersonName, ShortText } from '../../shared/core/text';

const problems = (result: { success: boolean; error?: { issues: { message: string }[] } | undefined }): string[] | undefined =>
  result.error?.issues.map(({ message }) => message);

describe('text', () => {
  it('in a name keeps 㐂, 𠮷, the middle dot and emoji exactly as typed', () => {
    for (const name of ['王㐂芳', '𠮷田美香', '赵䶮', '阿依古丽·买买提', "O'Brien-Quigley", '小美👩‍👧', 'Lily Chen']) {
      expect(PersonName.parse(name)).toBe(name);
    }
  });

  it('in a name loses outer blanks, zero-width marks and marks that turn the writing direction', () => {
    expect(PersonName.parse(' 张\u200b雅\u202e\u2066 \u3000')).toBe('张雅');
    expect(PersonName.parse('Lily \t Chen')).toBe('Lily Chen');
    expect(cleanName('\u200b')).toEqual({ ok: false, problem: 'text.empty' });
  });

  it('with a NUL or half a surrogate pair is refused, not repaired', () => {
    expect(problems(PersonName.safeParse('张\0雅'))).toEqual(['text.broken']);
    expect(problems(PersonName.safeParse('张\ud842'))).toEqual(['text.broken']);
    expect(problems(LongText().safeParse('a\udfb7b'))).toEqual(['text.broken']);
  });

  it('is measured in characters as a reader counts them', () => {
    expect(graphemeLength('👩‍👧𠮷é')).toBe(3);
    expect(PersonName.safeParse('𠮷'.repeat(60)).success).toBe(true);
    expect(problems(PersonName.safeParse('𠮷'.repeat(61)))).toEqual(['text.too-long']);
    expect(problems(ShortText(5).safeParse('123456'))).toEqual(['text.too-long']);
    expect(problems(LongText().safeParse('x'.repeat(1_000_000)))).toEqual(['text.too-long']);
  });

  it('in a note keeps its lines, and whatever looks like a formula or a tag', () => {
    expect(LongText().parse('第一次：怕疼\r\n第二次：轻一点\r')).toBe('第一次：怕疼\n第二次：轻一点');
    for (const note of [
      '=1+1',
      '+8613800130013 是老公电话',
      '@SUM(A1:A9)',
      '-5',
      '<img src=x onerror=alert(1)>',
      "'; DROP TABLE clients; --",
    ]) {
      expect(LongText().parse(note)).toBe(note);
    }
  });

  it('is found regardless of width, case, accents and invisible marks', () => {
    expect(fold(' Ｌｉｌｙ　CHÉN\u200b ')).toBe('lily chen');
    expect(fold('Íñigo Müller')).toBe('inigo muller');
    expect(fold('𠮷㐂')).toBe('𠮷㐂');
  });
});
