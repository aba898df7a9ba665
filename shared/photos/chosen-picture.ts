// Whether a file may be handed to the decoder: what it says it is, how large it would become, and that nothing else hides in it.

import { AppError, refuse } from '../errors';
import { jpegParts } from './jpeg';
import { FILE_BYTES, MOST_PIXELS } from './limits';

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic';

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Looked extends Size {
  readonly type: PictureType;
  /** Where the picture itself ends. */
  readonly end: number;
}

/** Refuses what is no picture, what is cut off, what moves, what is too large, and what is a picture and something else. */
export function checkPicture(bytes: Uint8Array): PictureType {
  if (bytes.length > FILE_BYTES) throw new AppError('file.too-large', { what: 'file', limit: FILE_BYTES });
  const { type, width, height, end } = lookAt(bytes);
  if (width === 0 || height === 0) throw refuse('photos.damaged');
  if (width * height > MOST_PIXELS) throw new AppError('photos.too-many-pixels', { width, height });
  if (holdsAnother(bytes, end)) throw refuse('photos.polyglot');
  return type;
}

function lookAt(bytes: Uint8Array): Looked {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpeg(bytes);
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return png(bytes);
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return webp(bytes);
  if (textAt(bytes, 4, 4) === 'ftyp' && /hei[cxsm]|hev[cx]|mif1|msf1/.test(textAt(bytes, 8, 24))) return heic(bytes);
  if (/^GIF8[79]a/.test(textAt(bytes, 0, 6))) throw refuse('photos.animated');
  if (/<svg[\s>]/i.test(textAt(bytes, 0, 4096))) throw refuse('photos.svg');
  throw refuse('photos.not-a-picture');
}

function jpeg(bytes: Uint8Array): Looked {
  const parts = jpegParts(bytes);
  if (!parts) throw refuse('photos.damaged');
  return { type: 'image/jpeg', width: parts.width, height: parts.height, end: parts.end };
}

function png(bytes: Uint8Array): Looked {
  const view = viewOf(bytes);
  let at = 8;
  while (at + 12 <= bytes.length) {
    const kind = textAt(bytes, at + 4, 4);
    if (kind === 'acTL') throw refuse('photos.animated');
    at += 12 + view.getUint32(at);
    if (kind === 'IEND' && at <= bytes.length && textAt(bytes, 12, 4) === 'IHDR')
      return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), end: at };
  }
  // A header that promises far too much is said first: such a file is small on purpose.
  if (bytes.length >= 24 && textAt(bytes, 12, 4) === 'IHDR') refuseTooLarge(view.getUint32(16), view.getUint32(20));
  throw refuse('photos.damaged');
}

function webp(bytes: Uint8Array): Looked {
  const view = viewOf(bytes);
  if (bytes.length < 30) throw refuse('photos.damaged');
  const end = 8 + view.getUint32(4, true);
  const size = webpSize(bytes, view);
  refuseTooLarge(size.width, size.height);
  if (end > bytes.length) throw refuse('photos.damaged');
  return { type: 'image/webp', ...size, end };
}

function webpSize(bytes: Uint8Array, view: DataView): Size {
  const kind = textAt(bytes, 12, 4);
  if (kind === 'VP8X') {
    if (((bytes[20] ?? 0) & 2) !== 0) throw refuse('photos.animated');
    return { width: 1 + (view.getUint32(24, true) & 0xffffff), height: 1 + (view.getUint32(26, true) >>> 8) };
  }
  if (kind === 'VP8L') {
    const packed = view.getUint32(21, true);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  throw refuse('photos.damaged');
}

/** The largest of the sizes it names: tiles and previews have sizes of their own. */
function heic(bytes: Uint8Array): Looked {
  const view = viewOf(bytes);
  let largest: Size = { width: 0, height: 0 };
  for (let at = 8; at + 16 <= Math.min(bytes.length, HEIC_HEADER); at += 1)
    if (textAt(bytes, at, 4) === 'ispe') {
      const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (size.width * size.height > largest.width * largest.height) largest = size;
    }
  return { type: 'image/heic', ...largest, end: bytes.length };
}

const HEIC_HEADER = 64 * 1024;

function refuseTooLarge(width: number, height: number): void {
  if (width * height > MOST_PIXELS) throw new AppError('photos.too-many-pixels', { width, height });
}

/** A camera may write a second picture or a short film behind the first; an archive, a program or a page has no business there. */
function holdsAnother(bytes: Uint8Array, end: number): boolean {
  const behind = textAt(bytes, end, 1024).toLowerCase();
  if (behind.startsWith('mz') || ANOTHER.some((beginning) => behind.includes(beginning))) return true;
  // The directory of a ZIP stands at the end of the file, wherever the ZIP begins.
  const tail = Math.max(0, bytes.length - 66_000);
  for (let at = bytes.indexOf(0x50, tail); at !== -1; at = bytes.indexOf(0x50, at + 1))
    if (textAt(bytes, at, 4) === 'PK\x05\x06') return true;
  return false;
}

const ANOTHER = ['pk\x03\x04', '%pdf-', '\x7felf', 'rar!', '7z\xbc\xaf', '<script', '<html', '<svg', '<?php', '<!doctype'] as const;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
