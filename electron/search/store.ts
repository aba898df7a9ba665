// Reads what the search needs to know of clients, a chunk at a time in row order: in last-visit order the encrypted pages would be read over and over.

import { pinyinKeys, pinyinOf } from '../../shared/core/pinyin';
import { fold } from '../../shared/core/text';
import type { Db } from '../core/database/database';
import { allRows } from '../core/database/rows';
import type { SearchEntry } from './search-index';

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
  readonly notes: string | null;
}

const COLUMNS = `
  c.id, c.number, c.name, c.nickname, c.pinyin, c.wechat, c.archived_at IS NOT NULL AS archived, c.deleted_at IS NOT NULL AS deleted, t.last_visit_on,
  (SELECT group_concat(coalesce(substr(p.e164, 2), '') || ' ' || p.typed, ' ') FROM client_phone p WHERE p.client_id = c.id) AS phones,
  (SELECT group_concat(n.text || coalesce(' ' || n.detail, ''), ' ') FROM preference n WHERE n.client_id = c.id AND n.ended_at IS NULL) AS notes
  FROM client c JOIN client_totals t ON t.client_id = c.id`;

/** The next clients after a row id. */
export function listSearchEntriesAfter(db: Db, id: number, limit: number): SearchEntry[] {
  return allRows<ClientRow>(db, `SELECT ${COLUMNS} WHERE c.id > ? ORDER BY c.id LIMIT ?`, [id, limit]).map(entryOf);
}

export function listSearchEntries(db: Db, ids: readonly number[]): SearchEntry[] {
  return allRows<ClientRow>(db, `SELECT ${COLUMNS} WHERE c.id IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]).map(entryOf);
}

function entryOf(row: ClientRow): SearchEntry {
  const nickname = row.nickname ?? '';
  return {
    id: row.id,
    shelf: row.deleted === 1 ? 'bin' : row.archived === 1 ? 'archived' : 'current',
    lastVisitOn: row.last_visit_on ?? '',
    texts: {
      name: line(fold(nickname === '' ? row.name : `${row.name} ${nickname}`)),
      pinyin: pinyinKeys(row.pinyin) + (nickname === '' ? '' : pinyinKeys(pinyinOf(nickname))),
      phone: digits(row.phones ?? ''),
      number: line(fold(row.wechat === null ? row.number : `${row.number} ${row.wechat}`)),
      note: line(fold(row.notes ?? '')),
    },
  };
}

/** One line: a line break would start the next client. */
function line(text: string): string {
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text;
}

/** Digits only, a blank between numbers, so that 0013 8000 is found however it was typed. */
function digits(phones: string): string {
  return phones.replace(/[^\d ]/g, '');
}
