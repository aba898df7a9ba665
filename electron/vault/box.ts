// A box: bytes sealed under a key with AES-256-GCM, together with all that says what they are for.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

export const Base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes, 'length');

const MOST_BYTES = 1024;
export const Sealed = z.strictObject({ iv: Base64(12), text: z.base64().max(MOST_BYTES), tag: Base64(16) });
export type Sealed = z.infer<typeof Sealed>;

/** What a box is for, as names and values: it opens only when it is asked for with exactly these. */
export type Label = Readonly<Record<string, string | number>>;

/** `kind` is the first line of what is authenticated: no box passes for one of another kind. */
export function seal(kind: string, bytes: Buffer, key: Buffer, label: Label): Sealed {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(authenticated(kind, label));
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { iv: iv.toString('base64'), text: text.toString('base64'), tag: cipher.getAuthTag().toString('base64') };
}

/** Undefined when the key, the kind or the label is another. */
export function unseal(kind: string, sealed: Sealed, key: Buffer, label: Label): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(authenticated(kind, label)).setAuthTag(Buffer.from(sealed.tag, 'base64'));
  const bytes = decipher.update(Buffer.from(sealed.text, 'base64'));
  try {
    decipher.final();
    return bytes;
  } catch {
    // GCM has one way to say that the key does not fit; random damage was ruled out by the file's checksum before.
    bytes.fill(0);
    return undefined;
  }
}

function authenticated(kind: string, label: Label): Buffer {
  const parts = Object.entries(label).map(([name, value]) => `${name}=${String(value)}`);
  return Buffer.from([kind, ...parts.sort()].join('\n'), 'utf8');
}
