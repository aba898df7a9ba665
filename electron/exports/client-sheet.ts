// The clients' sheet: of the whole book, of a filtered list, and, with a few columns of its own, of the loyal clients.

import { isBirthday } from '../../shared/core/birthday';
import { addDays, isoDate } from '../../shared/core/date';
import { formatPhone } from '../../shared/core/phone';
import { ALERT_KINDS } from '../../shared/preferences/contract';
import type { Db } from '../core/database/database';
import type { RankedClient } from '../loyalty/service';
import { birthdayCell, dayCell, moneyCell } from './cell';
import { listWholeClients, type PhoneRecord, type PreferenceRecord, type WholeClient } from './client-store';
import { column, inSlices, sheetOf, type Column, type Sheet } from './sheet';
import { SHEETS, VALUES, wordFor, type Language } from './words';

export function clientSheet(db: Db, ids: readonly number[], language: Language): Sheet {
  const rows = () => inSlices(ids, (slice) => listWholeClients(db, slice));
  return sheetOf({ name: SHEETS[language].clients, stage: 'clients', total: ids.length, columns: clientColumns(language), rows }, language);
}

type LoyalRow = WholeClient & { readonly figures: RankedClient; readonly rank: number };

export function loyalSheet(db: Db, ranking: readonly RankedClient[], language: Language): Sheet {
  const ranked = new Map(ranking.map((figures, index) => [figures.id, { figures, rank: index + 1 }]));
  const slice = (ids: readonly number[]): LoyalRow[] =>
    listWholeClients(db, ids).flatMap((client) => {
      const place = ranked.get(client.id);
      return place ? [{ ...client, ...place }] : [];
    });
  const rows = () => inSlices([...ranked.keys()], slice);
  return sheetOf({ name: SHEETS[language].loyal, stage: 'loyal', total: ranking.length, columns: loyalColumns(language), rows }, language);
}

function clientColumns(language: Language): readonly Column<WholeClient>[] {
  const words = VALUES[language];
  return [
    ...identityColumns(),
    column('nickname', 'text', 10, (row) => row.nickname),
    column('gender', 'text', 7, (row) => wordFor(words.gender, row.gender)),
    column('birthday', 'day', 16, (row) =>
      row.birthday !== null && isBirthday(row.birthday) ? birthdayCell(row.birthday, language) : null,
    ),
    ...phoneColumns(language),
    column('wechat', 'code', 16, (row) => row.wechat),
    column('email', 'text', 24, (row) => row.email),
    column('address', 'text', 28, (row) => row.address),
    column('source', 'text', 12, (row) => row.source),
    column('referrer', 'text', 12, (row) => row.referrer),
    column('occupation', 'text', 12, (row) => row.occupation),
    column('staff', 'text', 10, (row) => row.staff),
    column('tier', 'text', 10, (row) => row.tier),
    column('tags', 'text', 20, (row) => row.tags.join(words.comma)),
    column('visits', 'count', 10, (row) => row.visits),
    column('spent', 'money', 14, (row) => moneyCell(row.spent_cents)),
    column('firstVisit', 'day', 16, (row) => dayCell(row.first_visit_on ?? row.first_seen_on)),
    column('lastVisit', 'day', 16, (row) => dayCell(row.last_visit_on)),
    column('balance', 'money', 12, (row) => moneyCell(row.balance_cents)),
    column('bonus', 'money', 12, (row) => moneyCell(row.bonus_cents)),
    column('package', 'text', 14, (row) => row.package_name),
    column('sessions', 'count', 10, (row) => row.sessions),
    ...preferenceColumns(language),
    column('shelf', 'text', 9, (row) => (row.archived === 1 ? words.shelf.archived : words.shelf.current)),
  ];
}

function loyalColumns(language: Language): readonly Column<LoyalRow>[] {
  const epoch = isoDate(1970, 1, 1);
  return [
    column('rank', 'count', 6, (row) => row.rank),
    ...identityColumns(),
    column('tier', 'text', 10, (row) => row.tier),
    ...phoneColumns(language),
    column('periodVisits', 'count', 10, (row) => row.figures.visits),
    column('periodSpent', 'money', 14, (row) => moneyCell(row.figures.spentCents)),
    column('lastVisit', 'day', 16, (row) => dayCell(addDays(epoch, row.figures.lastDay))),
    column('sinceDays', 'count', 10, (row) => row.figures.sinceDays),
    column('trend', 'text', 8, (row) => VALUES[language].trend[row.figures.trend]),
    column('staff', 'text', 10, (row) => row.staff),
    column('tags', 'text', 20, (row) => row.tags.join(VALUES[language].comma)),
    ...preferenceColumns(language),
  ];
}

function identityColumns(): readonly Column<WholeClient>[] {
  return [column('number', 'code', 12, (row) => row.number), column('name', 'text', 12, (row) => row.name)];
}

function phoneColumns(language: Language): readonly Column<WholeClient>[] {
  return [
    column('phone', 'code', 17, ({ phones: [first] }) => (first ? phoneText(first) : null)),
    column('phone2', 'code', 17, ({ phones: [, ...others] }) => others.map(phoneText).join(VALUES[language].comma)),
  ];
}

function phoneText({ typed, e164, label }: PhoneRecord): string {
  const shown = e164 === null ? typed : formatPhone(e164);
  return label === null || label === '' ? shown : `${shown} (${label})`;
}

function preferenceColumns(language: Language): readonly Column<WholeClient>[] {
  const alerts: readonly string[] = ALERT_KINDS;
  const texts = (row: WholeClient, wanted: (kind: string) => boolean, named: boolean) =>
    row.preferences
      .filter(({ kind }) => wanted(kind))
      .map((one) => preferenceText(one, named, language))
      .join('\n');
  return [
    column('alerts', 'prose', 32, (row) => texts(row, (kind) => alerts.includes(kind), true)),
    column('likes', 'prose', 24, (row) => texts(row, (kind) => kind === 'like', false)),
    column('dislikes', 'prose', 24, (row) => texts(row, (kind) => kind === 'dislike', false)),
    column('notes', 'prose', 40, (row) => texts(row, (kind) => kind === 'note', false)),
  ];
}

function preferenceText({ kind, text, detail }: PreferenceRecord, named: boolean, language: Language): string {
  const { preference, colon } = VALUES[language];
  return `${named ? preference[kind] + colon : ''}${text}${detail === null || detail === '' ? '' : `\n${detail}`}`;
}
