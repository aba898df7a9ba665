// One client's history, newest first, merged from visits, contacts, notes, follow-ups and changes of their record.

import { instantOf, todayAt } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { TimelineKind, type TimelineItem } from '../../shared/timeline/contract';
import { clientRowId } from '../clients/own';
import { channelsOfFollowUps, contactsBefore } from '../contacts/service';
import type { Context, Services } from '../core/context';
import { may } from '../core/demand';
import { closedFollowUpsOf, openFollowUpsOf } from '../follow-ups/service';
import { clientChanges, showsAlerts } from '../history/client-history';
import { photoDays } from '../photos/service';
import { notesBefore } from '../preferences/service';
import { visitsBefore } from '../visits/service';
import { findShownKind, saveShownKind } from './store';

const END_OF_TIME = '9999';

const RIGHT_FOR = {
  visit: 'visits',
  contact: 'clients',
  note: 'clients',
  photo: 'photos',
  'follow-up': 'follow-ups',
  change: 'clients',
} as const;

interface Question {
  readonly clientId: number;
  readonly alone: boolean;
  readonly before: string;
  readonly limit: number;
}

export const timelineService = {
  of({ clientId, kind, before, limit }, context) {
    const id = clientRowId(context, clientId);
    const wants = (one: TimelineItem['type']) => (kind === 'all' || kind === one) && may(context, RIGHT_FOR[one], 'see');
    // Where the follow-up itself is shown, it tells of the contact in which it was done.
    const alone = kind === 'all' && wants('follow-up');
    const question: Question = { clientId: id, alone, before: before ?? END_OF_TIME, limit: limit + 1 };
    const past: TimelineItem[] = [
      ...(wants('visit') ? visitItems(context, question) : []),
      ...(wants('contact') ? contactItems(context, question) : []),
      ...(wants('note') ? noteItems(context, question) : []),
      ...(wants('follow-up') ? closedItems(context, question) : []),
      ...(wants('photo') ? photoItems(context, question) : []),
      ...(wants('change') ? changeItems(context, question, kind === 'change') : []),
    ]
      .filter((item) => before === null || item.at < before)
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    const open = before === null && wants('follow-up') ? openItems(context, id) : [];
    const page = pageOf(past, limit);
    if (showsAlerts(page.flatMap((item) => (item.type === 'change' ? [item.change] : [])))) context.trail.read('health-seen', clientId);
    return { items: [...open, ...page], more: past.length > page.length };
  },
  shown: (_input, { db, session }) => TimelineKind.catch('all').parse(findShownKind(db, session.accountId)),
  show({ kind }, { db, session }) {
    saveShownKind(db, session.accountId, kind);
    return null;
  },
} satisfies Services<AppContract>['timeline'];

/** The next page begins before the last moment of this one, so a moment is never split. */
function pageOf(past: readonly TimelineItem[], limit: number): readonly TimelineItem[] {
  const last = past[limit - 1]?.at;
  const end = last === undefined ? -1 : past.findIndex((item) => item.at < last);
  return end === -1 ? past : past.slice(0, end);
}

function visitItems(context: Context, { clientId, before, limit }: Question): TimelineItem[] {
  // what was struck out is for those who may strike out
  const withStruck = may(context, 'money', 'change');
  return visitsBefore(context, clientId, before, limit, withStruck).map((visit) => ({ type: 'visit', on: visit.on, at: visit.at, visit }));
}

function contactItems(context: Context, { clientId, ...question }: Question): TimelineItem[] {
  return contactsBefore(context, clientId, question).map((contact) => ({
    type: 'contact',
    on: dayOf(contact.at),
    at: contact.at,
    contact,
  }));
}

function noteItems(context: Context, { clientId, ...question }: Question): TimelineItem[] {
  return notesBefore(context, clientId, question).map((note) => ({ type: 'note', on: dayOf(note.at), at: note.at, note }));
}

/** At the end of their day: above the visit they belong to. */
function photoItems(context: Context, { clientId, before, limit }: Question): TimelineItem[] {
  return photoDays(context, clientId, before.slice(0, 10), limit).map(({ on, photos }) => ({
    type: 'photo',
    on,
    at: instantOf(on, '23:59'),
    photos,
  }));
}

/** Promises that still stand, soonest first: they lead the timeline. */
function openItems(context: Context, clientId: number): TimelineItem[] {
  return openFollowUpsOf(context, clientId).map((followUp) => ({
    ...{ type: 'follow-up', on: followUp.dueOn, at: instantOf(followUp.dueOn, null), followUp, channel: null },
  }));
}

function closedItems(context: Context, { clientId, ...question }: Question): TimelineItem[] {
  const followUps = closedFollowUpsOf(context, clientId, question);
  const channels = channelsOfFollowUps(
    context,
    followUps.map(({ id }) => id),
  );
  return followUps.flatMap((followUp): TimelineItem[] => {
    const { id, closedAt } = followUp;
    if (closedAt === null) return [];
    return [{ type: 'follow-up', on: dayOf(closedAt), at: closedAt, followUp, channel: channels.get(id) ?? null }];
  });
}

/** That somebody was entered is no news on their own page, unless one asks for the changes. */
function changeItems(context: Context, { clientId, ...stretch }: Question, withFirst: boolean): TimelineItem[] {
  return clientChanges(context, clientId, { ...stretch, withFirst }).map((change) => ({
    ...{ type: 'change', on: dayOf(change.at), at: change.at, change },
  }));
}

function dayOf(at: string) {
  return todayAt(new Date(at));
}
