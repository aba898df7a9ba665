// Every page of a book as SQLite sees it, decrypted one by one without SQLite: free pages, the unused middle of pages and old frames of the log too.

import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const PAGE = 4096;
const RESERVED = 80;
const SALT = 16;
const LOG_HEADER = 32;
const FRAME_HEADER = 24;

export interface PlainPage {
  readonly file: 'book' | 'log';
  readonly number: number;
  readonly bytes: Buffer;
}

export function plainPages(file: string, key: Buffer): PlainPage[] {
  const book = readFileSync(file);
  const pages = Array.from({ length: Math.floor(book.length / PAGE) }, (_, index) => ({
    file: 'book' as const,
    number: index + 1,
    bytes: plain(book.subarray(index * PAGE, (index + 1) * PAGE), index + 1, key),
  }));
  return [...pages, ...pagesOfLog(`${file}-wal`, key)];
}

function pagesOfLog(file: string, key: Buffer): PlainPage[] {
  const log = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const frames = Math.max(0, Math.floor((log.length - LOG_HEADER) / (FRAME_HEADER + PAGE)));
  return Array.from({ length: frames }, (_, index) => {
    const at = LOG_HEADER + index * (FRAME_HEADER + PAGE);
    const number = log.readUInt32BE(at);
    return { file: 'log', number, bytes: plain(log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + PAGE), number, key) };
  });
}

/** Page 1 begins with the salt in the clear. */
function plain(page: Buffer, number: number, key: Buffer): Buffer {
  const iv = page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16);
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([decipher.update(page.subarray(number === 1 ? SALT : 0, PAGE - RESERVED)), decipher.final()]);
}
