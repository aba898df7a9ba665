// What was changed of one visit since it was written down: who, when, and both sides of each change, rebuilt from the journal.

import { IsoInstant } from '../../shared/core/date';
import { HIDDEN } from '../../shared/core/marks';
import { cents } from '../../shared/core/money';
import { ActId } from '../../shared/ids';
import type { VisitChange, VisitDetailChange } from '../../shared/visits/contract';
import { isOwn } from '../clients/own';
import type { Context } from '../core/context';
import { earlier, NOTHING_LEFT, originOf } from '../history/client-history';
import { currentVisitRows, listVisitEntries, nameIn, type Entry, type Values } from './change-store';
import type { VisitRecord } from './store';

type Reader = Pick<Context, 'db' | 'session'>;

interface Step {
  readonly entry: Entry;
  readonly was: Values | null;
  readonly is: Values | null;
}

/** Newest first; acts that changed nothing people read are not there. */
export function visitChanges(reader: Reader, { id }: Pick<VisitRecord, 'id'>): VisitChange[] {
  const acts = new Map<string, Step[]>();
  for (const step of stepsOf(reader, id)) {
    const steps = acts.get(step.entry.act_uid);
    if (steps) steps.push(step);
    else acts.set(step.entry.act_uid, [step]);
  }
  return [...acts.values()].flatMap((steps) => changeOf(reader, steps));
}

/** Backwards from how each row stands now. */
function stepsOf({ db }: Reader, visitId: number): Step[] {
  const rows = new Map<string, Values | null>(currentVisitRows(db, visitId));
  return listVisitEntries(db, visitId).flatMap((entry): Step[] => {
    if (entry.before === NOTHING_LEFT) return [];
    const is = rows.get(entry.row_uid) ?? null;
    const was = earlier(entry, is);
    rows.set(entry.row_uid, was);
    return [{ entry, was, is }];
  });
}

function changeOf(reader: Reader, steps: readonly Step[]): VisitChange[] {
  const [step] = steps;
  if (!step) return [];
  const { act_uid: act, at, by, operation, undone } = step.entry;
  const first = steps.some(({ entry }) => entry.table_name === 'visit' && entry.kind === 'insert');
  // in the order in which they were written: the visit itself, then line by line
  const details = first ? [] : steps.toReversed().flatMap((one) => detailsOf(reader, one));
  if (!first && details.length === 0) return [];
  return [{ id: ActId.parse(act), at: IsoInstant.parse(at), by, origin: originOf(operation, by), undone: undone === 1, first, details }];
}

function detailsOf(reader: Reader, { entry, was, is }: Step): VisitDetailChange[] {
  if (entry.table_name === 'visit') return ofVisit(reader, was ?? {}, is ?? {});
  if (entry.table_name === 'visit_payment') return differing({ kind: 'paid', from: paymentOf(was), to: paymentOf(is) });
  return differing({ kind: 'line', from: lineOf(reader, was), to: lineOf(reader, is) });
}

function ofVisit(reader: Reader, was: Values, is: Values): VisitDetailChange[] {
  const texts = TEXTS.flatMap(([field, told]) => differing({ kind: 'text', field, from: told(reader, was), to: told(reader, is) }));
  return [...texts, ...differing({ kind: 'amount', from: centsIn(was, 'amount_cents'), to: centsIn(is, 'amount_cents') })];
}

type Field = Extract<VisitDetailChange, { kind: 'text' }>['field'];
type Told = (reader: Reader, row: Values) => string | null;

const column =
  (name: string): Told =>
  (_reader, row) =>
    textIn(row, name);

const TEXTS: readonly (readonly [Field, Told])[] = [
  ['client', clientIn],
  ['day', column('visited_on')],
  ['time', column('visited_time')],
  ['staff', staffIn],
  ['payment', column('payment')],
  ['note', column('note')],
  ['formula', column('formula')],
  ['voided', (_reader, row) => (textIn(row, 'deleted_at') === null ? null : textIn(row, 'void_reason'))],
];

function differing(change: VisitDetailChange): VisitDetailChange[] {
  return JSON.stringify(change.from) === JSON.stringify(change.to) ? [] : [change];
}

function lineOf(reader: Reader, row: Values | null): Extract<VisitDetailChange, { kind: 'line' }>['from'] {
  if (row === null) return null;
  return {
    name: textIn(row, 'name') ?? '',
    quantity: Number(row['quantity']),
    priceCents: centsIn(row, 'price_cents'),
    discountCents: centsIn(row, 'discount_cents'),
    staff: staffIn(reader, row),
  };
}

function paymentOf(row: Values | null): Extract<VisitDetailChange, { kind: 'paid' }>['from'] {
  return row === null ? null : { payment: textIn(row, 'payment') ?? '', amountCents: centsIn(row, 'amount_cents') };
}

/** Whom this session may not know of has no name. */
function clientIn({ db, session }: Reader, row: Values): string | null {
  const id = Number(row['client_id']);
  return isOwn(db, session, id) ? nameIn(db, 'client', id) : HIDDEN;
}

function staffIn({ db }: Reader, row: Values): string | null {
  const id = row['staff_id'] ?? null;
  return id === null ? null : nameIn(db, 'staff', Number(id));
}

function centsIn(row: Values, name: string) {
  return cents(Number(row[name] ?? 0));
}

function textIn(row: Values, name: string): string | null {
  const value = row[name];
  return typeof value === 'string' ? value : null;
}
