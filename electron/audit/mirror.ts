// The head of the chain, kept a second time outside the book: a book whose end was cut off, or an older one put back, does not match it.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../core/durable-file';

export const Mirror = z.strictObject({ book: z.string(), entries: z.int().min(0), mac: z.string(), at: z.string() });
export type Mirror = z.infer<typeof Mirror>;

const Stored = z.strictObject({ head: Mirror, seal: z.string() });

export function mirrorFile(folder: string): string {
  return path.join(folder, 'audit-head.json');
}

export function writeMirror(file: string, key: Buffer, head: Mirror): void {
  const whole = Mirror.parse(head);
  replaceFile(file, JSON.stringify({ head: whole, seal: sealOf(key, whole).toString('hex') }, null, 1));
}

/** 'gone': no file · 'foreign': not as the app left it. */
export function readMirror(file: string, key: Buffer): Mirror | 'gone' | 'foreign' {
  if (!existsSync(file)) return 'gone';
  const stored = Stored.safeParse(parse(readFileSync(file, 'utf8')));
  if (!stored.success) return 'foreign';
  const expected = sealOf(key, stored.data.head);
  const found = Buffer.from(stored.data.seal, 'hex');
  return found.length === expected.length && timingSafeEqual(found, expected) ? stored.data.head : 'foreign';
}

function sealOf(key: Buffer, { book, entries, mac, at }: Mirror): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['shuke audit mirror 1', book, entries, mac, at]))
    .digest();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Damage is answered like any other foreign content.
    return undefined;
  }
}
