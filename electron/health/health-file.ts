// What the last full check found, kept beside the book: when, and whether every page was sound. Nothing of the book is in it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { IsoInstant } from '../../shared/core/date';
import { replaceFile } from '../core/durable-file';

const Health = z.object({ at: IsoInstant, sound: z.boolean() });
export type Health = Readonly<z.infer<typeof Health>>;

/** Null when there was no check yet, or when its file cannot be read: then the next check comes sooner. */
export function readHealth(folder: string): Health | null {
  try {
    return Health.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return null;
  }
}

export function writeHealth(folder: string, health: Health): void {
  replaceFile(fileIn(folder), JSON.stringify(health));
}

function fileIn(folder: string): string {
  return path.join(folder, 'health.json');
}
