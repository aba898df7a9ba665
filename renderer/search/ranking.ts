// How well a word and its other names answer what was typed: the name itself first, then the beginning of another word, then anywhere within.

import { fold } from '../../shared/core/text';

/** Null when it does not answer at all; the lower the nearer. */
export function rankOf(typed: string, label: string, also: string): number | null {
  const asked = fold(typed).trim();
  const name = fold(label);
  if (name.startsWith(asked)) return 0;
  const others = fold(also);
  if (others.split(' ').some((word) => word.startsWith(asked))) return 1;
  return `${name} ${others}`.includes(asked) ? 2 : null;
}
