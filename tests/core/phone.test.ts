// What the value types promise about phone numbers.

import { describe, expect, it } from 'vitest';
import { formatPhone, maskPhone, normalisePhone, readPhones } from '../../shared/core/phone';

describe('a phone number', () => {
  it.each([
    ['13800138000', '+8613800138000'],
    ['（+86）18000131407', '+8618000131407'],
    ['+86-158-0013-0658', '+8615800130658'],
    ['\u202d13900130455\u202c', '+8613900130455'],
    ["'15900131848", '+8615900131848'],
    ['\t18700130106', '+8618700130106'],
    ['１５７００１３２６５３', '+8615700132653'],
    ['008613200131743', '+8613200131743'],
    ['8615100132926', '+8615100132926'],
    ['+852 9123 4567', '+85291234567'],
    ['+886 912 000 123', '+886912000123'],
    ['0571-88001234', '+8657188001234'],
  ])('reads %j whatever the habit of typing', (typed, e164) => {
    expect(normalisePhone(typed, 'CN')).toMatchObject({ ok: true, e164 });
  });

  it.each([
    ['13900139', 'missing-digits', 3],
    ['138001312345', 'too-many', 1],
    ['1.38001E+10', 'scientific', null],
    ['138OO13l234', 'letters', null],
    ['88001234', 'no-area-code', null],
    ['12800138000', 'not-a-phone', null],
    ['无', 'letters', null],
    ['', 'empty', null],
    ['--', 'not-a-phone', null],
  ])('refuses %j and says why', (typed, problem, by) => {
    expect(normalisePhone(typed, 'CN')).toEqual({ ok: false, problem, by });
  });

  it('keeps an extension apart', () => {
    expect(normalisePhone('021-6500 1234 转 8012', 'CN')).toEqual({ ok: true, e164: '+862165001234', extension: '8012' });
  });

  it.each([
    ['(503) 555-0103', '+15035550103'],
    ['1 2065550133', '+12065550133'],
    ['+1 617-555-0193', '+16175550193'],
  ])('reads %j in the United States', (typed, e164) => {
    expect(normalisePhone(typed, 'US')).toMatchObject({ ok: true, e164 });
  });

  it.each([
    ['600 00 64 15', 'ES', '+34600006415'],
    ['0912 000 123', 'TW', '+886912000123'],
    ['9123 4567', 'HK', '+85291234567'],
  ] as const)('reads %j by the region of the shop', (typed, region, e164) => {
    expect(normalisePhone(typed, region)).toMatchObject({ ok: true, e164 });
  });

  it('finds several numbers in a cell, with the remarks between them, in their order', () => {
    const found = readPhones('18900131904（妈妈）13900131932', 'CN');
    expect(found.map(({ e164, label }) => [e164, label])).toEqual([
      ['+8618900131904', '妈妈'],
      ['+8613900131932', null],
    ]);
  });

  it('keeps the good number of a cell and says what is wrong with the other', () => {
    const found = readPhones('18200130056、1390013', 'CN');
    expect(found.map(({ e164, problem }) => [e164, problem])).toEqual([
      ['+8618200130056', null],
      [null, 'missing-digits'],
    ]);
  });

  it('takes a slash inside one landline for a habit of typing', () => {
    expect(readPhones('0571/88001234', 'CN').map(({ e164 }) => e164)).toEqual(['+8657188001234']);
  });

  it('is shown in the grouping of its country and masked to what identifies it to who knows it', () => {
    expect(formatPhone('+8613800138000')).toBe('138 0013 8000');
    expect(formatPhone('+85291234567')).toBe('+852 9123 4567');
    expect(maskPhone('+8613800138533')).toBe('138 **** 8533');
    expect(maskPhone('+85291234567')).toBe('+852 **** 4567');
  });
});
