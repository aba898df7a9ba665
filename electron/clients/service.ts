// The rules of clients: numbers are given once, phones are understood or refused in words, deleting is a state with a date.

import type { AppContract } from '../../shared/contract';
import type { ClientDraft, ClientRow, FoundClient, PhoneDraft } from '../../shared/clients/contract';
import { matchOf } from '../../shared/clients/match';
import { formatPhone, normalisePhone } from '../../shared/core/phone';
import { pinyinOf } from '../../shared/core/pinyin';
import { AppError, refuse } from '../../shared/errors';
import { ClientId, TagId } from '../../shared/ids';
import { ALERT_KINDS } from '../../shared/preferences/contract';
import type { CommandContext, Context, Services } from '../core/context';
import { optionalRowId, rowIdOf } from '../core/database/identity';
import { currentTexts, saveAlerts } from '../preferences/service';
import type { LiveSearch } from '../search/live-search';
import { shopSettings } from '../settings/service';
import { countClients, countShelves, listClientIds, type ListQuestion } from './list-store';
import { clientPage, tierOf } from './page';
import { listClientRows } from './row-store';
import {
  addTagTo,
  findOrInsertTag,
  getClient,
  insertClient,
  listClientIdsWithPhone,
  listPhones,
  listSources,
  listTags,
  listTagsOf,
  listTiers,
  rememberOpened,
  removeTagFrom,
  replacePhones,
  takeClientNumber,
  updateClient,
  type ClientValues,
  type PhoneValues,
} from './store';

export function createClientsService(search: LiveSearch): Services<AppContract>['clients'] {
  return {
    ...records,
    list(input, context) {
      const { ids, total } = selectClients(search, context, input);
      return { rows: withMatches(context, clientRows(ids, context), input.filter.text), total };
    },
  };
}

const records = {
  counts: (_input, { db }) => countShelves(db),
  get: ({ id }, context) => clientPage(context, getClient(context.db, id)),
  withPhone({ typed, self }, context) {
    const reading = normalisePhone(typed, shopSettings(context).region);
    if (!reading.ok) return { e164: null, shown: null, problem: reading.problem, by: reading.by, clients: [] };
    const clients = clientRows(listClientIdsWithPhone(context.db, reading.e164, self), context);
    return { e164: reading.e164, shown: formatPhone(reading.e164), problem: null, by: null, clients };
  },
  tags: (_input, { db }) => listTags(db).map(({ uid, name, clients }) => ({ id: TagId.parse(uid), name, clients })),
  tiers: (_input, { db }) => listTiers(db).flatMap((row) => tierOf(row) ?? []),
  sources: (_input, { db }) => listSources(db),
  create(draft, context) {
    const number = takeClientNumber(context.db);
    const values = valuesOf(draft, context);
    const { id, uid } = insertClient(context.db, { ...values, firstSeenOn: values.firstSeenOn ?? context.today }, number, context.now);
    saveParts(context, id, draft);
    return { id: ClientId.parse(uid), number };
  },
  update({ id, draft }, context) {
    const row = getClient(context.db, id);
    if (row.deletedAt !== null) throw refuse('clients.in-bin');
    updateClient(context.db, row.id, valuesOf(draft, context), context.now);
    saveParts(context, row.id, draft);
    return null;
  },
  addTag({ ids, name }, { db, now }) {
    const tagId = findOrInsertTag(db, name, now);
    for (const id of ids) addTagTo(db, rowIdOf(db, 'client', id), tagId, now);
    return null;
  },
  removeTag({ ids, tagId }, { db }) {
    const tag = rowIdOf(db, 'tag', tagId);
    for (const id of ids) removeTagFrom(db, rowIdOf(db, 'client', id), tag);
    return null;
  },
  archive: ({ id }, context) => setShelf(context, id, { archivedAt: context.now }),
  unarchive: ({ id }, context) => setShelf(context, id, { archivedAt: null }),
  remove: ({ id }, context) => setShelf(context, id, { deletedAt: context.now }),
  restore: ({ id }, context) => setShelf(context, id, { deletedAt: null }),
  opened({ id }, { db, session, now }) {
    rememberOpened(db, session.accountId, rowIdOf(db, 'client', id), now);
    return null;
  },
} satisfies Omit<Services<AppContract>['clients'], 'list'>;

/** Rows for any list that holds row ids of clients, in that order. */
export function clientRows(ids: readonly number[], { db }: Pick<Context, 'db'>): ClientRow[] {
  return listClientRows(db, ids);
}

/** The book's next free number, for an import. */
export function newClientNumber({ db }: Pick<Context, 'db'>): string {
  return takeClientNumber(db);
}

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
  { db, today }: Pick<Context, 'db' | 'today'>,
  input: ClientSelection,
): { ids: number[]; total: number } {
  const { filter, sort, descending, offset, limit } = input;
  if (filter.text.trim() === '') {
    const question = { filter, sort, descending, today, among: null };
    return { ids: listClientIds(db, question, offset, limit), total: countClients(db, question) };
  }
  const inSearchOrder = sort === 'last-visit' && descending;
  if (inSearchOrder && filter.tierId === null && filter.tagId === null && filter.staffId === null && filter.lastVisitDays === null) {
    const hits = search.find(db, filter.text, filter.shelf, offset + limit);
    return { ids: hits.ids.slice(offset), total: hits.total };
  }
  const among = search.find(db, filter.text, filter.shelf, Number.MAX_SAFE_INTEGER).ids;
  const question = { filter, sort, descending, today, among };
  return { ids: listClientIds(db, question, offset, limit), total: countClients(db, question) };
}

function withMatches(context: Context, rows: readonly ClientRow[], text: string): FoundClient[] {
  if (text.trim() === '') return rows.map((row) => ({ ...row, match: null }));
  const found = rows.map((row) => ({ ...row, match: matchOf(row, text, null) }));
  // Only what nothing else explains is looked for in the notes.
  const notes = currentTexts(
    context,
    found.flatMap((row) => (row.match === null ? [row.id] : [])),
  );
  return found.map((row) => {
    if (row.match !== null) return row;
    const inNotes = notes.get(row.id)?.map((note) => matchOf(row, text, note));
    return { ...row, match: inNotes?.find((match) => match !== null) ?? null };
  });
}

function valuesOf(draft: ClientDraft, context: CommandContext): ClientValues {
  const { name, nickname, gender, birthday, wechat, email, address, source, referrer, occupation, firstSeenOn, askedNoAlerts } = draft;
  return {
    name,
    nickname: nickname === '' ? null : nickname,
    pinyin: pinyinOf(name),
    gender,
    birthday,
    wechat: blank(wechat),
    email,
    address: blank(address),
    source: blank(source),
    referrer: blank(referrer),
    occupation: blank(occupation),
    staffId: optionalRowId(context.db, 'staff', draft.staffId),
    tierId: optionalRowId(context.db, 'tier', draft.tierId),
    firstSeenOn,
    askedNoAlerts: askedNoAlerts && draft.alerts.length === 0,
  };
}

function saveParts(context: CommandContext, id: number, draft: ClientDraft): void {
  const { db, now } = context;
  replacePhones(db, id, readPhones(context, id, draft.phones), now);
  const wanted = new Set(draft.tags.map((name) => findOrInsertTag(db, name, now)));
  for (const tag of listTagsOf(db, id)) if (!wanted.has(tag.id)) removeTagFrom(db, id, tag.id);
  for (const tagId of wanted) addTagTo(db, id, tagId, now);
  const kinds: readonly string[] = ALERT_KINDS;
  saveAlerts(context, id, draft.alerts, (kind) => kinds.includes(kind));
}

/** A number that cannot be understood is refused, unless the client already had it: then it stays as it was understood when it was written. */
function readPhones(context: CommandContext, id: number, phones: readonly PhoneDraft[]): PhoneValues[] {
  const { region } = shopSettings(context);
  const known = new Map(listPhones(context.db, id).map((row) => [row.typed, row.e164]));
  return phones.map(({ typed, label }) => {
    const before = known.get(typed);
    // The shop may have moved to another region since: that does not make it another number.
    if (before) return { typed, e164: before, label };
    const reading = normalisePhone(typed, region);
    if (reading.ok) return { typed, e164: reading.e164, label };
    if (before === null) return { typed, e164: null, label };
    throw new AppError('clients.phone-invalid', { typed, problem: reading.problem });
  });
}

function setShelf(context: CommandContext, id: ClientId, values: Partial<ClientValues>): null {
  updateClient(context.db, rowIdOf(context.db, 'client', id), values, context.now);
  return null;
}

function blank(text: string | null): string | null {
  return text === null || text === '' ? null : text;
}
