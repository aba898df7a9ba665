// The two languages of the interface.

import type { Appearance } from '../../shared/settings/contract';

export type Language = Appearance['language'];
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** The same keys, other sentences: how the English words are checked against the Chinese. English may add `…_one` for a count of one. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]>;
} & { readonly [K in `${string}_one`]?: string };
