// The five texts of the bundle, each line a fact of a known kind.

import path from 'node:path';
import type { BookStatus } from '../../shared/book/contract';
import { BackupKind, FolderState } from '../../shared/backups/contract';
import { DIAGNOSTICS_FILES, type Diagnostics } from '../../shared/diagnostics/contract';
import { UnfinishedKind, type UnfinishedJob } from '../../shared/jobs/contract';
import type { Appearance, ShopSettings } from '../../shared/settings/contract';
import { OWN, type Stored, type StoredFolder } from '../backups/stored';
import { SCHEMA_VERSION } from '../core/database/migrate';
import type { Health } from '../health/health-file';
import type { VaultStatus } from '../vault/status';
import { bookFileFacts } from './book-files';
import { errorCode, instant, oneOf, textOf, type Fact } from './facts';
import type { CountedBook, Looked } from './work';

export interface Known {
  readonly now: string;
  readonly folder: string;
  readonly machine: readonly Fact[];
  readonly vault: Pick<VaultStatus, 'state' | 'refusal' | 'protection' | 'accounts' | 'waitSeconds'>;
  readonly lockedBy: BookStatus['lockedBy'];
  readonly health: Health | null;
  readonly stored: Stored;
  readonly appearance: Appearance;
  /** Null while no book is open. */
  readonly settings: Pick<ShopSettings, 'region' | 'idleMinutes' | 'reviewMonths'> | null;
  readonly unfinished: readonly UnfinishedJob[];
  readonly looked: Looked;
}

export function textsOf(known: Known): Diagnostics['files'] {
  const texts: Readonly<Record<(typeof DIAGNOSTICS_FILES)[number], string>> = {
    'app.txt': textOf([['taken', instant(known.now)], ...known.machine]),
    'book.txt': textOf([...bookFacts(known), ...bookFileFacts(known.folder), ...countFacts(known.looked.book)]),
    'backups.txt': textOf(backupFacts(known.stored, known.folder)),
    'settings.txt': textOf(settingFacts(known)),
    'log.txt': [`lines left out: ${known.looked.log.dropped}`, ...known.looked.log.lines, ''].join('\n'),
  };
  return DIAGNOSTICS_FILES.map((name) => ({ name, text: texts[name] }));
}

function bookFacts({ vault, lockedBy, health, unfinished }: Known): Fact[] {
  return [
    ['state', oneOf(['none', 'locked', 'open', 'refused'], vault.state)],
    ['refused with', vault.refusal === null ? 'nothing' : errorCode(vault.refusal.code)],
    ...newerFacts(vault.refusal?.details),
    ['locked by', oneOf(['start', 'key', 'idle', 'system', 'switch', 'page', 'restore'], lockedBy)],
    ['schema of this version', SCHEMA_VERSION],
    ['keystore', oneOf(['os', 'basic', 'none'], vault.protection)],
    ['accounts', vault.accounts.length],
    ['seconds to wait for the next try', Math.round(vault.waitSeconds)],
    ['last full check', instant(health?.at ?? null)],
    ['last full check sound', health === null ? 'none' : health.sound],
    ...unfinished.map(({ kind, at, done }, number): Fact => [
      `unfinished ${number + 1}`,
      `${oneOf(UnfinishedKind.options, kind)}, ${instant(at)}, ${done ? 'came to its end' : 'did not'}`,
    ]),
  ];
}

function newerFacts(details: object | undefined): Fact[] {
  if (details === undefined || !('theirs' in details) || typeof details.theirs !== 'number') return [];
  return [['schema of the book', details.theirs]];
}

function countFacts(book: CountedBook | string | null): Fact[] {
  if (book === null) return [['tables', 'counted only while the book is open']];
  if (typeof book === 'string') return [['tables', `could not be read: ${errorCode(book)}`]];
  return [
    ['schema of the book', book.schema],
    ['pages', book.pages],
    ['free pages', book.freePages],
    ...book.tables.map(([name, rows]): Fact => [`rows ${name}`, rows]),
  ];
}

function backupFacts({ last, failure, dailyAt, dailyOn, sequence, folders }: Stored, book: string): Fact[] {
  return [
    ['daily at', dailyAt],
    ['last daily', instant(dailyOn)],
    ['last good', instant(last?.at ?? null)],
    ['last good kind', oneOf(BackupKind.options, last?.kind)],
    ['last good bytes', last?.bytes ?? 0],
    ['number', sequence],
    ['last failure', instant(failure?.at ?? null)],
    ['last failure code', failure === null ? 'none' : errorCode(failure.code)],
    ...folders.flatMap((folder, number) => folderFacts(folder, `folder ${number + 1}`, book)),
  ];
}

function folderFacts({ id, path: place, state, since, freeBytes, backups }: StoredFolder, name: string, book: string): Fact[] {
  return [
    [name, id === OWN || place === null ? 'its own' : volumeOf(place, book)],
    [`${name} state`, oneOf(FolderState.options, state)],
    [`${name} since`, instant(since)],
    [`${name} free MiB`, freeBytes === null ? 'unknown' : Math.round(freeBytes / 2 ** 20)],
    [`${name} backups`, backups.length],
  ];
}

/** What kind of place it is, told from how the path begins, and nothing more of the path. */
export function volumeOf(place: string, book: string): 'network' | 'another volume' | 'beside the book' {
  if (/^[\\/]{2}/.test(place)) return 'network';
  if (/^\/(?:media|mnt|run\/media|Volumes)\//.test(place)) return 'another volume';
  return path.parse(place).root.toLowerCase() === path.parse(book).root.toLowerCase() ? 'beside the book' : 'another volume';
}

function settingFacts({ appearance, settings }: Known): Fact[] {
  const looks: Fact[] = [
    ['language', oneOf(['zh-CN', 'en'], appearance.language)],
    ['theme', oneOf(['light', 'dark', 'auto'], appearance.theme)],
  ];
  if (settings === null) return [...looks, ['of the shop', 'told only while the book is open']];
  return [
    ...looks,
    ['region of phones', /^[A-Z]{2}$/.test(settings.region) ? settings.region : 'other'],
    ['locks after minutes', settings.idleMinutes],
    ['months between reviews', settings.reviewMonths],
  ];
}
