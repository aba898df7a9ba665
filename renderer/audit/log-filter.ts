// What the log is filtered by, and the question it becomes.

import type { AuditEvent, AuditFilter } from '../../shared/audit/contract';
import { AUDIT_EVENTS } from '../../shared/audit-events';
import { addDays, type IsoDate } from '../../shared/core/date';
import type { AccountId, ClientId } from '../../shared/ids';

/** Days back, 0 for today alone; 'custom' takes `from` and `to`. */
export type DayRange = 0 | 7 | 30 | 90 | 'custom' | null;

export interface LogFilter {
  readonly range: DayRange;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly accountId: AccountId | null;
  readonly event: AuditEvent | null;
  readonly client: { readonly id: ClientId; readonly name: string } | null;
  readonly refused: boolean;
}

export const NO_FILTER: LogFilter = { range: null, from: null, to: null, accountId: null, event: null, client: null, refused: false };

export const REFUSALS: readonly AuditEvent[] = ['refused', 'sign-in-failed'];

export const EVENTS: readonly AuditEvent[] = AUDIT_EVENTS;

export function questionOf(filter: LogFilter, today: IsoDate): AuditFilter {
  const { range, accountId, client } = filter;
  const days = typeof range === 'number' ? { from: addDays(today, range === 0 ? 0 : 1 - range), to: today } : { from: null, to: null };
  const { from, to } = range === 'custom' ? filter : days;
  return { from, to, accountId, events: eventsOf(filter), clientId: client?.id ?? null };
}

export function isEmpty({ range, accountId, event, client, refused }: LogFilter): boolean {
  return range === null && accountId === null && event === null && client === null && !refused;
}

function eventsOf({ event, refused }: LogFilter): AuditEvent[] {
  if (refused) return [...REFUSALS];
  return event === null ? [] : [event];
}
