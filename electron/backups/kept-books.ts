// Books that were put aside, word for word, when another took their place or when they were found damaged. They still hold whoever was erased since.

import { lstatSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { KeptBook } from '../../shared/backups/contract';
import { isoInstant, type IsoInstant } from '../../shared/core/date';
import { AppError } from '../../shared/errors';
import { failureOf } from '../core/database/failures';
import { flushFolder } from '../core/durable-file';

/** The latest first. */
export function listKeptBooks(folder: string, now: IsoInstant): KeptBook[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && NAME.test(entry.name))
    .map(({ name }) => keptBook(folder, name, now))
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** For good. `id` is one of the list, never a path. */
export function removeKeptBook(folder: string, id: string, now: IsoInstant): KeptBook {
  const kept = listKeptBooks(folder, now).find((one) => one.id === id);
  if (kept === undefined) throw new AppError('record.not-found', { kind: 'other' });
  try {
    rmSync(path.join(folder, kept.id), { recursive: true });
    flushFolder(folder);
  } catch (error) {
    throw failureOf(error) ?? error;
  }
  return kept;
}

const NAME = /^(?:replaced-[0-9TZ-]{20,30}|damaged-[0-9a-f]{12})$/;
const LONG_MS = 30 * 86_400_000;

function keptBook(folder: string, name: string, now: IsoInstant): KeptBook {
  const place = path.join(folder, name);
  const at = isoInstant(statSync(place).mtime);
  // What a link leads to is neither counted nor deleted, and may not be there at all.
  const files = readdirSync(place).map((file) => lstatSync(path.join(place, file)).size);
  return {
    id: name,
    why: name.startsWith('replaced') ? 'replaced' : 'damaged',
    at,
    bytes: files.reduce((sum, size) => sum + size, 0),
    old: Date.parse(now) - Date.parse(at) > LONG_MS,
  };
}
