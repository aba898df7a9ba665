// Seals single values of the book under a key of their own, so that whoever does not hold that key cannot read them in the open book either.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError, refuse } from '../../shared/errors';

export interface Sealer {
  /** Never the same text twice: nobody can tell two equal values from their seals. */
  seal(value: unknown): string;
  /** Refuses what was not sealed under this key for this purpose, or was changed since. */
  open(sealed: string): unknown;
}

/** No JSON begins like this. */
const FORMAT = 'h1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps the very buffer it is given: whoever wipes the key makes the sealer useless. */
export function createSealer(key: Buffer, purpose: string): Sealer {
  const about = Buffer.from(purpose, 'utf8');
  return {
    seal(value) {
      refuseWiped(key);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(about);
      const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
      return FORMAT + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed) {
      refuseWiped(key);
      const whole = isSealed(sealed) ? Buffer.from(sealed.slice(FORMAT.length), 'base64url') : Buffer.alloc(0);
      if (whole.length < IV_BYTES + TAG_BYTES) throw damaged();
      const decipher = createDecipheriv('aes-256-gcm', key, whole.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(about)
        .setAuthTag(whole.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        return JSON.parse(decipher.update(whole.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8'));
      } catch (error) {
        throw damaged(error);
      }
    },
  };
}

export function isSealed(text: string): boolean {
  return text.startsWith(FORMAT);
}

/** A value sealed under a key of zeros would be open to everybody. */
function refuseWiped(key: Buffer): void {
  if (key.every((byte) => byte === 0)) throw refuse('session.locked');
}

function damaged(cause?: unknown): AppError {
  return new AppError('book.damaged', { found: 'sealed text', aside: null }, { cause });
}
