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
  readonly was: readonly Said[];
  readonly is: readonly Said[];
}

/** Newest first; acts that changed nothing this session may see are not there for it. */
export function clientChanges(context: Pick<Context, 'db' | 'session' | 'health'>, clientId: number): ClientChange[] {
  const acts = new Map<string, Step[]>();
  for (const step of stepsOf(context, clientId)) {
    const steps = acts.get(step.entry.act_uid);
    if (steps) steps.push(step);
    else acts.set(step.entry.act_uid, [step]);
  }
  return [...acts.values()].flatMap((steps) => changeOf(steps) ?? []);
}

/** Whether somebody reads health in these. */
export function showsAlerts(changes: readonly ClientChange[]): boolean {
  return changes.some(({ fields }) => fields.some(({ field, label }) => field === 'alert' && label !== 'hidden'));
}

/** Backwards from how each row stands now, so that of every change both sides are known whole. */
function stepsOf(context: Pick<Context, 'db' | 'session' | 'health'>, clientId: number): Step[] {
  const rows = new Map<string, Values | null>(currentRows(context.db, clientId));
  const steps: Step[] = [];
  for (const entry of listEntries(context.db, clientId)) {
    const { table_name: table, row_uid: uid } = entry;
    if (entry.before === NOTHING_LEFT) continue;
    const after = rows.get(uid) ?? null;
    const before = earlier(entry, after);
    rows.set(uid, before);
    const said = (row: Values | null) => saidBy(context, table, clientId, row);
    steps.push({ entry, was: said(before), is: table === 'client' && entry.kind === 'insert' ? [] : said(after) });
  }
  return steps;
}

/** How a row stood before an entry of the journal, from how it stood after. */
export function earlier({ kind, before }: Pick<Entry, 'kind' | 'before'>, after: Values | null): Values | null {
  if (kind === 'insert') return null;
  // Written by our own trigger with json_object: flat, scalars only.
  const stored: Values = JSON.parse(before ?? NOTHING_LEFT);
  return kind === 'delete' ? stored : { ...after, ...stored };
}

function changeOf(steps: readonly Step[]): ClientChange | null {
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
function paired(steps: readonly Step[]): FieldChange[] {
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
