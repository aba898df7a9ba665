// Pictures for tests, made byte by byte: a plain JPEG as the page writes it, and what cameras and strangers put into one.

import { crc32, deflateSync } from 'node:zlib';

/** Of the right structure; main never decodes it. */
export function aJpeg(width: number, height: number, data: readonly number[] = [0x12, 0x34, 0x56]): Uint8Array<ArrayBuffer> {
  return joined(
    [0xff, 0xd8],
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    segment(0xc0, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]),
    segment(0xc4, [0, ...Array.from({ length: 16 }, () => 0)]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    data,
    [0xff, 0xd9],
  );
}

/** The same picture with a camera's block behind its first marker. */
export function withExif(jpeg: Uint8Array, secret: string): Uint8Array<ArrayBuffer> {
  const exif = segment(0xe1, [...Buffer.from('Exif\0\0'), ...exifBody(secret)]);
  return joined(jpeg.subarray(0, 2), exif, jpeg.subarray(2));
}

/** Orientation 6 (turned by a quarter), a maker, and where it was taken: 31°13'48" N 121°28'25" E. */
function exifBody(maker: string): number[] {
  const text = [...Buffer.from(`${maker}\0`)];
  const gpsAt = 8 + 2 + 3 * 12 + 4;
  const textAt = gpsAt + 2 + 4 * 12 + 4;
  const placesAt = textAt + text.length + (text.length % 2);
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...word(tag),
    ...word(type),
    ...long(count),
    ...value,
  ];
  const place = (...values: readonly number[]) => values.flatMap((value) => [...long(value), ...long(1)]);
  return [
    ...[...Buffer.from('MM'), 0, 42, ...long(8)],
    ...[
      ...word(3),
      ...entry(0x010f, 2, text.length, long(textAt)),
      ...entry(0x0112, 3, 1, [0, 6, 0, 0]),
      ...entry(0x8825, 4, 1, long(gpsAt)),
    ],
    ...long(0),
    ...[...word(4), ...entry(1, 2, 2, [...Buffer.from('N\0\0\0')]), ...entry(2, 5, 3, long(placesAt))],
    ...[...entry(3, 2, 2, [...Buffer.from('E\0\0\0')]), ...entry(4, 5, 3, long(placesAt + 24)), ...long(0)],
    ...[...text, ...(text.length % 2 === 0 ? [] : [0]), ...place(31, 13, 48), ...place(121, 28, 25)],
  ];
}

export interface PngOptions {
  /** What the header says, when it lies. */
  readonly says?: { readonly width: number; readonly height: number };
  readonly chunks?: readonly (readonly [kind: string, content: readonly number[]])[];
}

/** A real one, of one colour. */
export function aPng(width: number, height: number, { says = { width, height }, chunks = [] }: PngOptions = {}): Uint8Array<ArrayBuffer> {
  const row = Buffer.alloc(1 + width * 3, 0x7f);
  row[0] = 0;
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return joined(
    [0x89, ...Buffer.from('PNG\r\n\x1a\n')],
    chunk('IHDR', [...long(says.width), ...long(says.height), 8, 2, 0, 0, 0]),
    ...chunks.map(([kind, content]) => chunk(kind, content)),
    chunk('IDAT', [...pixels]),
    chunk('IEND', []),
  );
}

/** The extended form: its header says the size and whether it moves. */
export function aWebp(width: number, height: number, moves = false): Uint8Array<ArrayBuffer> {
  const three = (value: number) => [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff];
  const body = [...Buffer.from('WEBPVP8X'), 10, 0, 0, 0, moves ? 2 : 0, 0, 0, 0, ...three(width - 1), ...three(height - 1)];
  return joined([...Buffer.from('RIFF'), body.length & 0xff, body.length >> 8, 0, 0], body);
}

/** Only as far as a header goes. */
export function aHeic(width: number, height: number): Uint8Array<ArrayBuffer> {
  const ispe = [...long(20), ...Buffer.from('ispe'), ...long(0), ...long(width), ...long(height)];
  return joined([...long(24), ...Buffer.from('ftypheic'), ...long(0), ...Buffer.from('mif1heic')], ispe);
}

/** An archive with nothing in it: the directory's end is all a ZIP needs. */
export const EMPTY_ZIP = Uint8Array.from([...Buffer.from('PK\x05\x06'), ...Array.from({ length: 18 }, () => 0)]);

export function joined(...parts: readonly (readonly number[] | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))));
}

function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...word(content.length + 2), ...content];
}

function chunk(kind: string, content: readonly number[]): number[] {
  const named = Buffer.from([...Buffer.from(kind), ...content]);
  return [...long(content.length), ...named, ...long(crc32(named))];
}

function word(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function long(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}
