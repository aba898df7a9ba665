// Which addresses count as the page's own.

import { expect, test } from 'vitest';
import { isWithin } from '../../electron/core/policy';

test.each(['app://shuke/', 'app://shuke/index.html', 'app://shuke/#/clients'])('%s is our page', (address) => {
  expect(isWithin('app://shuke', address)).toBe(true);
});

test.each([
  '',
  'about:blank',
  'data:text/html,<p>',
  'file:///etc/passwd',
  'blob:app://shuke/1',
  'app://shuke',
  'app://shuke.evil/',
  'app://other/',
  'https://shuke/',
])('%j is not', (address) => {
  expect(isWithin('app://shuke', address)).toBe(false);
});
