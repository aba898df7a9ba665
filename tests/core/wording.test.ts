// Every error has a sentence in both languages, with its figures and names in it.

import { afterEach, describe, expect, it, vi } from 'vitest';
import i18next from 'i18next';
import { AppError, refuse } from '../../shared/errors';

vi.stubGlobal('document', { documentElement: { lang: '' } });
const { startI18n } = await import('../../renderer/core/i18n');
const { fieldWordings, refusalWording, wording } = await import('../../renderer/core/wording');
startI18n({ 'zh-CN': {}, en: {} }, 'zh-CN');

afterEach(() => i18next.changeLanguage('zh-CN'));

describe('wording', () => {
  it('says how many tries are left before one has to wait', () => {
    const error = new AppError('keys.wrong-password', { nextWaitSeconds: 30, triesBeforeWait: 2 });
    expect(wording(error)).toBe('密码不对。再错2次，要等30秒。');
  });

  it('writes a long wait in minutes', () => {
    expect(wording(new AppError('keys.wait', { until: '', seconds: 900 }))).toBe('试得太多了，请等15分钟。');
    expect(wording(new AppError('keys.wait', { until: '', seconds: 75 }))).toBe('试得太多了，请等1分15秒。');
  });

  it('follows the language of the interface', async () => {
    await i18next.changeLanguage('en');
    expect(wording(refuse('session.locked'))).toBe('The book is locked. Unlock it to go on; what you were typing is kept.');
    expect(wording(new AppError('history.changed-later', { kind: 'client', rows: 1 }))).toBe(
      'Cannot be undone: 1 client was changed later.',
    );
  });

  it('gives anything else a sentence that says the book is fine', () => {
    expect(wording(new TypeError('x is not a function'))).toMatch(/客户簿完好/);
  });

  it('names each field of an input that is wrong', () => {
    const error = new AppError('bridge.bad-input', {
      issues: [
        { path: 'email', problem: 'email.invalid' },
        { path: 'name', problem: 'never heard of' },
      ],
    });
    expect(fieldWordings(error)).toEqual({ email: '邮箱少了一部分，例如 name@example.com。', name: '这一栏填得不对，请再看一遍。' });
  });

  it('has a sentence for a refusal it does not know', () => {
    expect(refusalWording('book.from-the-future', {})).toContain('book.from-the-future');
    expect(refusalWording('book.cut-short', { bytes: 100 })).toContain('100字节');
  });
});
