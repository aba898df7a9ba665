// The end of the chain, kept outside the book: a book whose end was cut off, or an older one put back, does not fit it any more.

import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Db } from '../core/database/database';
import { replaceFile } from '../core/durable-file';
import { findHead, type Head } from './log-store';

const MirrorFile = z.object({ entries: z.int().min(0), mac: z.string(), at: z.string(), sealed: z.string() });

export interface Mirror extends Head {
  readonly at: string;
}

/** gone: no file · foreign: there is one that this book's app did not write. */
export type FoundMirror = Mirror | 'gone' | 'foreign';

export function mirrorFile(folder: string): string {
  return path.join(folder, 'audit-head.json');
}

export function readMirror(folder: string, key: Buffer): FoundMirror {
  const text = mirrorText(folder);
  if (text === null) return 'gone';
  const parsed = MirrorFile.safeParse(parseJson(text));
  if (!parsed.success) return 'foreign';
  const { sealed, ...mirror } = parsed.data;
  const [theirs, ours] = [Buffer.from(sealed), Buffer.from(sealOf(mirror, key))];
  return theirs.length === ours.length && timingSafeEqual(theirs, ours) ? mirror : 'foreign';
}

/** Word for word. Null when it is not there; one that cannot be read is none of ours, and no reason to keep the book closed. */
export function mirrorText(folder: string): string | null {
  try {
    return readFileSync(mirrorFile(folder), 'utf8');
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : '';
  }
}

export function writeMirror(folder: string, key: Buffer, mirror: Mirror): void {
  replaceFile(mirrorFile(folder), textOf(key, mirror));
}

/** For a book that is to take another one's place: what its mirror must be from then on, word for word. */
export function mirrorOf(db: Db, key: Buffer, at: string): string {
  const head = findHead(db);
  if (!head) throw new Error('the log of this book has not begun');
  return textOf(key, { ...head, at });
}

function textOf(key: Buffer, mirror: Mirror): string {
  return `${JSON.stringify({ ...mirror, sealed: sealOf(mirror, key) }, null, 2)}\n`;
}

function sealOf({ entries, mac, at }: Mirror, key: Buffer): string {
  return createHmac('sha256', key)
    .update(`mirror ${JSON.stringify([entries, mac, at])}`)
    .digest('hex');
}

/** Undefined, which no schema takes, for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
