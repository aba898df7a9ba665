// From the form to the row of a client: what the session may not see or change stays as it is stored.

import type { ClientDraft } from '../../shared/clients/contract';
import { pinyinOf } from '../../shared/core/pinyin';
import type { CommandContext } from '../core/context';
import { optionalRowId } from '../core/database/identity';
import { demand, may, sentBack } from '../core/demand';
import type { ClientRecord, ClientValues } from './store';

/** A client nobody else is given belongs to who wrote them down, where that decides who sees them. */
export function newClientValues(context: CommandContext, draft: ClientDraft): ClientValues {
  refuseWithoutRights(context, draft);
  const values = clientValues(context, draft, null);
  const { rights, staffId } = context.session;
  return rights.ownClientsOnly ? { ...values, staffId: values.staffId ?? staffId } : values;
}

export function clientValues(context: CommandContext, draft: ClientDraft, stored: ClientRecord | null): ClientValues {
  const { gender, birthday, firstSeenOn } = draft;
  const kept = (sent: string | null, old: string | null | undefined) => sentBack(context, blank(sent), old ?? null);
  const name = sentBack(context, draft.name, stored?.name ?? null) ?? draft.name;
  return {
    name,
    nickname: kept(draft.nickname, stored?.nickname),
    pinyin: pinyinOf(name),
    gender,
    birthday,
    ...contactOf(draft, context, stored),
    source: kept(draft.source, stored?.source),
    referrer: kept(draft.referrer, stored?.referrer),
    occupation: kept(draft.occupation, stored?.occupation),
    staffId: optionalRowId(context.db, 'staff', draft.staffId),
    tierId: optionalRowId(context.db, 'tier', draft.tierId),
    firstSeenOn,
    askedNoAlerts: may(context, 'health', 'change') ? draft.askedNoAlerts && draft.alerts.length === 0 : (stored?.askedNoAlerts ?? false),
  };
}

function contactOf(
  draft: ClientDraft,
  context: CommandContext,
  stored: ClientRecord | null,
): Pick<ClientValues, 'wechat' | 'email' | 'address'> {
  const { wechat, email, address } = may(context, 'contact', 'change') ? draft : (stored ?? { wechat: null, email: null, address: null });
  return { wechat: blank(wechat), email, address: blank(address) };
}

/** Whoever may not change them cannot bring them in either. */
function refuseWithoutRights(context: CommandContext, { phones, wechat, email, address, alerts }: ClientDraft): void {
  if (phones.length > 0 || [wechat, email, address].some((text) => blank(text) !== null)) demand(context, 'contact', 'change');
  if (alerts.length > 0) demand(context, 'health', 'change');
}

function blank(text: string | null): string | null {
  return text === null || text === '' ? null : text;
}
