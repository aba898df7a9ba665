// Phones in running text: masked however they were typed, and nothing else is taken for one.

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newUid } from '../../electron/core/database/uid';
import { maskPhone, maskPhonesIn } from '../../shared/core/marks';

test.each([
  ['13800138533'],
  ['138 0013 8533'],
  ['138-0013-8533'],
  ['138.0013.8533'],
  ['1 3 8 0 0 1 3 8 5 3 3'],
  ['（138）0013—8533'],
  ['１３８００１３８５３３'],
  ['+8613800138533'],
  ['86 138 0013 8533'],
  ['(+86) 138 0013 8533'],
  ['0086-13800138533'],
  ['+852 9123 4533'],
  ['852-9123-4533'],
  ['(852)91234533'],
  ['+886 912 345 533'],
  ['886912345533'],
  ['0912-345-533'],
  ['+1 (415) 555-8533'],
  ['0571-8888 8533'],
  ['(021) 6543 8533'],
])('hides %s in a note', (phone) => {
  for (const note of [phone, `电话${phone}，晚上打`, `tel: ${phone}`, `${phone}/${phone}`]) {
    const masked = maskPhonesIn(note);
    for (const one of masked.split('/')) expect(one.normalize('NFKC').replace(/[^0-9*]/g, ''), masked).not.toMatch(/\d{7}/);
    expect(masked).toContain('****');
    expect(maskPhonesIn(masked)).toBe(masked);
  }
});

test.each([
  ['2026-03-14'],
  ['2026-03-14T04:00:00.000Z'],
  ['2026年3月14日 15:30'],
  ['20260314'],
  ['¥1,380.00'],
  ['13800'],
  ['C-0001'],
  ['客户 2026-03-14.xlsx'],
  ['做了 3 次，每次 398 元'],
  ['lunar:1990-L05-03'],
])('leaves %s alone', (text) => {
  expect(maskPhonesIn(text)).toBe(text);
});

test('never takes an id for a phone', () => {
  for (let i = 0; i < 20_000; i += 1) {
    const ids = [newUid(1_700_000_000_000 + i * 1_000_003), randomUUID()];
    for (const id of ids) expect(maskPhonesIn(id)).toBe(id);
  }
  // Of digits alone, as one in some thousands is.
  for (const id of ['01981234-5678-7912-8138-001385330000', '88612345-6789-4123-8123-138001385331', '01381234-5678-7123-9123-886912345533'])
    expect(maskPhonesIn(id)).toBe(id);
});

test('of a phone the last four digits stay, and the first three when enough are hidden between', () => {
  expect(maskPhone('138 0013 8533')).toBe('138 **** 8533');
  expect(maskPhone('+852 9123 4533')).toBe('**** 4533');
  expect(maskPhone('8533')).toBe('****');
});
