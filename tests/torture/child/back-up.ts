// Makes one backup after another of a book, and says each only when it has its name; until it is killed, or has made as many as were asked for.

import { randomUUID } from 'node:crypto';
import type { BackupHeader } from '../../../electron/backups/backup-file';
import { removeStaged, stageBook, stagedName } from '../../../electron/backups/stage';
import { writeToFolder } from '../../../electron/backups/write';
import type { IsoInstant } from '../../../shared/core/date';
import { readInput, say } from './input';

export interface BackUpInput {
  readonly book: string;
  readonly work: string;
  readonly folder: string;
  readonly key: string;
  readonly salt: string;
  readonly fileKey: string;
  readonly bookUid: string;
  readonly head: Pick<BackupHeader, 'fileSalt' | 'bookKey'>;
  readonly from: number;
  readonly times?: number;
}

const input = readInput<BackUpInput>();
const tools = { progress: () => undefined };
for (let sequence = input.from; sequence < input.from + (input.times ?? Infinity); sequence += 1) {
  removeStaged(input.work);
  const uid = randomUUID();
  const target = stagedName(input.work, uid);
  const room = { folder: input.folder, bookUid: input.bookUid, now: nowOf(sequence) };
  const keys = { key: new Uint8Array(Buffer.from(input.key, 'hex')), salt: new Uint8Array(Buffer.from(input.salt, 'hex')) };
  const { lastAct: _lastAct, ...staged } = stageBook({ book: input.book, ...keys, nativeBinding: undefined, target, room }, tools);
  const header: BackupHeader = {
    ...{ format: 1, uid, sequence, at: nowOf(sequence), kind: 'daily', appVersion: '0', keys: '{}' },
    ...input.head,
    ...staged,
    erased: [...staged.erased],
  };
  const order = { staged: target, folder: input.folder, own: true, header, fileKey: Buffer.from(input.fileKey, 'hex') };
  writeToFolder(order, tools);
  say(String(sequence));
}

/** A day apart, so that rotation has something to do. */
function nowOf(sequence: number): IsoInstant {
  return new Date(Date.UTC(2026, 0, 1 + sequence)).toISOString() as IsoInstant;
}
