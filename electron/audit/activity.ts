// What people did: by day and kind, and all of it at once for somebody who leaves.

import { AuditEvent, type DepartingReport } from '../../shared/audit/contract';
import type { Output } from '../../shared/contract';
import { addDays, IsoInstant, todayAt, type IsoDate } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { AccountId, ClientId } from '../../shared/ids';
import type { Context } from '../core/context';
import type { Db } from '../core/database/database';
import { countSeenClients, findAccountName, listActivity, listEntries, listSeenClients, type NameScope } from './list-store';

/** How far back one looks when somebody leaves. */
const DAYS_LOOKED_BACK = 90;
const MOST_CLIENTS = 200;
const MOST_EXPORTS = 500;

export function activityOf(db: Db, from: IsoDate, to: IsoDate): Output<'audit.activity'> {
  const people = new Map<string, { name: string; days: Map<IsoDate, number>; events: Map<AuditEvent, number> }>();
  for (const row of listActivity(db, from, to)) {
    const person = people.get(row.account_uid) ?? { name: row.account_name, days: new Map(), events: new Map() };
    people.set(row.account_uid, person);
    count(person.days, todayAt(new Date(row.at)));
    count(person.events, AuditEvent.parse(row.event));
  }
  return [...people].map(([uid, { name, days, events }]) => ({
    account: { id: AccountId.parse(uid), name },
    days: [...days].map(([on, entries]) => ({ on, entries })),
    events: [...events].map(([event, entries]) => ({ event, entries })).sort((a, b) => b.entries - a.entries),
  }));
}

export function departingReport({ db, today }: Context, accountId: AccountId, names: NameScope): DepartingReport {
  const account = findAccountName(db, accountId);
  if (!account) throw new AppError('record.not-found', { kind: 'account' });
  const from = addDays(today, -(DAYS_LOOKED_BACK - 1));
  const events = eventsOf(db, accountId, from, today);
  const of = (...wanted: readonly AuditEvent[]) => wanted.reduce((sum, event) => sum + (events.get(event) ?? 0), 0);
  return {
    account: { id: accountId, name: account.name },
    from,
    to: today,
    clientsSeen: countSeenClients(db, account.id, from, today),
    clientsBefore: countSeenClients(db, account.id, addDays(from, -DAYS_LOOKED_BACK), addDays(from, -1)),
    healthSeen: of('health-seen'),
    reveals: of('revealed'),
    phoneSearches: of('phone-search'),
    refused: of('refused'),
    changes: of('changed', 'deleted', 'erased', 'undone', 'imported'),
    exports: exportsOf(db, accountId, from, today, names),
    clients: listSeenClients(db, account.id, from, today, names, MOST_CLIENTS).map(({ uid, number, name, times, last_at }) => ({
      id: ClientId.parse(uid),
      number,
      name,
      times,
      lastOn: todayAt(new Date(last_at)),
    })),
  };
}

function eventsOf(db: Db, accountId: AccountId, from: IsoDate, to: IsoDate): ReadonlyMap<AuditEvent, number> {
  const events = activityOf(db, from, to).find(({ account }) => account.id === accountId)?.events ?? [];
  return new Map(events.map(({ event, entries }) => [event, entries]));
}

function exportsOf(db: Db, accountId: AccountId, from: IsoDate, to: IsoDate, names: NameScope): DepartingReport['exports'] {
  const rows = listEntries(db, { from, to, accountId, events: ['exported', 'printed'], clientId: null }, names, null, MOST_EXPORTS);
  return rows.map(({ at, details }) => {
    const known = new Map<string, unknown>(Object.entries(JSON.parse(details)));
    const text = (name: string) => {
      const value = known.get(name);
      return typeof value === 'string' ? value : null;
    };
    const count = known.get('rows');
    return { at: IsoInstant.parse(at), rows: typeof count === 'number' ? count : 0, purpose: text('purpose'), fileName: text('fileName') };
  });
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
