// Makes every key of t() known to the compiler.

import type { words } from './words';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'core';
    resources: (typeof words)['zh-CN'];
  }
}
