// Which clients a list holds and why each was found, as far as the session may know.

import type { ClientRow, FoundClient } from '../../shared/clients/contract';
import { matchOf } from '../../shared/clients/match';
import { maskPhone } from '../../shared/core/marks';
import { fold } from '../../shared/core/text';
import type { Context } from '../core/context';
import { refuse } from '../../shared/errors';
import { demand, may, readable } from '../core/demand';
import { currentTexts } from '../preferences/service';
import type { LiveSearch } from '../search/live-search';
import { countClients, isUnfiltered, listClientIds, type ListQuestion } from './list-store';
import type { RowWithFields } from './list-fields';
import { ownClients } from './own';

export interface ClientSelection {
  readonly filter: ListQuestion['filter'];
  readonly sort: ListQuestion['sort'];
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Row ids of a list with its filter, search and order: for the screen and for the Excel file alike. */
export function selectClients(
  search: LiveSearch,
  context: Pick<Context, 'db' | 'today' | 'session' | 'health'>,
  input: ClientSelection,
): { ids: number[]; total: number } {
  const { db, today } = context;
  const { filter, sort, descending, offset, limit } = input;
  const own = ownClients(context.session);
  demandForList(context, input);
  const inSearchOrder = sort === 'last-visit' && descending;
  if (filter.text.trim() !== '' && inSearchOrder && isUnfiltered(filter)) {
    const hits = search.find(context, filter.text, filter.shelf, offset + limit);
    return { ids: hits.ids.slice(offset), total: hits.total };
  }
  const question = { filter, sort, descending, today, among: foundAmong(search, context, filter), own };
  return { ids: listClientIds(db, question, offset, limit), total: countClients(db, question) };
}

/** What no statement can tell, because it is searched or sealed; null when nothing narrows the list that way. */
export function foundAmong(
  search: LiveSearch,
  context: Pick<Context, 'db' | 'session' | 'health'>,
  { text, shelf, alert }: ListQuestion['filter'],
): readonly number[] | null {
  const found = text.trim() === '' ? null : search.find(context, text, shelf, Number.MAX_SAFE_INTEGER).ids;
  if (alert === null) return found;
  const alerted = search.withAlert(context, alert);
  return found === null ? [...alerted] : found.filter((id) => alerted.has(id));
}

/** An order by amounts tells the amounts, a filter by visits the visits, and how many have an alert is about health. */
function demandForList(context: Pick<Context, 'session' | 'health'>, { filter, sort }: Pick<ClientSelection, 'filter' | 'sort'>): void {
  if (sort === 'spent' || filter.spent !== null) demand(context, 'money', 'see');
  if (sort === 'visits' || filter.lastVisitDays !== null) demand(context, 'visits', 'see');
  if (filter.alert === null) return;
  demand(context, 'health', 'see');
  // The right came after they signed in; the key comes with the next sign-in.
  if (context.health === null) throw refuse('session.locked');
}

export function withMatches(context: Context, rows: readonly RowWithFields[], text: string): FoundClient[] {
  if (text.trim() === '') return rows.map((row) => ({ ...row, match: null }));
  // What is hidden explains no match: the marks would tell where in it the words stand.
  const seen = new Map(rows.map((row) => [row.id, asSeen(context, row)]));
  const match = (row: ClientRow, note: string | null) => matchOf(seen.get(row.id) ?? row, text, note);
  const found = rows.map((row) => ({ ...row, match: match(row, null) }));
  // Only what nothing else explains is looked for in the notes.
  const notes = currentTexts(
    context,
    found.flatMap((row) => (row.match === null ? [row.id] : [])),
  );
  return found.map((row) => {
    if (row.match !== null) return row;
    const written = [...(notes.get(row.id) ?? []), ...row.fields.map(({ value }) => value)];
    return { ...row, match: written.map((note) => match(row, note)).find((one) => one !== null) ?? null };
  });
}

function asSeen(context: Pick<Context, 'session'>, row: ClientRow): ClientRow {
  if (may(context, 'contact', 'see')) return row;
  const phone = row.phone !== null && may(context, 'contact', 'masked') ? maskPhone(row.phone) : null;
  const [number, name] = [readable(context, row.number), readable(context, row.name)];
  return { ...row, phone, number, name, nickname: row.nickname === null ? null : readable(context, row.nickname) };
}

/** Who looks for five digits or more looks for a number; the log keeps the last four of them. */
export function rememberPhoneSearch({ trail }: Pick<Context, 'trail'>, text: string): void {
  const digits = fold(text).replace(/\D/g, '');
  if (digits.length >= 5) trail.read('phone-search', null, { lastFour: digits.slice(-4), digits: digits.length });
}
