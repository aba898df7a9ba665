// What every page shows of the backups, from what this PC remembers and the book that is open.

import path from 'node:path';
import type { BackupFolder, BackupsState } from '../../shared/backups/contract';
import { todayAt } from '../../shared/core/date';
import type { Context } from '../core/context';
import { may } from '../core/demand';
import { ageOf } from './contents';
import { isDrillDue, lastDrill } from './drill';
import { isOverdue, nextDaily } from './schedule';
import { OWN, type Stored, type StoredFolder } from './stored';

export interface View {
  readonly stored: Stored;
  readonly running: boolean;
  readonly pathOf: (folder: StoredFolder) => string;
  readonly ownName: string;
  readonly hasPassword: boolean;
}

export function stateOf({ stored, running, pathOf, ownName, hasPassword }: View, context: Context): BackupsState {
  const now = new Date(context.now);
  const today = todayAt(now);
  const { clients, createdAt } = ageOf(context.db);
  const { last, dailyAt, failure, folders } = stored;
  const drill = { last: lastDrill(context.db), createdAt, laterOn: stored.drillLaterOn, today };
  const names = new Map(folders.map((folder) => [folder.id, nameOf(folder, ownName)]));
  return {
    last: last && { at: last.at, kind: last.kind, bytes: last.bytes, counts: last.counts, folderName: names.get(last.folderId) ?? '' },
    dailyAt,
    nextAt: nextDaily(now, stored),
    running,
    overdue: clients > 0 && isOverdue(now, last?.at ?? createdAt),
    onlyHere: folders.every(({ id }) => id === OWN),
    folders: folders.map((folder) => shown(folder, ownName, may(context, 'settings', 'change') ? pathOf(folder) : null)),
    failure,
    // Of a book without clients there is nothing to try it with.
    drill: { last: drill.last, due: context.session.rights.owner && clients > 0 && isDrillDue(drill) },
    hasPassword,
    tellMissing: folders.filter(({ state, toldOn }) => state === 'missing' && toldOn !== today).map(({ id }) => id),
  };
}

export function nameOf({ id, path: place }: StoredFolder, ownName: string): string {
  if (id === OWN || place === null) return ownName;
  // The root of a stick has no name of its own: 'E:\'.
  return path.basename(place) || place;
}

function shown(folder: StoredFolder, ownName: string, place: string | null): BackupFolder {
  const { id, state, since, freeBytes, backups } = folder;
  const newest = [...backups].sort((a, b) => b.sequence - a.sequence)[0];
  return { id, name: nameOf(folder, ownName), place, own: id === OWN, state, since, lastAt: newest?.at ?? null, freeBytes };
}
