// Which clients a list shows, in which order: filters and sorting in SQL, over the sums that triggers keep.

import { z } from 'zod';
import {
  fieldOfSort,
  isFieldSort,
  type ClientFilter,
  type ClientSort,
  type FieldFilter,
  type FixedSort,
  type SpentRange,
} from '../../shared/clients/filter';
import { birthdayKeysBetween } from '../../shared/core/birthday';
import { addDays, daysInMonth, isoDate, partsOf, type IsoDate } from '../../shared/core/date';
import type { Db } from '../core/database/database';
import { allRows, oneRow } from '../core/database/rows';
import { isEverybody, type OwnClients } from './own';

export interface ListQuestion {
  readonly filter: ClientFilter;
  readonly sort: ClientSort;
  readonly descending: boolean;
  readonly today: IsoDate;
  /** Narrowed by a search to these ids; null: all. */
  readonly among: readonly number[] | null;
  /** Whose clients they are: what `ownClients` answers for a 'c'. */
  readonly own: OwnClients;
}

const SHELVES: Readonly<Record<ClientFilter['shelf'], string>> = {
  current: 'c.deleted_at IS NULL AND c.archived_at IS NULL',
  archived: 'c.deleted_at IS NULL AND c.archived_at IS NOT NULL',
  bin: 'c.deleted_at IS NOT NULL',
};

type PlainSort = Exclude<FixedSort, 'tier' | 'staff'>;

const SORTS: Readonly<Record<PlainSort, string>> = {
  'last-visit': 't.last_visit_on',
  name: 'c.pinyin',
  number: 'c.number',
  visits: 't.visits',
  spent: 't.spent_cents',
  newest: 'c.created_at',
};

export function listClientIds(db: Db, question: ListQuestion, offset: number, limit: number): number[] {
  const { from, parameters } = selection(question);
  const order = orderOf(db, question);
  return allRows<{ id: number }>(db, `SELECT c.id ${from} ORDER BY ${order.by} LIMIT ? OFFSET ?`, [
    ...parameters,
    ...order.parameters,
    limit,
    offset,
  ]).map((row) => row.id);
}

export function countClients(db: Db, question: ListQuestion): number {
  // The whole shelf, which is what a list starts with, is kept counted.
  if (isWholeShelf(question)) return countAllShelves(db)[question.filter.shelf];
  const { from, parameters } = selection(question);
  return oneRow<{ n: number }>(db, `SELECT count(*) AS n ${from}`, parameters)?.n ?? 0;
}

export function countShelves(db: Db, own: OwnClients): ShelfCounts {
  if (isEverybody(own)) return countAllShelves(db);
  const { current, archived, bin } = SHELVES;
  const counts = `count(*) FILTER (WHERE ${current}) AS current, count(*) FILTER (WHERE ${archived}) AS archived, count(*) FILTER (WHERE ${bin}) AS bin`;
  const row = oneRow<ShelfCounts>(db, `SELECT ${counts} FROM client c WHERE ${own.sql}`, [...own.parameters]);
  return row ?? { current: 0, archived: 0, bin: 0 };
}

type ShelfCounts = Record<ClientFilter['shelf'], number>;

/** Kept by triggers, over everybody. */
function countAllShelves(db: Db): ShelfCounts {
  const rows = allRows<{ shelf: string; clients: number }>(db, 'SELECT shelf, clients FROM shelf_count');
  const of = (shelf: ClientFilter['shelf']) => rows.find((row) => row.shelf === shelf)?.clients ?? 0;
  return { current: of('current'), archived: of('archived'), bin: of('bin') };
}

function isWholeShelf({ filter, among, own }: ListQuestion): boolean {
  return isEverybody(own) && among === null && isUnfiltered(filter);
}

/** But for the shelf and what is searched for. */
export function isUnfiltered({ text: _text, shelf: _shelf, ...filters }: ClientFilter): boolean {
  return Object.values(filters).every((one) => one === null);
}

interface Order {
  readonly by: string;
  readonly parameters: readonly (string | number)[];
}

function orderOf(db: Db, { sort, descending }: ListQuestion): Order {
  const direction = descending ? 'DESC' : 'ASC';
  const ranked = (rank: string, parameters: Order['parameters'] = []): Order => ({
    by: `${rank} ${direction} NULLS LAST, t.last_visit_on DESC, t.client_id DESC`,
    parameters,
  });
  // As the shop arranged them.
  if (sort === 'tier') return ranked('(SELECT sort FROM tier WHERE id = c.tier_id)');
  if (sort === 'staff') return ranked('(SELECT sort FROM staff WHERE id = c.staff_id)');
  if (isFieldSort(sort)) {
    const { rank, parameters } = fieldRank(db, fieldOfSort(sort));
    return ranked(rank, parameters);
  }
  return { by: plainOrder(sort, direction), parameters: [] };
}

function plainOrder(sort: PlainSort, direction: 'ASC' | 'DESC'): string {
  if (sort === 'name') return `c.pinyin ${direction}, c.name ${direction}, c.id ${direction}`;
  // C-10000 comes after C-9999.
  if (sort === 'number') return `length(c.number) ${direction}, c.number ${direction}`;
  // Ties in one fixed order, along the index.
  return `${SORTS[sort]} ${direction}, ${sort === 'newest' ? 'c.id' : 't.client_id'} ${direction}`;
}

function isPlain(sort: ClientSort): boolean {
  return sort !== 'tier' && sort !== 'staff' && !isFieldSort(sort);
}

interface RankedField {
  readonly id: number;
  readonly kind: string;
  readonly choices: string;
}

/**
 * Numbers as numbers, a choice by its place among the choices, several by the first of them; a choice that was taken away behind the others.
 * The field is looked up once and not for each client.
 */
function fieldRank(db: Db, uid: string): { readonly rank: string; readonly parameters: readonly (string | number)[] } {
  const field = oneRow<RankedField>(db, 'SELECT id, kind, choices FROM client_field WHERE uid = ? AND removed_at IS NULL', [uid]);
  if (!field) return { rank: 'NULL', parameters: [] };
  const value = '(SELECT value FROM client_field_value WHERE client_id = c.id AND field_id = ?)';
  if (field.kind === 'number') return { rank: `CAST(${value} AS REAL)`, parameters: [field.id] };
  if (field.kind !== 'choice' && field.kind !== 'choices') return { rank: value, parameters: [field.id] };
  const choices = z.array(z.string()).parse(JSON.parse(field.choices));
  const places = choices.map((_choice, place) => `WHEN ? THEN ${place}`).join(' ');
  const last = `iif(${value} IS NULL, NULL, ${choices.length})`;
  if (choices.length === 0) return { rank: last, parameters: [field.id] };
  const said = field.kind === 'choices' ? `${value} ->> 0` : value;
  return { rank: `CASE ${said} ${places} ELSE ${last} END`, parameters: [field.id, ...choices, field.id] };
}

function selection({ filter, sort, today, among, own }: ListQuestion): { from: string; parameters: (string | number)[] } {
  const wheres = [SHELVES[filter.shelf]];
  const parameters: (string | number)[] = [];
  const add = (where: string, ...values: (string | number)[]) => {
    wheres.push(where);
    parameters.push(...values);
  };
  if (!isEverybody(own)) add(own.sql, ...own.parameters);
  if (among) add('c.id IN (SELECT value FROM json_each(?))', JSON.stringify(among));
  if (filter.tierId !== null) add('c.tier_id = (SELECT id FROM tier WHERE uid = ?)', filter.tierId);
  if (filter.staffId !== null) add('c.staff_id = (SELECT id FROM staff WHERE uid = ?)', filter.staffId);
  if (filter.tagId !== null)
    add('EXISTS (SELECT 1 FROM client_tag ct WHERE ct.client_id = c.id AND ct.tag_id = (SELECT id FROM tag WHERE uid = ?))', filter.tagId);
  if (filter.field !== null) addField(filter.field, add);
  if (filter.source !== null) add('c.source = ?', filter.source);
  if (filter.birthMonth !== null) add(`${BIRTHDAY} IN (SELECT value FROM json_each(?))`, birthdaysOf(filter.birthMonth, today));
  if (filter.spent !== null) addSpent(filter.spent, add);
  const days = filter.lastVisitDays;
  if (days !== null && days >= 0) add('t.last_visit_on >= ?', addDays(today, -days));
  if (days !== null && days < 0) add('t.last_visit_on < ?', addDays(today, days));
  // The sums are the outer loop so that their indexes give the order; where nothing does, rows are read as they lie in the book.
  const tables = isPlain(sort)
    ? 'client_totals t CROSS JOIN client c ON c.id = t.client_id'
    : 'client c CROSS JOIN client_totals t ON t.client_id = c.id';
  return { from: `FROM ${tables} WHERE ${wheres.join(' AND ')}`, parameters };
}

/** As shared/core/birthday.ts names them: in the book a leap month stands under the key of the ordinary one. */
const BIRTHDAY = "CASE WHEN c.birthday LIKE 'lunar:%-L__-__' THEN 'M' || substr(c.birthday, -5) ELSE c.birthday_key END";

function birthdaysOf(month: number, today: IsoDate): string {
  const { year } = partsOf(today);
  return JSON.stringify([...birthdayKeysBetween(isoDate(year, month, 1), daysInMonth(year, month)).keys()]);
}

function addSpent({ from, to }: SpentRange, add: (where: string, ...values: number[]) => void): void {
  if (from !== null) add('t.spent_cents >= ?', from);
  if (to !== null) add('t.spent_cents <= ?', to);
}

const HAS_FIELD =
  'SELECT 1 FROM client_field_value fv WHERE fv.client_id = c.id AND fv.field_id = (SELECT id FROM client_field WHERE uid = ?)';
/** One of several choices stands in quotes in what is kept. */
const SAYS = "CASE (SELECT kind FROM client_field WHERE uid = ?) WHEN 'choices' THEN instr(fv.value, ?) > 0 ELSE fv.value = ? END";

function addField({ id, value }: FieldFilter, add: (where: string, ...values: string[]) => void): void {
  if (value === null) add(`NOT EXISTS (${HAS_FIELD})`, id);
  else if (value === '') add(`EXISTS (${HAS_FIELD})`, id);
  else add(`EXISTS (${HAS_FIELD} AND ${SAYS})`, id, id, JSON.stringify(value), value);
}
