// Walks through a JPEG marker by marker, without decoding anything: where its parts are, and where it ends.

export interface JpegPart {
  readonly marker: number;
  /** Of the content, without marker and length. */
  readonly from: number;
  readonly to: number;
}

export interface JpegParts {
  readonly parts: readonly JpegPart[];
  readonly width: number;
  readonly height: number;
  /** Right behind the end marker. */
  readonly end: number;
}

const END = 0xd9;
const SCAN = 0xda;
const TABLE = 0xc4;
const EXTENSION = 0xc8;
const ARITHMETIC = 0xcc;

/** Null when it is cut off or broken. */
export function jpegParts(bytes: Uint8Array): JpegParts | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const parts: JpegPart[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === END) return size && { parts, ...size, end: at + 2 };
    else {
      const to = at + 2 + wordAt(bytes, at + 2);
      if (to < at + 4 || to > bytes.length) return null;
      const part = { marker, from: at + 4, to };
      parts.push(part);
      if (isFrame(marker)) size ??= { height: wordAt(bytes, part.from + 1), width: wordAt(bytes, part.from + 3) };
      at = marker === SCAN ? endOfScan(bytes, to) : to;
    }
  }
  return null;
}

/** The next marker that is no part of the compressed data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

export function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== TABLE && marker !== EXTENSION && marker !== ARITHMETIC;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
