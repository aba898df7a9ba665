// What was changed of one client: each act that touched them, and of every field the old value and the new one, rebuilt from the journal.

import { IsoInstant } from '../../shared/core/date';
import type { ClientChange, FieldChange } from '../../shared/history/contract';
import { ActId } from '../../shared/ids';
import type { Context } from '../core/context';
import { currentRows, listEntries, type Entry, type Values } from './client-store';
import { saidBy, type Said } from './field-reader';

/** What an erasure left of an entry. */
export const NOTHING_LEFT = '{}';

interface Step {
  readonly entry: Entry;
  readonly before: Values | null;
  readonly after: Values | null;
}

interface Told {
  readonly entry: Entry;
  readonly was: readonly Said[];
  readonly is: readonly Said[];
}

/** Which of the changes are asked for: at most so many before an instant. */
export interface Stretch {
  readonly before: string;
  readonly limit: number;
  /** Whether that somebody was entered counts. */
  readonly withFirst: boolean;
}

const EVERYTHING: Stretch = { before: '9999', limit: Infinity, withFirst: true };

/** Newest first; acts that changed nothing this session may see are not there for it. Only those of the stretch are put into words. All of the last moment. */
export function clientChanges(
  context: Pick<Context, 'db' | 'session' | 'health'>,
  clientId: number,
  { before, limit, withFirst }: Stretch = EVERYTHING,
): ClientChange[] {
  const changes: ClientChange[] = [];
  for (const steps of actsBefore(stepsOf(context, clientId), before)) {
    const last = changes.at(-1);
    if (last && changes.length >= limit && steps[0]?.entry.at !== last.at) break;
    const change = changeOf(steps.map((step) => told(context, clientId, step)));
    if (change && (withFirst || !change.first)) changes.push(change);
  }
  return changes;
}

/** Whether somebody reads health in these. */
export function showsAlerts(changes: readonly ClientChange[]): boolean {
  return changes.some(({ fields }) => fields.some(({ field, label }) => field === 'alert' && label !== 'hidden'));
}

/** Backwards from how each row stands now, so that of every change both sides are known whole. */
function stepsOf({ db }: Pick<Context, 'db'>, clientId: number): Step[] {
  const rows = new Map<string, Values | null>(currentRows(db, clientId));
  return listEntries(db, clientId).flatMap((entry): Step[] => {
    if (entry.before === NOTHING_LEFT) return [];
    const after = rows.get(entry.row_uid) ?? null;
    const before = earlier(entry, after);
    rows.set(entry.row_uid, before);
    return [{ entry, before, after }];
  });
}

/** By their clock, which may have been set back between two of them. */
function actsBefore(steps: readonly Step[], before: string): Step[][] {
  const acts = new Map<string, Step[]>();
  for (const step of steps) {
    if (step.entry.at >= before) continue;
    const act = acts.get(step.entry.act_uid);
    if (act) act.push(step);
    else acts.set(step.entry.act_uid, [step]);
  }
  return [...acts.values()].toSorted(([a], [b]) => (a && b && a.entry.at < b.entry.at ? 1 : a && b && a.entry.at > b.entry.at ? -1 : 0));
}

function told(context: Pick<Context, 'db' | 'session' | 'health'>, clientId: number, { entry, before, after }: Step): Told {
  const said = (row: Values | null) => saidBy(context, entry.table_name, clientId, row);
  return { entry, was: said(before), is: entry.table_name === 'client' && entry.kind === 'insert' ? [] : said(after) };
}

/** How a row stood before an entry of the journal, from how it stood after. */
export function earlier({ kind, before }: Pick<Entry, 'kind' | 'before'>, after: Values | null): Values | null {
  if (kind === 'insert') return null;
  // Written by our own trigger with json_object: flat, scalars only.
  const stored: Values = JSON.parse(before ?? NOTHING_LEFT);
  return kind === 'delete' ? stored : { ...after, ...stored };
}

function changeOf(steps: readonly Told[]): ClientChange | null {
  const [step] = steps;
  if (!step) return null;
  const { act_uid: act, at, by, operation, undone } = step.entry;
  const first = steps.some(({ entry }) => entry.table_name === 'client' && entry.kind === 'insert');
  const fields = first ? [CREATED] : paired(steps);
  if (fields.length === 0) return null;
  return { id: ActId.parse(act), at: IsoInstant.parse(at), by, origin: originOf(operation, by), undone: undone === 1, first, fields };
}

const CREATED: FieldChange = { field: 'created', label: null, from: null, to: null };

export function originOf(operation: string, by: string | null): ClientChange['origin'] {
  if (operation === 'imports.commit' || operation === 'transfer.commit') return 'import';
  if (operation === 'history.undo' || operation === 'imports.undo') return 'undo';
  return by === null ? 'app' : 'person';
}

/** What went and what came under the same name belong together: an edit ends one row and begins another. */
function paired(steps: readonly Told[]): FieldChange[] {
  const gone = steps.flatMap(({ was, is }) => without(was, is));
  const come = steps.flatMap(({ was, is }) => without(is, was));
  const changes = gone.map(({ field, label, text }): FieldChange => {
    const at = come.findIndex((one) => one.field === field && (one.label === label || field === 'alert'));
    const [partner] = at === -1 ? [] : come.splice(at, 1);
    return { field, label: partner?.label ?? label, from: text, to: partner?.text ?? null };
  });
  const added = come.map(({ field, label, text }): FieldChange => ({ field, label, from: null, to: text }));
  // A new note stands on the timeline itself.
  return [...changes, ...added.filter(({ field }) => field !== 'note')];
}

function without(said: readonly Said[], others: readonly Said[]): Said[] {
  return said.filter(
    (one) => !others.some((other) => other.field === one.field && other.label === one.label && other.stored === one.stored),
  );
}
