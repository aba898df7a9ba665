// The files a scan goes through: every regular file under some places, each once, with what could not be listed.

import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

export interface FoundFile {
  readonly file: string;
  readonly bytes: number;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  /** Folders and files nobody let us look at. */
  readonly unread: number;
}

/** Links are not followed: what they point to is not the app's, or is found where it lies. What is gone meanwhile is not there to be found. */
export function filesUnder(places: readonly string[]): FoundFiles {
  const files = new Map<string, FoundFile>();
  const waiting = places.map((place) => path.resolve(place));
  let unread = 0;
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    try {
      const found = lstatSync(place);
      if (found.isDirectory()) waiting.push(...namesIn(place));
      else if (found.isFile()) files.set(place, { file: place, bytes: found.size });
    } catch (error) {
      if (!isGone(error)) unread += 1;
    }
  }
  return { files: [...files.values()], unread };
}

/** A file that another program deleted between being listed and being read. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** What of the app's may lie in the folder for temporary files: Electron's own leftovers, and anything that bears the app's name. */
export function temporaryEntries(folder: string): readonly string[] {
  return namesIn(folder).filter((place) => OWN_ENTRY.test(path.basename(place)));
}

const OWN_ENTRY = /^(?:shuke|\.?org\.chromium\.|\.?com\.google\.chrome|scoped_dir|electron)/i;

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => path.join(folder, name));
}
