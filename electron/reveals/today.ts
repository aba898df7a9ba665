// What this person had shown to them today: the audit log knows.

import { startOfDay } from '../../shared/core/date';
import type { ClientId } from '../../shared/ids';
import type { RevealCount, RevealKind } from '../../shared/reveals/contract';
import type { Context } from '../core/context';
import { countReveals, hasRevealed } from './store';

type Asking = Pick<Context, 'db' | 'session' | 'today'>;

export function wasRevealedToday({ db, session, today }: Asking, what: RevealKind, client: ClientId): boolean {
  return hasRevealed(db, session.accountId, startOfDay(today), what, client);
}

export function revealsToday({ db, session, today }: Asking): RevealCount {
  return { today: countReveals(db, session.accountId, startOfDay(today)), limit: session.rights.revealsPerDay };
}
