// What an export is made of, and how many rows that will be.

import type { ParsedInputOf } from '../../shared/core/operation';
import type { OperationOf } from '../../shared/contract';
import type { ColumnKey } from '../../shared/exports/contract';
import { ownClients } from '../clients/own';
import { foundAmong, selectClients } from '../clients/list';
import type { Context } from '../core/context';
import { demand } from '../core/demand';
import { openFollowUpIds } from '../follow-ups/service';
import { everybodyLate } from '../loyalty/lateness';
import { loyalRanking } from '../loyalty/service';
import type { LiveSearch } from '../search/live-search';
import { countBookClients } from './client-store';
import { countRecords } from './record-store';
import { scopeOf } from './view';
import type { ExportPart } from './write';

/** 'book', 'clients' with its list, 'loyal' and 'follow-ups' with their question, 'late'. */
export type ExportWish = ParsedInputOf<OperationOf<'exports.size'>>;

export interface SizedPart {
  readonly part: ExportPart;
  readonly rows: number;
}

export function partOf(search: LiveSearch, wish: ExportWish, without: readonly ColumnKey[], context: Context): SizedPart {
  if (wish.what === 'book') return { part: { kind: 'book' }, rows: countBook(context) };
  if (wish.what === 'loyal') {
    const ranking = loyalRanking(wish.question, context);
    return { part: { kind: 'loyal', ranking, without }, rows: ranking.length };
  }
  if (wish.what === 'late') {
    demand(context, 'visits', 'see');
    const late = everybodyLate(context);
    return { part: { kind: 'late', late, without }, rows: late.length };
  }
  if (wish.what === 'follow-ups') {
    demand(context, 'follow-ups', 'see');
    const ids = openFollowUpIds(context, wish.question);
    return { part: { kind: 'follow-ups', ids, without }, rows: ids.length };
  }
  const { what: _what, ...list } = wish;
  const { total } = selectClients(search, context, { ...list, offset: 0, limit: 1 });
  const among = foundAmong(search, context, list.filter);
  const question = { ...list, today: context.today, among, own: ownClients(context.session) };
  return { part: { kind: 'clients', question, without }, rows: total };
}

/** Every row of every sheet; none where there are no clients. */
function countBook({ db, session, health }: Context): number {
  const scope = scopeOf(session);
  const clients = countBookClients(db, scope.own);
  if (clients === 0) return 0;
  const own = ownClients(session, 'x', 'client_id');
  const visits = scope.visits ? countRecords(db, 'visits', own) : 0;
  const followUps = scope.followUps ? countRecords(db, 'follow-ups', own) : 0;
  const preferences = countRecords(db, scope.health && health !== null ? 'preferences' : 'preferences-without-alerts', own);
  return clients + visits + followUps + preferences;
}
