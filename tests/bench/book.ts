// The benchmark's books: a whole profile folder each, made once with the app's own vault and kept in the XDG cache. Each run works on a copy.

import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { SCHEMA_VERSION } from '../../electron/core/database/migrate';
import { createBook } from './desk';
import { fillSalon } from './salon';

export interface BenchBook {
  /** What Electron calls userData: the book stands in its folder `book`. */
  readonly profile: string;
  remove(): void;
}

/** Changes when the salon is generated differently. */
const EDITION = 6;

export async function benchBook(clients: number): Promise<BenchBook> {
  const kept = await keptProfile(clients);
  const profile = mkdtempSync(path.join(tmpdir(), 'shuke-bench-'));
  cpSync(kept, profile, { recursive: true });
  return { profile, remove: () => rmSync(profile, { recursive: true, force: true }) };
}

async function keptProfile(clients: number): Promise<string> {
  const folder = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'shuke');
  const kept = path.join(folder, `bench-${EDITION}-${SCHEMA_VERSION}-${clients}`);
  if (existsSync(kept)) return kept;
  mkdirSync(folder, { recursive: true });
  console.log(`making a book of ${clients.toLocaleString('en')} clients, once …`);
  const draft = mkdtempSync(path.join(folder, '.making-'));
  const house = await createBook(draft);
  const db = house.vault.database();
  // Only this once: a draft is thrown away when the power fails.
  db.pragma('synchronous=OFF');
  fillSalon(db, clients);
  house.lock('quit');
  renameSync(draft, kept);
  return kept;
}
