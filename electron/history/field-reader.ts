// What a row says to whoever reads the history of a client: hidden where this session may not see it, nothing where it does not exist for them.

import { HIDDEN, maskPhone } from '../../shared/core/marks';
import { Gender } from '../../shared/clients/contract';
import type { ChangedField, FieldChange } from '../../shared/history/contract';
import { RelationKind, seenFromOther } from '../../shared/relations/kinds';
import { isOwn } from '../clients/own';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { isAlertRow, shownText } from '../preferences/alerts';
import { findField, findPerson, nameOf, type Table, type Values } from './client-store';

/** One thing a row says, under the name it is known by. */
export interface Said {
  readonly field: ChangedField;
  readonly label: string | null;
  readonly text: string;
  /** What is stored, for telling whether it changed; never shown. */
  readonly stored: string | number | null;
}

type Reader = Pick<Context, 'db' | 'session' | 'health'>;

const COLUMNS: Readonly<Record<string, Exclude<FieldChange['field'], 'created'>>> = {
  ...{ name: 'name', nickname: 'nickname', gender: 'gender', birthday: 'birthday', wechat: 'wechat', email: 'email', address: 'address' },
  ...{ source: 'source', referrer: 'referrer', referred_by_id: 'referredBy', occupation: 'occupation', staff_id: 'staff', tier_id: 'tier' },
  ...{ first_seen_on: 'firstSeenOn', asked_no_alerts: 'askedNoAlerts', archived_at: 'archived', deleted_at: 'deleted' },
};

const CONTACT = new Set<ChangedField>(['wechat', 'email', 'address']);

/** Everything one row says at one time; nothing when it is not there. */
export function saidBy(reader: Reader, table: Table, clientId: number, row: Values | null): readonly Said[] {
  if (row === null) return [];
  switch (table) {
    case 'client':
      return Object.keys(COLUMNS).flatMap((column) => ofColumn(reader, column, row[column] ?? null));
    case 'client_phone':
      return ofPhone(reader, text(row['typed']));
    case 'client_tag':
      return [{ field: 'tag', label: null, text: nameOf(reader.db, 'tag_id', Number(row['tag_id'])) ?? '', stored: row['tag_id'] ?? null }];
    case 'client_field_value':
      return ofField(reader, row);
    case 'preference':
      return row['ended_at'] === null ? ofPreference(reader, row) : [];
    case 'client_relation':
      return ofRelation(reader, clientId, row);
  }
}

function ofColumn(reader: Reader, column: string, value: string | number | null): Said[] {
  const field = COLUMNS[column];
  if (field === undefined || value === null || value === 0) return [];
  if (CONTACT.has(field) && !may(reader, 'contact', 'see'))
    return may(reader, 'contact', 'masked') ? [{ field, label: null, text: HIDDEN, stored: value }] : [];
  if (field === 'askedNoAlerts' && !may(reader, 'health', 'masked')) return [];
  return [{ field, label: null, text: meant(reader, column, value), stored: value }];
}

function meant(reader: Reader, column: string, value: string | number): string {
  if (column === 'staff_id' || column === 'tier_id') return nameOf(reader.db, column, Number(value)) ?? '';
  return column === 'referred_by_id' ? knownName(reader, Number(value)) : String(value);
}

/** Whom this session may not know of has no name. */
function knownName({ db, session }: Reader, clientId: number): string {
  return isOwn(db, session, clientId) ? (findPerson(db, clientId)?.name ?? '') : HIDDEN;
}

function ofPhone(reader: Reader, typed: string): Said[] {
  if (may(reader, 'contact', 'see')) return [{ field: 'phone', label: null, text: typed, stored: typed }];
  return may(reader, 'contact', 'masked') ? [{ field: 'phone', label: null, text: maskPhone(typed), stored: typed }] : [];
}

function ofField({ db }: Reader, row: Values): Said[] {
  const field = findField(db, Number(row['field_id']));
  const value = text(row['value']);
  if (field?.kind === 'yes-no') return [{ field: 'yesNoField', label: field.name, text: value, stored: value }];
  return [{ field: 'field', label: field?.name ?? null, text: field?.kind === 'choices' ? listed(value) : value, stored: value }];
}

function listed(json: string): string {
  const chosen: unknown = JSON.parse(json);
  return Array.isArray(chosen) ? chosen.join('、') : json;
}

function ofPreference(reader: Reader, row: Values): Said[] {
  const stored = { kind: text(row['kind']), text: text(row['text']), detail: textOrNull(row['detail']), sealed: textOrNull(row['sealed']) };
  const shown = shownText(reader, stored);
  if (shown === null) return [];
  const words = shown.detail === null ? shown.text : `${shown.text}　${shown.detail}`;
  if (isAlertRow(stored))
    return [{ field: 'alert', label: shown.kind, text: shown.kind === 'hidden' ? HIDDEN : words, stored: row['uid'] ?? null }];
  return shown.kind === 'like' || shown.kind === 'dislike' || shown.kind === 'note'
    ? [{ field: shown.kind, label: null, text: words, stored: row['uid'] ?? null }]
    : [];
}

/** Whichever of the two one looks from: the label is what the other one is to them. */
function ofRelation(reader: Reader, clientId: number, row: Values): Said[] {
  const [one, other, kind] = [Number(row['client_id']), Number(row['other_id']), RelationKind.catch('other').parse(row['kind'])];
  const own = one === clientId;
  const gender = Gender.nullable()
    .catch(null)
    .parse(findPerson(reader.db, one)?.gender ?? null);
  const label = own ? kind : seenFromOther(kind, gender);
  return [{ field: 'relation', label, text: knownName(reader, own ? other : one), stored: `${kind} ${own ? other : one}` }];
}

function text(value: string | number | null | undefined): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: string | number | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
