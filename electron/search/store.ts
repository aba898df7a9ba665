// Reads what the search needs to know of clients, a chunk at a time in row order: in last-visit order the encrypted pages would be read over and over.

import { pinyinKeys, pinyinOf } from '../../shared/core/pinyin';
import { fold } from '../../shared/core/text';
import { ownClients } from '../clients/own';
import type { Context } from '../core/context';
import { allRows } from '../core/database/rows';
import { may, readable } from '../core/demand';
import { findableAlerts, type FindableAlerts } from '../preferences/service';
import type { SearchEntry } from './search-index';

/** Whose index it is: it holds what they may know and nothing else. */
export type Reader = Pick<Context, 'db' | 'session' | 'health'>;

interface ClientRow {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly pinyin: string;
  readonly wechat: string | null;
  readonly archived: number;
  readonly deleted: number;
  readonly last_visit_on: string | null;
  readonly phones: string | null;
  readonly last_four: string | null;
  readonly notes: string | null;
  readonly fields: string | null;
}

const COLUMNS = `
  c.id, c.number, c.name, c.nickname, c.pinyin, c.wechat, c.archived_at IS NOT NULL AS archived, c.deleted_at IS NOT NULL AS deleted, t.last_visit_on,
  (SELECT group_concat(coalesce(p.e164, '') || char(9) || p.typed, char(10)) FROM client_phone p WHERE p.client_id = c.id) AS phones,
  (SELECT group_concat(substr(p.e164, -4), char(10)) FROM client_phone p WHERE p.client_id = c.id AND length(p.e164) > 7) AS last_four,
  (SELECT group_concat(n.text || coalesce(' ' || n.detail, ''), ' ') FROM preference n
    WHERE n.client_id = c.id AND n.ended_at IS NULL AND n.kind IN ('like', 'dislike', 'note')) AS notes,
  (SELECT group_concat(v.value, ' ') FROM client_field_value v JOIN client_field f ON f.id = v.field_id
    WHERE v.client_id = c.id AND f.kind IN ('text', 'choice') AND f.removed_at IS NULL) AS fields
  FROM client c JOIN client_totals t ON t.client_id = c.id`;

/** The next clients after a row id. */
export function listSearchEntriesAfter(reader: Reader, id: number, limit: number): SearchEntry[] {
  const own = ownClients(reader.session);
  const sql = `SELECT ${COLUMNS} WHERE c.id > ? AND ${own.sql} ORDER BY c.id LIMIT ?`;
  return entriesOf(reader, allRows(reader.db, sql, [id, ...own.parameters, limit]));
}

export function listSearchEntries(reader: Reader, ids: readonly number[]): SearchEntry[] {
  const own = ownClients(reader.session);
  const sql = `SELECT ${COLUMNS} WHERE c.id IN (SELECT value FROM json_each(?)) AND ${own.sql}`;
  return entriesOf(reader, allRows(reader.db, sql, [JSON.stringify(ids), ...own.parameters]));
}

function entriesOf(reader: Reader, rows: readonly ClientRow[]): SearchEntry[] {
  const alerts = findableAlerts(
    reader,
    rows.map((row) => row.id),
  );
  const told = rows.map((row) => ({ ...row, notes: joined([row.notes, row.fields, alerts.get(row.id)?.text ?? null]) }));
  const seen = may(reader, 'contact', 'see') ? told : told.map((row) => withoutContact(reader, row));
  return seen.map((row) => entryOf(row, alerts.get(row.id)?.kinds ?? NO_ALERTS));
}

function joined(texts: readonly (string | null)[]): string | null {
  return texts.filter((text) => text !== null).join(' ') || null;
}

/** Of a phone the last four digits, nothing of the WeChat; and no phone by way of a note. */
function withoutContact(reader: Reader, row: ClientRow): ClientRow {
  return {
    ...row,
    // Shops that gave their clients their own phone as number.
    number: readable(reader, row.number),
    name: readable(reader, row.name),
    nickname: row.nickname === null ? null : readable(reader, row.nickname),
    pinyin: readable(reader, row.pinyin),
    wechat: null,
    phones: may(reader, 'contact', 'masked') ? row.last_four : null,
    notes: row.notes === null ? null : readable(reader, row.notes),
  };
}

/** One for all of them: most clients have none. */
const NO_ALERTS: FindableAlerts['kinds'] = [];

function entryOf(row: ClientRow, alerts: FindableAlerts['kinds']): SearchEntry {
  const nickname = row.nickname ?? '';
  return {
    id: row.id,
    shelf: row.deleted === 1 ? 'bin' : row.archived === 1 ? 'archived' : 'current',
    lastVisitOn: row.last_visit_on ?? '',
    alerts,
    texts: {
      name: line(fold(nickname === '' ? row.name : `${row.name} ${nickname}`)),
      pinyin: pinyinKeys(row.pinyin) + (nickname === '' ? '' : pinyinKeys(pinyinOf(nickname))),
      phone: phonesOf(row.phones ?? ''),
      number: line(fold(row.wechat === null ? row.number : `${row.number} ${row.wechat}`)),
      note: line(fold(row.notes ?? '')),
    },
  };
}

/** One line: a line break would start the next client. */
function line(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

/** Digits only, a blank between numbers, so that 0013 8000 is found however it was typed; as typed only where that says more. */
function phonesOf(phones: string): string {
  const numbers = phones.split('\n').map((phone) => {
    const [e164 = '', ...typed] = phone.split('\t').map((part) => part.replace(/\D/g, ''));
    const asTyped = typed.join('');
    return e164.includes(asTyped) ? e164 : `${e164} ${asTyped}`;
  });
  return numbers.join(' ');
}
