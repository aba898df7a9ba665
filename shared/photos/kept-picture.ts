// What a picture must be to be kept: a plain JPEG as the page writes it, and nothing with it: no camera data, no place, nothing behind its end.

import { refuse } from '../errors';
import { isFrame, jpegParts, type JpegPart } from './jpeg';

export interface KeptSize {
  readonly width: number;
  readonly height: number;
}

/** The colours of the canvas, as Chromium writes them. */
const MOST_COLOUR_BYTES = 8192;

export function checkKept(bytes: Uint8Array, longSide: number): KeptSize {
  const found = jpegParts(bytes);
  if (!found || found.end !== bytes.length || !found.parts.every((part) => isPlain(bytes, part))) throw refuse('photos.not-plain');
  const { width, height } = found;
  if (width === 0 || height === 0 || Math.max(width, height) > longSide) throw refuse('photos.not-plain');
  return { width, height };
}

function isPlain(bytes: Uint8Array, { marker, from, to }: JpegPart): boolean {
  if (marker === 0xe0) return startsWith(bytes, from, 'JFIF\0') && to - from === 14;
  if (marker === 0xe2) return startsWith(bytes, from, 'ICC_PROFILE\0') && to - from <= MOST_COLOUR_BYTES;
  // quantisation, Huffman tables, scan, restart interval
  return isFrame(marker) || [0xdb, 0xc4, 0xda, 0xdd].includes(marker);
}

function startsWith(bytes: Uint8Array, from: number, text: string): boolean {
  return [...text].every((character, index) => bytes[from + index] === character.charCodeAt(0));
}
