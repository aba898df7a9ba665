// The clients' sheet: of the whole book, of a filtered list, and, with a few columns of its own, of the loyal clients.

import { isBirthday } from '../../shared/core/birthday';
import { addDays, isoDate } from '../../shared/core/date';
import { formatPhone } from '../../shared/core/phone';
import { EVERYBODY } from '../clients/own';
import type { Db } from '../core/database/database';
import type { Sealer } from '../core/sealing';
import type { Late } from '../loyalty/lateness';
import type { RankedClient } from '../loyalty/service';
import { isAlertKind } from '../preferences/alerts';
import { birthdayCell, dayCell, moneyCell } from './cell';
import {
  listBookClientIds,
  listOwnFields,
  listWholeClients,
  type OwnField,
  type PhoneRecord,
  type PreferenceRecord,
  type WholeClient,
} from './client-store';
import { ownColumns } from './own-columns';
import { column, inSheetOrder, inSlices, lessColumns, sheetOf, type Column, type Sheet } from './sheet';
import type { ExportView } from './view';
import { SHEETS } from './names';
import { VALUES, wordFor, type Language } from './words';

export function clientSheet(db: Db, ids: readonly number[], language: Language, view: ExportView, without: readonly string[] = []): Sheet {
  const columns = lessColumns(clientColumns(language, view, listOwnFields(db)), without);
  const read = (slice: readonly number[]) => listWholeClients(db, slice, view.health);
  const sheet = { name: SHEETS[language].clients, stage: 'clients', total: ids.length, columns, ...inSheetOrder(ids, read) };
  return sheetOf(sheet, language, view);
}

export type { WholeClient };

/** Everybody but those in the bin, as a file for another program needs them. */
export function eachWholeClient(db: Db, health: Sealer): Iterable<WholeClient> {
  return inSlices(listBookClientIds(db, EVERYBODY), (slice) => listWholeClients(db, slice, health));
}

type RankedRow<F> = WholeClient & { readonly figures: F; readonly rank: number };
type LoyalRow = RankedRow<RankedClient>;
type LateRow = RankedRow<Late>;

interface ListTerms {
  readonly language: Language;
  readonly view: ExportView;
  readonly without: readonly string[];
}

export function loyalSheet(db: Db, ranking: readonly RankedClient[], terms: ListTerms): Sheet {
  return rankedSheet(db, 'loyal', ranking, loyalColumns(terms.language, terms.view), terms);
}

export function lateSheet(db: Db, late: readonly Late[], terms: ListTerms): Sheet {
  return rankedSheet(db, 'late', late, lateColumns(terms.language, terms.view), terms);
}

/** Clients in the order of their figures, each with its own. */
function rankedSheet<F extends { readonly id: number }>(
  db: Db,
  stage: 'loyal' | 'late',
  ranking: readonly F[],
  all: readonly Column<RankedRow<F>>[],
  { language, view, without }: ListTerms,
): Sheet {
  const ranked = new Map(ranking.map((figures, index) => [figures.id, { figures, rank: index + 1 }]));
  const slice = (ids: readonly number[]): RankedRow<F>[] =>
    listWholeClients(db, ids, view.health).flatMap((client) => {
      const place = ranked.get(client.id);
      return place ? [{ ...client, ...place }] : [];
    });
  const columns = lessColumns(all, without);
  const sheet = { name: SHEETS[language][stage], stage, total: ranking.length, columns, ...inSheetOrder([...ranked.keys()], slice) };
  return sheetOf(sheet, language, view);
}

export function lateColumns(language: Language, view: ExportView): readonly Column<LateRow>[] {
  return [
    ...identityColumns(),
    column('tier', 'text', 10, (row) => row.tier),
    ...phoneColumns(language, view),
    column('everyDays', 'count', 12, (row) => row.figures.everyDays),
    column('expectedOn', 'day', 16, (row) => dayCell(row.figures.expectedOn)),
    column('lateDays', 'count', 10, (row) => row.figures.lateDays),
    column('lastVisit', 'day', 16, (row) => dayCell(row.last_visit_on)),
    column('staff', 'text', 10, (row) => row.staff),
    column('tags', 'text', 20, (row) => row.tags.join(VALUES[language].comma)),
    ...preferenceColumns(language, view),
  ];
}

export function clientColumns(language: Language, view: ExportView, own: readonly OwnField[]): readonly Column<WholeClient>[] {
  const words = VALUES[language];
  return [
    ...identityColumns(),
    column('nickname', 'text', 10, (row) => row.nickname),
    column('gender', 'text', 7, (row) => wordFor(words.gender, row.gender)),
    column('birthday', 'day', 16, (row) =>
      row.birthday !== null && isBirthday(row.birthday) ? birthdayCell(row.birthday, language) : null,
    ),
    ...phoneColumns(language, view),
    ...when<WholeClient>(
      view.contact,
      column('wechat', 'code', 16, (row) => row.wechat),
      column('email', 'text', 24, (row) => row.email),
      column('address', 'text', 28, (row) => row.address),
    ),
    column('source', 'text', 12, (row) => row.source),
    column('referrer', 'text', 12, (row) => row.referrer),
    column('occupation', 'text', 12, (row) => row.occupation),
    column('staff', 'text', 10, (row) => row.staff),
    column('tier', 'text', 10, (row) => row.tier),
    column('tags', 'text', 20, (row) => row.tags.join(words.comma)),
    ...ownColumns<WholeClient>(own, language),
    ...when<WholeClient>(
      view.visits,
      column('visits', 'count', 10, (row) => row.visits),
    ),
    ...when<WholeClient>(
      view.money,
      column('spent', 'money', 14, (row) => moneyCell(row.spent_cents)),
    ),
    ...when<WholeClient>(
      view.visits,
      column('firstVisit', 'day', 16, (row) => dayCell(row.first_visit_on ?? row.first_seen_on)),
      column('lastVisit', 'day', 16, (row) => dayCell(row.last_visit_on)),
    ),
    ...when<WholeClient>(
      view.money,
      column('balance', 'money', 12, (row) => moneyCell(row.balance_cents)),
      column('bonus', 'money', 12, (row) => moneyCell(row.bonus_cents)),
    ),
    column('package', 'text', 14, (row) => row.package_name),
    column('sessions', 'count', 10, (row) => row.sessions),
    ...preferenceColumns(language, view),
    column('shelf', 'text', 9, (row) => (row.archived === 1 ? words.shelf.archived : words.shelf.current)),
  ];
}

export function loyalColumns(language: Language, view: ExportView): readonly Column<LoyalRow>[] {
  const epoch = isoDate(1970, 1, 1);
  return [
    column('rank', 'count', 6, (row) => row.rank),
    ...identityColumns(),
    column('tier', 'text', 10, (row) => row.tier),
    ...phoneColumns(language, view),
    column('periodVisits', 'count', 10, (row) => row.figures.visits),
    ...when<LoyalRow>(
      view.money,
      column('periodSpent', 'money', 14, (row) => moneyCell(row.figures.spentCents)),
    ),
    column('lastVisit', 'day', 16, (row) => dayCell(addDays(epoch, row.figures.lastDay))),
    column('sinceDays', 'count', 10, (row) => row.figures.sinceDays),
    column('trend', 'text', 8, (row) => VALUES[language].trend[row.figures.trend]),
    column('staff', 'text', 10, (row) => row.staff),
    column('tags', 'text', 20, (row) => row.tags.join(VALUES[language].comma)),
    ...preferenceColumns(language, view),
  ];
}

function identityColumns(): readonly Column<WholeClient>[] {
  return [column('number', 'code', 12, (row) => row.number), column('name', 'text', 12, (row) => row.name)];
}

function phoneColumns(language: Language, { contact }: ExportView): readonly Column<WholeClient>[] {
  return when<WholeClient>(
    contact,
    column('phone', 'code', 17, ({ phones: [first] }) => (first ? phoneText(first) : null)),
    column('phone2', 'code', 17, ({ phones: [, ...others] }) => others.map(phoneText).join(VALUES[language].comma)),
  );
}

/** A column that may not be taken out is not there at all, not even its title. */
function when<Row>(allowed: boolean, ...columns: readonly Column<Row>[]): readonly Column<Row>[] {
  return allowed ? columns : [];
}

function phoneText({ typed, e164, label }: PhoneRecord): string {
  const shown = e164 === null ? typed : formatPhone(e164);
  return label === null || label === '' ? shown : `${shown} (${label})`;
}

function preferenceColumns(language: Language, { health }: ExportView): readonly Column<WholeClient>[] {
  const texts = (row: WholeClient, wanted: (kind: string) => boolean, named: boolean) =>
    row.preferences
      .filter(({ kind }) => wanted(kind))
      .map((one) => preferenceText(one, named, language))
      .join('\n');
  return [
    ...when<WholeClient>(
      health !== null,
      column('alerts', 'prose', 32, (row) => texts(row, isAlertKind, true)),
    ),
    column('likes', 'prose', 24, (row) => texts(row, (kind) => kind === 'like', false)),
    column('dislikes', 'prose', 24, (row) => texts(row, (kind) => kind === 'dislike', false)),
    column('notes', 'prose', 40, (row) => texts(row, (kind) => kind === 'note', false)),
  ];
}

function preferenceText({ kind, text, detail }: PreferenceRecord, named: boolean, language: Language): string {
  const { preference, colon } = VALUES[language];
  return `${named ? (wordFor(preference, kind) ?? '') + colon : ''}${text}${detail === null || detail === '' ? '' : `\n${detail}`}`;
}
