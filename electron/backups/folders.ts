// The folders backups go to: where they are, what lies in them, and what was last wrong with them.

import path from 'node:path';
import type { BackupEntry } from '../../shared/backups/contract';
import type { IsoInstant } from '../../shared/core/date';
import { refuse } from '../../shared/errors';
import type { Workers } from '../core/workers';
import { folderStateOf } from './failures';
import { isSlow, type FolderResult, type Target } from './run';
import { nameOf } from './state';
import { newFolder, OWN, type StoredFile, type StoredFolder } from './stored';
import type { BackupTask, Looked } from './tasks';
import type { BackupTokens } from './tokens';

export interface FolderParts {
  readonly workers: Workers;
  /** Where the book is; the app's own backups are in a folder inside. */
  readonly folder: string;
  readonly stored: StoredFile;
  readonly tokens: BackupTokens;
  readonly now: () => IsoInstant;
}

export class BackupFolders {
  constructor(private readonly parts: FolderParts) {}

  pathOf(folder: StoredFolder): string {
    return folder.path ?? path.join(this.parts.folder, 'backups');
  }

  targets(): Target[] {
    return this.parts.stored.read().folders.map((folder) => ({ id: folder.id, path: this.pathOf(folder), own: folder.id === OWN }));
  }

  add(id: string, place: string): void {
    const beside = path.relative(this.parts.folder, place);
    const inside = beside === '' || (!beside.startsWith('..') && !path.isAbsolute(beside));
    const taken = this.targets().some((target) => path.relative(target.path, place) === '');
    if (inside || taken) throw refuse('backup.folder-taken');
    this.parts.stored.change((stored) => ({ ...stored, folders: [...stored.folders, newFolder(id, place)] }));
  }

  remove(id: string): void {
    if (id === OWN) return;
    this.parts.stored.change((stored) => ({ ...stored, folders: stored.folders.filter((folder) => folder.id !== id) }));
  }

  /** Looks into every folder, each in a thread of its own and for a while only; gives what lies there now. */
  async look(bookUid: string | null): Promise<ReadonlyMap<string, Looked | null>> {
    const looked = await Promise.all(this.targets().map(async (target) => [target.id, await this.#lookInto(target, bookUid)] as const));
    return new Map(looked);
  }

  /** Keeps what was seen, so that it can be said when the folder is away. True when that is news. */
  keep(looked: ReadonlyMap<string, Looked | null>): boolean {
    const { stored, now } = this.parts;
    const before = stored.read().folders;
    const after = before.map((folder) => {
      const seen = looked.get(folder.id);
      return seen === undefined ? folder : seenAs(folder, seen, now());
    });
    if (JSON.stringify(after) === JSON.stringify(before)) return false;
    stored.change((all) => ({ ...all, folders: after }));
    return toldOf(after) !== toldOf(before);
  }

  /** What a backup has left behind in each. */
  settle(results: readonly FolderResult[], bytes: number): StoredFolder[] {
    const at = this.parts.now();
    return this.parts.stored.read().folders.map((folder) => {
      const result = results.find(({ id }) => id === folder.id);
      if (!result) return folder;
      if (!result.written) return inState(folder, folderStateOf(result.error), at);
      const { backups, freeBytes, milliseconds } = result.written;
      return { ...inState(folder, isSlow(bytes, milliseconds) ? 'slow' : 'ok', at), backups: [...backups], freeBytes };
    });
  }

  /** Newest first. */
  entries(looked: ReadonlyMap<string, Looked | null>, ownName: string): BackupEntry[] {
    return this.parts.stored
      .read()
      .folders.flatMap((folder) => folder.backups.map((backup) => ({ folder, backup })))
      .sort((a, b) => b.backup.sequence - a.backup.sequence)
      .map(({ folder, backup: { fileName, at, kind, bytes, counts } }) => ({
        token: this.parts.tokens.register(path.join(this.pathOf(folder), fileName)),
        ...{ at, kind, bytes, counts, folderId: folder.id, folderName: nameOf(folder, ownName) },
        reachable: (looked.get(folder.id) ?? null) !== null,
      }));
  }

  filesIn(looked: ReadonlyMap<string, Looked | null>): string[] {
    return this.targets().flatMap((target) =>
      (looked.get(target.id)?.backups ?? []).map(({ fileName }) => path.join(target.path, fileName)),
    );
  }

  async #lookInto({ path: folder, own }: Target, bookUid: string | null): Promise<Looked | null> {
    const task: BackupTask = { task: 'look', folder, own, bookUid };
    try {
      return await this.parts.workers.run<Looked>('backups', task, { milliseconds: LONGEST_LOOK });
    } catch {
      // Away, unreadable or silent: all the same to whoever looks for backups.
      return null;
    }
  }
}

const LONGEST_LOOK = 10_000;

function seenAs(folder: StoredFolder, seen: Looked | null, at: IsoInstant): StoredFolder {
  if (seen === null) return inState(folder, 'missing', at);
  const gone = folder.state === 'missing' || folder.state === 'read-only';
  const state = !seen.writable ? 'read-only' : gone ? 'ok' : folder.state;
  return { ...inState(folder, state, at), backups: [...seen.backups], freeBytes: seen.freeBytes };
}

/** How much room is left changes with every look, and whoever is told of that looks again. */
function toldOf(folders: readonly StoredFolder[]): string {
  return JSON.stringify(folders, (key, value: unknown) => (key === 'freeBytes' ? null : value));
}

/** `since` is when it came to be so. */
function inState(folder: StoredFolder, state: StoredFolder['state'], at: IsoInstant): StoredFolder {
  if (state === folder.state) return folder;
  return { ...folder, state, since: state === 'ok' ? null : at, toldOn: null };
}
