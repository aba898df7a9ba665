// Main's part in an act that a thread writes: hands over the keys, keeps everybody else from writing, and has the thread roll back when it is to end.

import { pragmaValue } from './core/database/connection';
import type { ThreadWriter, ThreadWritten, WriteOrder } from './core/thread-write';
import type { Workers } from './core/workers';
import type { WriteGate } from './core/write-gate';
import type { Vault } from './vault/vault';

export interface ThreadWriterParts {
  readonly workers: Workers;
  readonly vault: () => Vault;
  readonly gate: WriteGate;
  /** What waits to be written before the act, is. */
  readonly settle: () => void;
}

export function createThreadWriter({ workers, vault, gate, settle }: ThreadWriterParts): ThreadWriter {
  return async <T>(...[worker, task, call, options]: Parameters<ThreadWriter>) => {
    settle();
    return gate.through(async (memory) => {
      const patient = impatient(vault());
      // Before the worker's own listener, which ends the thread whatever it is doing.
      options.signal?.addEventListener('abort', () => gate.interrupt(), { once: true });
      const { order, transfer } = orderFor(vault(), { ...call, memory });
      try {
        return await workers.run<ThreadWritten<T>>(worker, { ...task, order }, { ...options, transfer });
      } finally {
        patient();
      }
    });
  };
}

/** What tries to write all the same is refused at once, and main does not stand still. Returns the way back. */
function impatient(vault: Vault): () => void {
  const db = vault.database();
  const usual = pragmaValue(db, 'busy_timeout');
  db.pragma('busy_timeout=0');
  return () => {
    if (db.open) db.pragma(`busy_timeout=${usual}`);
  };
}

function orderFor(vault: Vault, call: Pick<WriteOrder, 'session' | 'operation' | 'now' | 'memory'>) {
  const { file, key, salt, nativeBinding } = vault.readerAccess();
  const { audit, health, photos } = vault.subKeys();
  const own = {
    ...{ key: new Uint8Array(key), auditKey: new Uint8Array(audit) },
    ...{ healthKey: health && new Uint8Array(health), photosKey: photos && new Uint8Array(photos) },
  };
  key.fill(0);
  const order: WriteOrder = { file, ...own, salt: new Uint8Array(salt), nativeBinding, ...call };
  // Moved, so that main keeps no copy.
  return { order, transfer: Object.values(own).flatMap((bytes) => (bytes ? [bytes.buffer] : [])) };
}
