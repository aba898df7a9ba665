// Moving 搬家: the whole book out as one file, in again into an empty book, and the pack for another program.

import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { maskPhonesIn } from '../../shared/core/marks';
import type { AppContract } from '../../shared/contract';
import { refuse } from '../../shared/errors';
import type { Exported } from '../../shared/exports/contract';
import { ActId } from '../../shared/ids';
import type { Backups } from '../backups/backups';
import type { JobContext, Services } from '../core/context';
import type { Dialogs } from '../core/dialogs';
import type { Workers } from '../core/workers';
import { partBeside, putInPlace, removePart, withEnding, type Places } from '../exports/place';
import type { Language } from '../exports/words';
import type { UnfinishedJobs } from '../jobs/unfinished';
import type { Vault } from '../vault/vault';
import type { BroughtBooks } from './brought-books';
import { hasNobody } from './put-back-store';
import type { CommitTask, ReadAnswer, ReadTask, WriteAnswer, WriteTask } from './tasks';
import { TRANSFER_WORDS } from './words';

interface TransferParts {
  readonly vault: Pick<Vault, 'readerAccess' | 'subKeys'>;
  readonly dialogs: Dialogs;
  readonly workers: Workers;
  readonly brought: BroughtBooks;
  readonly places: Places;
  readonly unfinished: UnfinishedJobs;
  readonly backups: Pick<Backups, 'make'>;
}

interface Wish {
  readonly task: WriteTask['task'];
  readonly language: Language;
  readonly purpose: string;
  readonly password: string | null;
}

export function createTransferService(parts: TransferParts) {
  const out = async (wish: Wish, context: JobContext): Promise<Exported> => {
    const target = await askWhere(parts.dialogs, wish, context);
    if (target === null) return { cancelled: true, fileName: null, rows: 0, token: null };
    const rows = await parts.unfinished.during({ kind: 'export', target }, context, () => writeTo(parts, target, wish, context));
    const token = randomUUID();
    parts.places.set(token, target);
    return { cancelled: false, fileName: path.basename(target), rows, token };
  };
  return {
    state: (_input, { db }) => ({ empty: hasNobody(db) }),
    whole: async (wish, context) => out({ ...wish, task: wish.format, password: wish.format === 'xlsx' ? wish.password : null }, context),
    exitPack: async (wish, context) => out({ ...wish, task: 'pack', password: null }, context),
    async bringBack(_input, context) {
      context.read(({ db }) => {
        if (!hasNobody(db)) throw refuse('transfer.not-empty');
      });
      const file = await parts.dialogs.chooseFile([{ name: 'Excel · JSON', extensions: ['xlsx', 'json'] }]);
      if (file === null) return null;
      const task: ReadTask = { task: 'read', file };
      const { sha256, ...answer } = await parts.workers.run<ReadAnswer>('transfer', task, { ...GENEROUS, ...watching(context) });
      const token = answer.problemsTotal > 0 ? null : parts.brought.hold({ file, sha256 });
      return { ...answer, fileName: path.basename(file), token };
    },
    async commit({ token }, context) {
      const book = parts.brought.get(token);
      // Also of a book without clients: what was set up in it would be mixed with what comes.
      await parts.backups.make('before-import', { ...context, progress: () => context.progress('backup', 0, null) });
      const task: Omit<CommitTask, 'order'> = { task: 'commit', ...book, fileName: path.basename(book.file) };
      const { value, act } = await context.writeInThread<number>('transfer', task, { ...GENEROUS, ...watching(context) });
      parts.brought.clear();
      return { actId: ActId.parse(act.uid), rows: value };
    },
  } satisfies Services<AppContract>['transfer'];
}

const GENEROUS = { megabytes: 4096, milliseconds: 60 * 60 * 1000 } as const;

function watching({ signal, progress }: JobContext) {
  return { signal, onProgress: progress };
}

async function askWhere(dialogs: Dialogs, { task, language }: Wish, { today }: JobContext): Promise<string | null> {
  const { files } = TRANSFER_WORDS[language];
  const ending = task === 'pack' ? 'zip' : task;
  const chosen = await dialogs.saveFile(`${task === 'pack' ? files.pack : files.whole} ${today}.${ending}`, [
    { name: files.type[ending], extensions: [ending] },
  ]);
  return chosen === null ? null : withEnding(chosen, `.${ending}`);
}

async function writeTo({ vault, workers }: TransferParts, target: string, wish: Wish, context: JobContext): Promise<number> {
  const order = orderFor(vault, target, wish, context);
  try {
    const transfer = [order.key.buffer, order.healthKey.buffer, order.photosKey.buffer];
    const { rows } = await workers.run<WriteAnswer>('transfer', order, { ...GENEROUS, ...watching(context), transfer });
    // In the log first: a file that nobody knows of must not be possible. The other way round is only a line too many.
    const purpose = maskPhonesIn(wish.purpose);
    const fileName = maskPhonesIn(path.basename(target));
    context.write(({ trail }) => trail.note({ rows, way: wish.task, fileName, purpose, protected: wish.password !== null }));
    await putInPlace(target);
    return rows;
  } catch (error) {
    await removePart(target);
    throw error;
  }
}

type Order = WriteTask & { readonly [K in 'key' | 'healthKey' | 'photosKey']: Uint8Array<ArrayBuffer> };

function orderFor(vault: TransferParts['vault'], target: string, { task, language, password }: Wish, { session, now }: JobContext): Order {
  const { health, photos } = vault.subKeys();
  if (health === null || photos === null) throw refuse('session.locked');
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  // Buffers of their own are moved to the thread: main keeps no copy, and the one that was lent is wiped.
  const moved = new Uint8Array(key);
  key.fill(0);
  const order = {
    book: file,
    key: moved,
    salt: new Uint8Array(salt),
    nativeBinding,
    target: partBeside(target),
    language,
    healthKey: new Uint8Array(health),
    photosKey: new Uint8Array(photos),
    takenAt: now,
    mark: `${session.accountUid} ${now}`,
  };
  return task === 'xlsx' ? { ...order, task, password } : { ...order, task };
}
