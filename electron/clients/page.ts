// Everything the client page shows, put together for one client.

import { completenessOf } from '../../shared/clients/completeness';
import type { BroughtOver } from '../../shared/clients/brought-over';
import { Gender, TierMark, type ClientPage, type Phone, type Tier } from '../../shared/clients/contract';
import { rhythmOf } from '../../shared/clients/rhythm';
import { Birthday } from '../../shared/core/birthday';
import { addMonths, IsoDate, IsoInstant } from '../../shared/core/date';
import { cents, type Cents } from '../../shared/core/money';
import { formatPhone } from '../../shared/core/phone';
import { ClientId, PhoneId, StaffId, TagId, TierId } from '../../shared/ids';
import type { Preference } from '../../shared/preferences/contract';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { valuesOf } from '../fields/service';
import { isAlertRow } from '../preferences/alerts';
import { currentPreferences } from '../preferences/service';
import { visitDaysSince } from '../visits/service';
import { missingRequired } from './required';
import { findBroughtOver, findStaffById, findTierById, getTotals, listPhones, listRemarks, listTagsOf, type ClientRecord } from './store';
import { versionOf } from './version';

export function clientPage(context: Context, row: ClientRecord): ClientPage {
  const { db, today } = context;
  const preferences = currentPreferences(context, row.id);
  const staff = findStaffById(db, row.staffId);
  const phones = listPhones(db, row.id).map(phoneOf);
  const totals = getTotals(db, row.id);
  const tags = listTagsOf(db, row.id).map((tag) => ({ id: TagId.parse(tag.uid), name: tag.name }));
  const fields = valuesOf(context, [row.id]).get(row.uid) ?? [];
  const alerts = preferences.filter(isAlertRow).length;
  const required = missingRequired(context, { row, phones: phones.length, tags: tags.length, alerts, fields });
  const visited = may(context, 'visits', 'see') ? totals : undefined;
  const visitDays = visited ? visitDaysSince(context, row.id, addMonths(today, -24)) : [];
  return {
    id: ClientId.parse(row.uid),
    number: row.number,
    name: row.name,
    nickname: row.nickname,
    pinyin: row.pinyin,
    gender: Gender.nullable().parse(row.gender),
    birthday: Birthday.nullable().parse(row.birthday),
    phones,
    wechat: row.wechat,
    email: row.email,
    address: row.address,
    source: row.source,
    referrer: row.referrer,
    occupation: row.occupation,
    staff: staff ? { id: StaffId.parse(staff.uid), name: staff.name } : null,
    tier: tierOf(findTierById(db, row.tierId)),
    firstSeenOn: day(row.firstSeenOn),
    tags,
    preferences,
    // To know that there are none is to know of them.
    askedNoAlerts: row.askedNoAlerts && may(context, 'health', 'masked'),
    archivedAt: instant(row.archivedAt),
    deletedAt: instant(row.deletedAt),
    visits: visited?.visits ?? 0,
    spentCents: cents(totals?.spentCents ?? 0),
    firstVisitOn: day(visited?.firstVisitOn ?? null),
    lastVisitOn: day(visited?.lastVisitOn ?? null),
    visitDays,
    rhythm: rhythmOf(visitDays),
    broughtOver: broughtOverOf(findBroughtOver(db, row.id)),
    remarks: remarksOf(context, row.id),
    fields,
    completeness: { ...completeness(context, row, phones, preferences), required },
    version: versionOf(context, row),
  };
}

/** Cells of a list as they were typed may say anything: they are shown only to who may see all there is in a list. */
function remarksOf(context: Context, clientId: number): ClientPage['remarks'] {
  const seesAll = may(context, 'contact', 'see') && may(context, 'health', 'see') && may(context, 'money', 'see');
  return listRemarks(context.db, clientId).map(({ columnTitle, original, code }) => ({
    column: columnTitle,
    original: seesAll ? original : '',
    code,
  }));
}

export function tierOf(row: { uid: string; name: string; mark: string } | undefined): Tier | null {
  return row ? { id: TierId.parse(row.uid), name: row.name, mark: TierMark.parse(row.mark) } : null;
}

function phoneOf(row: { uid: string; typed: string; e164: string | null; label: string | null }): Phone {
  return {
    id: PhoneId.parse(row.uid),
    typed: row.typed,
    e164: row.e164,
    shown: row.e164 === null ? row.typed : formatPhone(row.e164),
    label: row.label,
  };
}

/** For who may not know of a thing it is not missing: what is missing tells what is there. */
function completeness(context: Context, row: ClientRecord, phones: readonly Phone[], preferences: readonly Preference[]) {
  const [noContact, noAlerts] = [!may(context, 'contact', 'masked'), !may(context, 'health', 'masked')];
  return completenessOf({
    phone: noContact || phones.some((phone) => phone.e164 !== null),
    alerts: noAlerts || row.askedNoAlerts || preferences.some(isAlertRow),
    preferences: preferences.some((one) => one.kind === 'like' || one.kind === 'dislike'),
    birthday: row.birthday !== null,
    gender: row.gender !== null,
    wechat: noContact || row.wechat !== null,
    source: row.source !== null,
    staff: row.staffId !== null,
    address: noContact || row.address !== null,
    occupation: row.occupation !== null,
  });
}

function broughtOverOf(row: ReturnType<typeof findBroughtOver>): BroughtOver | null {
  if (!row) return null;
  return {
    balanceCents: money(row.balanceCents),
    bonusCents: money(row.bonusCents),
    package: row.packageName,
    sessions: row.sessions,
    spentCents: money(row.spentCents),
    visits: row.visits,
    lastVisitOn: day(row.lastVisitOn),
    firstVisitOn: day(row.firstVisitOn),
  };
}

function money(value: number | null): Cents | null {
  return value === null ? null : cents(value);
}

function day(value: string | null): IsoDate | null {
  return value === null ? null : IsoDate.parse(value);
}

function instant(value: string | null): IsoInstant | null {
  return value === null ? null : IsoInstant.parse(value);
}
