// Has the whole chain checked in a thread, over keys of the thread's own.

import type { JobContext } from '../core/context';
import type { Workers } from '../core/workers';
import type { Vault } from '../vault/vault';
import type { AuditLog } from './audit-log';
import type { CheckOrder } from './verify-book';
import type { Checked } from './verify-rows';

export interface VerifyParts {
  readonly audit: AuditLog;
  readonly vault: Pick<Vault, 'readerAccess'>;
  readonly workers: Workers;
  /** Where the mirror of the chain's end lies. */
  readonly folder: string;
}

export async function verifyChain({ audit, vault, workers, folder }: VerifyParts, context: JobContext): Promise<Checked> {
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  const { key: auditKey, start, mirrored } = audit.checkAccess();
  const [bookKey, logKey] = [moved(key), moved(auditKey)];
  const order: CheckOrder = {
    book: file,
    key: bookKey,
    auditKey: logKey,
    salt: new Uint8Array(salt),
    nativeBinding,
    folder,
    start,
    mirrored,
  };
  return workers.run<Checked>('audit', order, {
    signal: context.signal,
    transfer: [bookKey.buffer, logKey.buffer],
    onProgress: context.progress,
  });
}

/** A buffer of its own goes to the thread: main keeps no copy, and the one that was lent is wiped. */
function moved(key: Buffer): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(key);
  key.fill(0);
  return own;
}
