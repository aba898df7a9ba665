// One client's history, newest first, merged from visits, notes and follow-ups.

import { todayAt } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import type { TimelineItem } from '../../shared/timeline/contract';
import { clientRowId } from '../clients/own';
import type { Context, Services } from '../core/context';
import { may } from '../core/demand';
import { followUpsOf } from '../follow-ups/service';
import { currentPreferences } from '../preferences/service';
import { instantOf, visitsBefore } from '../visits/service';

const END_OF_TIME = '9999';

const RIGHT_FOR = { visit: 'visits', note: 'clients', 'follow-up': 'follow-ups' } as const;

export const timelineService = {
  of({ clientId, kind, before, limit }, context) {
    const id = clientRowId(context, clientId);
    const wants = (one: TimelineItem['type']) => (kind === 'all' || kind === one) && may(context, RIGHT_FOR[one], 'see');
    const past: TimelineItem[] = [
      ...(wants('visit') ? visitItems(context, id, before ?? END_OF_TIME, limit + 1) : []),
      ...(wants('note') ? noteItems(context, id) : []),
      ...(wants('follow-up') ? closedItems(context, id) : []),
    ]
      .filter((item) => before === null || item.at < before)
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const open = before === null && wants('follow-up') ? openItems(context, id) : [];
    const page = pageOf(past, limit);
    return { items: [...open, ...page], more: past.length > page.length };
  },
} satisfies Services<AppContract>['timeline'];

/** The next page begins before the last moment of this one, so a moment is never split. */
function pageOf(past: readonly TimelineItem[], limit: number): readonly TimelineItem[] {
  const last = past[limit - 1]?.at;
  const end = last === undefined ? -1 : past.findIndex((item) => item.at < last);
  return end === -1 ? past : past.slice(0, end);
}

function visitItems(context: Context, clientId: number, before: string, limit: number): TimelineItem[] {
  return visitsBefore(context, clientId, before, limit).map((visit) => ({ type: 'visit', on: visit.on, at: visit.at, visit }));
}

function noteItems(context: Context, clientId: number): TimelineItem[] {
  return currentPreferences(context, clientId).flatMap((note): TimelineItem[] =>
    note.kind === 'note' ? [{ type: 'note', on: dayOf(note.at), at: note.at, note }] : [],
  );
}

/** Promises that still stand, soonest first: they lead the timeline. */
function openItems(context: Context, clientId: number): TimelineItem[] {
  return followUpsOf(context, clientId)
    .flatMap(({ followUp }): TimelineItem[] =>
      followUp.state === 'open' ? [{ type: 'follow-up', on: followUp.dueOn, at: instantOf(followUp.dueOn, null), followUp }] : [],
    )
    .reverse();
}

function closedItems(context: Context, clientId: number): TimelineItem[] {
  return followUpsOf(context, clientId).flatMap(({ followUp }): TimelineItem[] =>
    followUp.closedAt === null ? [] : [{ type: 'follow-up', on: dayOf(followUp.closedAt), at: followUp.closedAt, followUp }],
  );
}

function dayOf(at: string) {
  return todayAt(new Date(at));
}
