// The rules of clients: numbers are given once, phones are understood or refused in words, deleting is a state with a date.

import type { AppContract } from '../../shared/contract';
import { MOST_TAGS, type ClientDraft, type ClientPage, type ClientRow, type PhoneDraft, type Tier } from '../../shared/clients/contract';
import { cents, type Cents } from '../../shared/core/money';
import { formatPhone, normalisePhone } from '../../shared/core/phone';
import { AppError, refuse } from '../../shared/errors';
import { ClientId, TagId } from '../../shared/ids';
import type { AlertEndings } from '../../shared/preferences/contract';
import type { CommandContext, Context, Services } from '../core/context';
import { rowIdOf } from '../core/database/identity';
import { may } from '../core/demand';
import { isAlertKind } from '../preferences/alerts';
import { alertKinds, saveAlerts } from '../preferences/service';
import type { LiveSearch } from '../search/live-search';
import { checkedFields } from '../fields/values';
import { shopSettings } from '../settings/service';
import { bulkChanges } from './bulk';
import { columnChoice } from './columns';
import { clientValues, newClientValues } from './draft-values';
import { eraseClient } from './erase';
import { previewOf } from './erase-preview';
import { rememberPhoneSearch, selectClients, withMatches } from './list';
import { withFields } from './list-fields';
import { countShelves } from './list-store';
import { clientRowId, clientRowIdOutOfBin, ownClients } from './own';
import { clientPage, tierOf } from './page';
import { listClientRows } from './row-store';
import {
  addTagTo,
  countTagsOf,
  findContact,
  findOrInsertTag,
  getClient,
  getTotals,
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
import { versionOf } from './version';

export function createClientsService(search: LiveSearch): Services<AppContract>['clients'] {
  return {
    ...records,
    erasing: previewOf(search),
    list(input, context) {
      rememberPhoneSearch(context, input.filter.text);
      const { ids, total } = selectClients(search, context, input);
      return { rows: withMatches(context, withFields(context, ids, clientRows(ids, context)), input.filter.text), total };
    },
  };
}

const records = {
  counts: (_input, { db, session }) => countShelves(db, ownClients(session)),
  get({ id }, context) {
    const page = clientPage(context, getClient(context, id));
    context.trail.read('client-seen', id);
    if (page.preferences.some((one) => isAlertKind(one.kind))) context.trail.read('health-seen', id);
    return page;
  },
  withPhone({ typed, self }, context) {
    const before = self === null ? null : phonesBefore(context, clientRowId(context, self)).get(typed);
    const reading = before ? { ok: true as const, e164: before } : normalisePhone(typed, shopSettings(context).region);
    if (!reading.ok) return { e164: null, shown: null, problem: reading.problem, by: reading.by, clients: [] };
    const clients = clientRows(listClientIdsWithPhone(context.db, reading.e164, self, ownClients(context.session)), context);
    return { e164: reading.e164, shown: formatPhone(reading.e164), problem: null, by: null, clients };
  },
  tags: (_input, { db, session }) =>
    listTags(db, ownClients(session)).map(({ uid, name, group_name, clients }) => ({
      ...{ id: TagId.parse(uid), name, group: group_name, clients },
    })),
  tiers: (_input, context) => tiersOf(context),
  sources: (_input, { db, session }) => listSources(db, ownClients(session)),
  create(draft, context) {
    const values = newClientValues(context, draft);
    const saveFields = checkedFields(context, null, draft);
    const referredById = draft.referredById === null ? null : clientRowIdOutOfBin(context, draft.referredById);
    const number = takeClientNumber(context.db);
    const first = { ...values, referredById, firstSeenOn: values.firstSeenOn ?? context.today };
    const { id, uid } = insertClient(context.db, first, number, context.now);
    saveParts(context, id, draft);
    saveFields(id);
    return { id: ClientId.parse(uid), number };
  },
  update({ id, draft, version, endings }, context) {
    const row = getClient(context, id);
    if (row.deletedAt !== null) throw refuse('clients.in-bin');
    if (version !== null && version !== versionOf(context, row)) throw refuse('clients.changed-meanwhile');
    const saveFields = checkedFields(context, row.id, draft);
    updateClient(context.db, row.id, clientValues(context, draft, row), context.now);
    saveParts(context, row.id, draft, endings);
    saveFields(row.id);
    return null;
  },
  addTag({ ids, name }, context) {
    const tagId = findOrInsertTag(context.db, name, context.now);
    for (const id of ids) addOneTag(context, clientRowId(context, id), tagId);
    return null;
  },
  removeTag({ ids, tagId }, context) {
    const tag = rowIdOf(context.db, 'tag', tagId);
    for (const id of ids) removeTagFrom(context.db, clientRowId(context, id), tag);
    return null;
  },
  ...bulkChanges,
  archive: ({ id }, context) => setShelf(context, id, { archivedAt: context.now }),
  unarchive: ({ id }, context) => setShelf(context, id, { archivedAt: null }),
  remove: ({ id }, context) => setShelf(context, id, { deletedAt: context.now }),
  restore: ({ id }, context) => setShelf(context, id, { deletedAt: null }),
  erase: eraseClient,
  ...columnChoice,
  opened({ id }, context) {
    rememberOpened(context.db, context.session.accountId, clientRowId(context, id), context.now);
    return null;
  },
} satisfies Omit<Services<AppContract>['clients'], 'list' | 'erasing'>;

/** Rows for any list that holds row ids of clients this session may know of, in that order. */
export function clientRows(ids: readonly number[], context: Pick<Context, 'db' | 'session' | 'health'>): ClientRow[] {
  const rows = listClientRows(context.db, ids, alertKinds(context, ids));
  return may(context, 'visits', 'see') ? rows : rows.map((row) => ({ ...row, visits: 0, lastVisitOn: null }));
}

/** In the shop's order. */
export function tiersOf({ db }: Pick<Context, 'db'>): Tier[] {
  return listTiers(db).flatMap((row) => tierOf(row) ?? []);
}

/** What the client's page shows, unmasked: whoever calls hides what this session may not see. */
export function pageOfClient(context: Context, id: ClientId): ClientPage {
  return clientPage(context, getClient(context, id));
}

/** How a client is reached, unmasked: for who has been let see it for a reason. */
export function contactOf({ db }: Pick<Context, 'db'>, id: number) {
  const { wechat, email, address } = findContact(db, id) ?? { wechat: null, email: null, address: null };
  const phones = listPhones(db, id).map(({ typed, e164, label }) => ({ shown: e164 === null ? typed : formatPhone(e164), e164, label }));
  return { phones, wechat, email, address };
}

export function spentBy({ db }: Pick<Context, 'db'>, id: number): Cents {
  return cents(getTotals(db, id)?.spentCents ?? 0);
}

/** The book's next free number, for an import. */
export function newClientNumber({ db }: Pick<Context, 'db'>): string {
  return takeClientNumber(db);
}

function addOneTag({ db, now }: CommandContext, clientId: number, tagId: number): void {
  if (countTagsOf(db, clientId) >= MOST_TAGS) throw new AppError('clients.too-many-tags', { most: MOST_TAGS });
  addTagTo(db, clientId, tagId, now);
}

function saveParts(context: CommandContext, id: number, draft: ClientDraft, endings: AlertEndings = []): void {
  const { db, now } = context;
  if (may(context, 'contact', 'change')) replacePhones(db, id, readPhones(context, id, draft.phones), now);
  const wanted = new Set(draft.tags.map((name) => findOrInsertTag(db, name, now)));
  for (const tag of listTagsOf(db, id)) if (!wanted.has(tag.id)) removeTagFrom(db, id, tag.id);
  for (const tagId of wanted) addTagTo(db, id, tagId, now);
  saveAlerts(context, id, draft.alerts, endings);
}

/**
 * What each number the client has was understood as when it was written, by how it was typed. It stays that number although the shop may have
 * moved to another region since.
 */
function phonesBefore({ db }: Context, id: number): ReadonlyMap<string, string | null> {
  return new Map(listPhones(db, id).map(({ typed, e164 }) => [typed, e164]));
}

/** A number that cannot be understood is refused, unless the client already had it: then it stays as it was understood when it was written. */
function readPhones(context: CommandContext, id: number, phones: readonly PhoneDraft[]): PhoneValues[] {
  const { region } = shopSettings(context);
  const known = phonesBefore(context, id);
  return phones.map(({ typed, label }) => {
    const before = known.get(typed);
    if (before) return { typed, e164: before, label };
    const reading = normalisePhone(typed, region);
    if (reading.ok) return { typed, e164: reading.e164, label };
    if (before === null) return { typed, e164: null, label };
    throw new AppError('clients.phone-invalid', { typed, problem: reading.problem });
  });
}

function setShelf(context: CommandContext, id: ClientId, values: Partial<ClientValues>): null {
  updateClient(context.db, clientRowId(context, id), values, context.now);
  return null;
}
