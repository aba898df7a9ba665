// Reads the whole book from the JSON file that carries it.

import { z } from 'zod';
import { AppError, refuse } from '../../shared/errors';
import { checkHead, type RawBook, type RawTable } from './raw-book';
import { TRAVEL_TABLES } from './tables';

const Head = z.object({ format: z.unknown(), version: z.unknown() });
const Whole = z.object({
  about: z.object({ shop: z.string(), takenAt: z.string(), lastClientNumber: z.int() }),
  counts: z.record(z.string(), z.int()),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

export function readJson(bytes: Uint8Array): RawBook {
  const parsed = parse(bytes);
  const head = Head.safeParse(parsed);
  if (!head.success) throw refuse('transfer.not-a-book');
  const version = checkHead(head.data.format, head.data.version);
  const whole = Whole.safeParse(parsed);
  if (!whole.success) throw refuse('file.damaged');
  const { about, counts, tables } = whole.data;
  return {
    ...about,
    version,
    counts: new Map(Object.entries(counts)),
    tables: new Map(Object.entries(tables).map(([name, rows]) => [name, tableOf(name, rows)])),
    lost: [],
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError('file.damaged', {}, { cause: error });
  }
}

function tableOf(name: string, rows: readonly Readonly<Record<string, unknown>>[]): RawTable {
  const known = TRAVEL_TABLES.find((table) => table.name === name)?.columns.map(({ title }) => title) ?? [];
  // A column that stands nowhere in the list is missing; one that only some rows lack is blank in those.
  const seen = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = rows.length === 0 ? known : [...seen];
  return { columns, rows: rows.map((row, index) => ({ place: index + 1, cells: columns.map((column) => row[column] ?? null) })) };
}
