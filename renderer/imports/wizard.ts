// The import that is under way: kept outside the page, so that leaving it and coming back loses nothing. Forgotten at a lock.

import { useSyncExternalStore } from 'react';
import type { IsoInstant } from '../../shared/core/date';
import type { AppError } from '../../shared/errors';
import type { Checked, ChosenFile, Matching, ReadList } from '../../shared/imports/contract';
import type { ImportField, ImportKind } from '../../shared/imports/fields';
import type { ClientFieldId, ImportId } from '../../shared/ids';
import { onEvent } from '../core/events';

export type Fix = Matching['fixes'][number];
export type Work = 'reading' | 'checking' | 'writing';

export interface ImportResult {
  readonly id: ImportId;
  readonly kind: ImportKind;
  readonly records: number;
  readonly warned: number;
}

export interface Wizard {
  readonly step: 'choose' | 'match' | 'check' | 'done';
  readonly work: { readonly what: Work; readonly callId: string; readonly done: number; readonly total: number | null } | null;
  readonly error: AppError | null;
  readonly file: ChosenFile | null;
  readonly list: ReadList | null;
  readonly kind: ImportKind;
  /** By column index. */
  readonly fields: ReadonlyMap<number, ImportField | null>;
  /** Columns that go into the shop's own fields. */
  readonly own: ReadonlyMap<number, ClientFieldId>;
  /** Columns the person has matched by hand. */
  readonly chosen: ReadonlySet<number>;
  readonly fixes: readonly Fix[];
  /** Rows with a problem that the person leaves out. */
  readonly skipRows: ReadonlySet<number>;
  readonly checked: Checked | null;
  readonly result: ImportResult | null;
  /** When this very file was imported before. */
  readonly importedBefore: IsoInstant | null;
  /** What had been matched and mended before a lock is there again. */
  readonly takenUp: boolean;
}

const START: Wizard = {
  step: 'choose',
  work: null,
  error: null,
  file: null,
  list: null,
  kind: 'clients',
  fields: new Map(),
  own: new Map(),
  chosen: new Set(),
  fixes: [],
  skipRows: new Set(),
  checked: null,
  result: null,
  importedBefore: null,
  takenUp: false,
};

let state = START;
let stopWatching: (() => void) | null = null;
const listeners = new Set<() => void>();

export function useWizard(): Wizard {
  return useSyncExternalStore(subscribe, wizard);
}

export function wizard(): Wizard {
  return state;
}

export function changeWizard(part: Partial<Wizard>): void {
  state = { ...state, ...part };
  // nothing of a list stays in the window once the book is closed
  if (state.file !== null) stopWatching ??= onEvent('book-changed', (event) => event.state !== 'open' && resetWizard());
  listeners.forEach((listener) => listener());
}

export function resetWizard(part: Partial<Wizard> = {}): void {
  stopWatching?.();
  stopWatching = null;
  state = START;
  changeWizard(part);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
