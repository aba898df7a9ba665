// Makes every key of t() known to the compiler; the sentences themselves are plain strings.

import type { words } from './words';

type Plain<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Plain<T[K]>;
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'core';
    resources: Plain<(typeof words)['zh-CN']>;
  }
}
