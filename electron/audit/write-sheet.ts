// Writes the filtered log as a workbook, over a connection of its own that cannot write.

import { createWriteStream } from 'node:fs';
import type { AuditFilter } from '../../shared/audit/contract';
import { wrapDatabase } from '../core/database/database';
import { SCHEMA_VERSION } from '../core/database/migrate';
import { openReadOnly } from '../core/database/open';
import { writeWorkbook, type WorkbookTools } from '../exports/workbook';
import type { Language } from '../exports/words';
import { writeFailure } from '../exports/write-failure';
import type { NameScope } from './list-store';
import { auditSheet } from './sheet';

export interface SheetOrder {
  readonly book: string;
  /** This thread's own copy: wiped as soon as the book is open. */
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly target: string;
  readonly filter: AuditFilter;
  readonly names: NameScope;
  readonly language: Language;
  /** Who takes it out, for the file's properties. */
  readonly mark: string;
}

export async function writeSheet(order: SheetOrder, tools: WorkbookTools): Promise<{ readonly rows: number }> {
  const { target, filter, names, language, mark } = order;
  const sqlite = openBook(order);
  const stream = createWriteStream(target, { mode: 0o600 });
  try {
    // One moment, whatever is written meanwhile.
    sqlite.exec('BEGIN');
    const sheets = [auditSheet(wrapDatabase(sqlite), filter, names, language)];
    return { rows: await writeWorkbook(stream, { sheets, language, mark }, tools) };
  } catch (error) {
    stream.destroy();
    throw stream.errored ? writeFailure(stream.errored) : error;
  } finally {
    sqlite.close();
  }
}

function openBook({ book, key, salt, nativeBinding }: SheetOrder) {
  const access = { key: Buffer.from(key.buffer, key.byteOffset, key.byteLength), salt: Buffer.from(salt) };
  try {
    return openReadOnly(book, { ...access, nativeBinding, schemaVersion: SCHEMA_VERSION });
  } finally {
    key.fill(0);
  }
}
