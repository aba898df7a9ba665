// Looks and language belong to this PC, not to the book: they must be known before anybody has signed in.

import { existsSync, readFileSync } from 'node:fs';
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
  const fallback: Appearance = { language: systemLanguage, theme: 'auto' };
  return {
    read() {
      if (!existsSync(file)) return fallback;
      const parsed = Appearance.safeParse(parseJson(readFileSync(file, 'utf8')));
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
