// The pepper: 32 bytes that never leave this PC and without which no password opens the book.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../shared/errors';
import { replaceFile } from '../core/durable-file';
import type { Protection, Protector } from './protection';
import type { Pepper } from './slot';

export async function makePepper(file: string, protector: Protector): Promise<Pepper> {
  const pepper = pepperOf(randomBytes(PEPPER_BYTES));
  await storePepper(file, protector, pepper);
  return pepper;
}

/** Refuses with `keys.pepper-lost` when the file or what protected it is gone: then only the recovery key opens the book. */
export async function loadPepper(file: string, protector: Protector): Promise<Pepper> {
  const stored = readStored(file);
  if (stored === undefined) throw new AppError('keys.pepper-lost', {});
  const sealed = Buffer.from(stored.sealed, 'base64');
  const pepper = pepperOf(stored.protection === 'none' ? sealed : await unprotect(sealed, protector));
  if (pepper.id !== stored.id) throw new AppError('keys.pepper-lost', {});
  if (rank(protector.protection) > rank(stored.protection)) await storePepper(file, protector, pepper);
  return pepper;
}

/** How the pepper is kept now, or would be kept. */
export function pepperProtection(file: string, protector: Protector): Protection {
  return readStored(file)?.protection ?? protector.protection;
}

const PEPPER_BYTES = 32;
const Stored = z.object({ format: z.literal(1), protection: z.enum(['os', 'basic', 'none']), id: z.string(), sealed: z.base64() });

// Without protection the bytes stand in the file as they are, readable by this user only, and the status says so.
async function storePepper(file: string, protector: Protector, pepper: Pepper): Promise<void> {
  const sealed = protector.protection === 'none' ? pepper.bytes : await protector.protect(pepper.bytes);
  const stored = { format: 1, protection: protector.protection, id: pepper.id, sealed: sealed.toString('base64') };
  replaceFile(file, JSON.stringify(stored));
}

function readStored(file: string): z.infer<typeof Stored> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Unreadable is as good as gone; the caller says so.
    return undefined;
  }
}

async function unprotect(sealed: Buffer, protector: Protector): Promise<Buffer> {
  try {
    return await protector.unprotect(sealed);
  } catch (cause) {
    throw new AppError('keys.pepper-lost', {}, { cause });
  }
}

// The id tells a lost pepper from a wrong password; it says nothing about the bytes.
function pepperOf(bytes: Buffer): Pepper {
  return { bytes, id: createHash('sha256').update('shuke pepper').update(bytes).digest('hex').slice(0, 16) };
}

function rank(protection: Protection): number {
  return ['none', 'basic', 'os'].indexOf(protection);
}
