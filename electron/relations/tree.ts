// Who sent whom: from whoever began it, through the client one looks from, down to the last ones.

import { cents } from '../../shared/core/money';
import { ClientId } from '../../shared/ids';
import { MOST_SENT, type Sent } from '../../shared/relations/contract';
import { isOwn } from '../clients/own';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { alertKinds } from '../preferences/service';
import { getPerson, listAbove, listSentBy, type SentRow } from './store';

export function treeAround(context: Context, clientId: number): { rows: Sent[]; more: boolean } {
  const { db } = context;
  const top = getPerson(db, listAbove(db, clientId).at(-1) ?? clientId);
  const rows: { readonly id: number; readonly shown: Sent }[] = [];
  // Each once, whatever the rows say: a circle in an old book must not go on for ever.
  const met = new Set<number>();
  const waiting = top ? [{ row: top, depth: 0 }] : [];
  for (let next = waiting.pop(); next && rows.length < MOST_SENT; next = waiting.pop()) {
    const { row, depth } = next;
    if (met.has(row.id)) continue;
    met.add(row.id);
    const sent = listSentBy(db, row.id).filter(({ id }) => !met.has(id));
    rows.push({ id: row.id, shown: sentOf(context, row, { depth, self: row.id === clientId, sent: sent.length }) });
    waiting.push(...sent.map((child) => ({ row: child, depth: depth + 1 })).toReversed());
  }
  const alerts = alertKinds(
    context,
    rows.map(({ id }) => id),
  );
  const told = ({ id, shown }: (typeof rows)[number]): Sent =>
    shown.client === null ? shown : { ...shown, client: { ...shown.client, alerts: alerts.get(id) ?? [] } };
  return { rows: rows.map(told), more: waiting.some(({ row }) => !met.has(row.id)) };
}

function sentOf(context: Context, row: SentRow, place: Pick<Sent, 'depth' | 'self' | 'sent'>): Sent {
  const { db, session } = context;
  if (row.binned === 1 || !isOwn(db, session, row.id)) return { client: null, ...place, visits: 0, spentCents: cents(0) };
  const visited = may(context, 'visits', 'see');
  return {
    client: { id: ClientId.parse(row.uid), number: row.number, name: row.name, alerts: [] },
    ...place,
    visits: visited ? row.visits : 0,
    spentCents: cents(visited ? row.spent_cents : 0),
  };
}
