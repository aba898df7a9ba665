// Everything the client page shows, put together for one client.

import { completenessOf } from '../../shared/clients/completeness';
import { Gender, TierMark, type BroughtOver, type ClientPage, type Phone, type Tier } from '../../shared/clients/contract';
import { rhythmOf } from '../../shared/clients/rhythm';
import { Birthday } from '../../shared/core/birthday';
import { addMonths, IsoDate, IsoInstant } from '../../shared/core/date';
import { cents, type Cents } from '../../shared/core/money';
import { formatPhone } from '../../shared/core/phone';
import { ClientId, PhoneId, StaffId, TagId, TierId } from '../../shared/ids';
import { ALERT_KINDS, type Preference } from '../../shared/preferences/contract';
import type { Context } from '../core/context';
import { currentPreferences } from '../preferences/service';
import { visitDaysSince } from '../visits/service';
import { findBroughtOver, findStaffById, findTierById, getTotals, listPhones, listRemarks, listTagsOf, type ClientRecord } from './store';

export function clientPage(context: Context, row: ClientRecord): ClientPage {
  const { db, today } = context;
  const preferences = currentPreferences(context, row.id);
  const staff = findStaffById(db, row.staffId);
  const phones = listPhones(db, row.id).map(phoneOf);
  const totals = getTotals(db, row.id);
  const visitDays = visitDaysSince(context, row.id, addMonths(today, -24));
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
    tags: listTagsOf(db, row.id).map((tag) => ({ id: TagId.parse(tag.uid), name: tag.name })),
    preferences,
    askedNoAlerts: row.askedNoAlerts,
    archivedAt: instant(row.archivedAt),
    deletedAt: instant(row.deletedAt),
    visits: totals?.visits ?? 0,
    spentCents: cents(totals?.spentCents ?? 0),
    firstVisitOn: day(totals?.firstVisitOn ?? null),
    lastVisitOn: day(totals?.lastVisitOn ?? null),
    visitDays,
    rhythm: rhythmOf(visitDays),
    broughtOver: broughtOverOf(findBroughtOver(db, row.id)),
    remarks: listRemarks(db, row.id).map(({ columnTitle, original, code }) => ({ column: columnTitle, original, code })),
    completeness: completeness(row, phones, preferences),
  };
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

function completeness(row: ClientRecord, phones: readonly Phone[], preferences: readonly Preference[]) {
  const alerts: readonly string[] = ALERT_KINDS;
  return completenessOf({
    phone: phones.some((phone) => phone.e164 !== null),
    alerts: row.askedNoAlerts || preferences.some((one) => alerts.includes(one.kind)),
    preferences: preferences.some((one) => one.kind === 'like' || one.kind === 'dislike'),
    birthday: row.birthday !== null,
    gender: row.gender !== null,
    wechat: row.wechat !== null,
    source: row.source !== null,
    staff: row.staffId !== null,
    address: row.address !== null,
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
