// What the permission of an operation cannot say, because it depends on the input: services ask for it here.

import { reaches, type Level, type RightId } from '../../shared/permissions';
import { AppError } from '../../shared/errors';
import { maskPhonesIn } from '../../shared/core/marks';
import type { Session } from './context';

type Asker = { readonly session: Pick<Session, 'rights'> };

export function may({ session }: Asker, right: RightId, level: Level): boolean {
  return reaches(session.rights.levels, right, level);
}

/** Refuses, naming the right that is missing. */
export function demand(asker: Asker, right: RightId, level: Exclude<Level, 'none'>): void {
  if (!may(asker, right, level)) throw new AppError('session.not-allowed', { permission: `${right}.${level}` });
}

/**
 * What somebody sends back of a text in which they see no phones. Unchanged as they saw it, it stays as it is stored:
 * otherwise the stars of the mask would replace the number.
 */
export function sentBack<T extends string | null>(asker: Asker, sent: T, stored: T): T {
  if (stored === null || may(asker, 'contact', 'see')) return sent;
  return sent === maskPhonesIn(stored) ? stored : sent;
}

/** A text as this session may read it. */
export function readable(asker: Asker, text: string): string {
  return may(asker, 'contact', 'see') ? text : maskPhonesIn(text);
}
