// Electron's safeStorage: the only file of the vault that knows Electron.

import { safeStorage } from 'electron';
import type { Protection, Protector } from './protection';

/** Call after the app is ready. */
export async function createProtector(): Promise<Protector> {
  // Older Electrons have only the calls that block, newer ones are about to lose them.
  const modern = typeof safeStorage.encryptStringAsync === 'function';
  const available = modern ? await safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
  return {
    protection: available ? protectionOf() : 'none',
    async protect(secret) {
      const text = secret.toString('base64');
      return modern ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text);
    },
    async unprotect(sealed) {
      const text = modern ? (await safeStorage.decryptStringAsync(sealed)).result : safeStorage.decryptString(sealed);
      return Buffer.from(text, 'base64');
    },
  };
}

function protectionOf(): Protection {
  if (process.platform !== 'linux') return 'os';
  return safeStorage.getSelectedStorageBackend() === 'basic_text' ? 'basic' : 'os';
}
