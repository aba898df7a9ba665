// Looks and language belong to this PC, not to the book: they must be known before anybody has signed in.

import { readFileSync } from 'node:fs';
import type { AppContract } from '../../shared/contract';
import { Appearance } from '../../shared/settings/contract';
import type { Services } from '../core/context';
import { replaceFile } from '../core/durable-file';

export interface AppearanceFile {
  read(): Appearance;
  write(appearance: Appearance): void;
}

/** A file that cannot be read counts as none: looks are no reason not to start. */
export function appearanceFile(file: string, systemLanguage: Appearance['language']): AppearanceFile {
  const fallback: Appearance = { language: systemLanguage, theme: 'auto', textSize: 100 };
  return {
    read() {
      const parsed = Appearance.safeParse(readJson(file));
      return parsed.success ? parsed.data : fallback;
    },
    write: (appearance) => replaceFile(file, JSON.stringify(appearance)),
  };
}

export function createAppearanceService(file: AppearanceFile, changed: () => void) {
  return {
    get: () => file.read(),
    set(appearance) {
      file.write(appearance);
      changed();
      return null;
    },
  } satisfies Services<AppContract>['appearance'];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
