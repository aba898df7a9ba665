// The audit log as a sheet: one line an entry, newest first.

import type { AuditFilter } from '../../shared/audit/contract';
import { AuditEvent } from '../../shared/audit/contract';
import type { Db } from '../core/database/database';
import { instantCell, textCell } from '../exports/cell';
import type { Sheet } from '../exports/sheet';
import type { Language } from '../exports/words';
import { allEntries, countEntries, type NameScope } from './list-store';
import { AUDIT_WORDS } from './words';

export function auditSheet(db: Db, filter: AuditFilter, names: NameScope, language: Language): Sheet {
  const { sheet, titles, events, app } = AUDIT_WORDS[language];
  return {
    name: sheet,
    stage: 'audit',
    total: countEntries(db, filter),
    columns: [
      { title: titles.number, kind: 'count', width: 10 },
      { title: titles.at, kind: 'instant', width: 20 },
      { title: titles.who, kind: 'text', width: 12 },
      { title: titles.event, kind: 'text', width: 16 },
      { title: titles.operation, kind: 'text', width: 22 },
      { title: titles.client, kind: 'text', width: 22 },
      { title: titles.details, kind: 'text', width: 60 },
      { title: titles.fingerprint, kind: 'code', width: 66 },
    ],
    *rows() {
      for (const row of allEntries(db, filter, names)) {
        const client = [row.client_number, row.client_name].filter((part) => part !== null).join(' ');
        const texts = [
          row.account_name ?? app,
          events[AuditEvent.parse(row.event)],
          row.operation,
          client,
          row.details === '{}' ? null : row.details,
          row.mac,
        ];
        yield [row.id, instantCell(row.at), ...texts.map((text) => textCell(text, '…'))];
      }
    },
  };
}
