// What the thread of whole books can be asked, and what it answers: the words both sides share.

import type { Brought } from '../../shared/transfer/contract';
import type { WriteOrder } from '../core/thread-write';
import type { Language } from '../exports/words';
import type { BookToRead } from '../exports/write';

interface Order extends BookToRead {
  readonly target: string;
  readonly language: Language;
  /** Opens the alerts; wiped when the file is written. */
  readonly healthKey: Uint8Array;
  /** Opens the pictures; wiped as well. */
  readonly photosKey: Uint8Array;
  readonly takenAt: string;
  /** Who takes it out, for the properties of a workbook. */
  readonly mark: string;
}

export type WriteTask =
  | (Order & { readonly task: 'xlsx'; readonly password: string | null })
  | (Order & { readonly task: 'json' })
  | (Order & { readonly task: 'pack' });

export interface ReadTask {
  readonly task: 'read';
  readonly file: string;
}

export interface CommitTask {
  readonly task: 'commit';
  readonly file: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly order: WriteOrder;
}

export type TransferTask = WriteTask | ReadTask | CommitTask;

export interface ReadAnswer extends Omit<Brought, 'token' | 'fileName'> {
  readonly sha256: string;
}

export interface WriteAnswer {
  readonly rows: number;
}
