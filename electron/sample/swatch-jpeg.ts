// Draws a picture of flat little squares as a plain JPEG: enough for a swatch of colour, and nothing of it was ever in front of a camera.

export type Rgb = readonly [red: number, green: number, blue: number];

/** `colourOf` is asked for every square; `across` and `down` count squares of 8 pixels. */
export function swatchJpeg(across: number, down: number, colourOf: (x: number, y: number) => Rgb): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat([
      Buffer.of(0xff, 0xd8),
      segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
      // what is counted is the middle of a square, in whole steps
      segment(0xdb, [0, ...Array.from({ length: 64 }, () => 8)]),
      segment(0xc0, [8, ...word(down * 8), ...word(across * 8), 3, ...PLANES.flatMap((plane) => [plane, 0x11, 0])]),
      segment(0xc4, [0x00, ...LENGTHS, ...SIZES]),
      segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
      segment(0xda, [3, ...PLANES.flatMap((plane) => [plane, 0x00]), 0, 63, 0]),
      Buffer.from(scan(across, down, colourOf)),
      Buffer.of(0xff, 0xd9),
    ]),
  );
}

const PLANES = [1, 2, 3] as const;
/** Twelve codes of four bits: one for every size a difference can have. */
const SIZES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const LENGTHS = [0, 0, 0, SIZES.length, ...Array.from({ length: 12 }, () => 0)];

function scan(across: number, down: number, colourOf: (x: number, y: number) => Rgb): number[] {
  const before = [0, 0, 0];
  let bits = '';
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1)
      for (const [plane, value] of planesOf(colourOf(x, y)).entries()) {
        bits += codeOf(value - (before[plane] ?? 0));
        before[plane] = value;
      }
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
    bytes.push(byte);
    // a full byte in the picture is no marker
    if (byte === 0xff) bytes.push(0);
  }
  return bytes;
}

/** Brightness and two colours, around nothing. */
function planesOf([red, green, blue]: Rgb): readonly number[] {
  const bright = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [bright - 128, (blue - bright) * 0.564, (red - bright) * 0.713].map(Math.round);
}

/** Its size, the difference, and that nothing else is in this square. */
function codeOf(difference: number): string {
  const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference > 0 ? difference : difference + 2 ** size - 1;
  return `${size.toString(2).padStart(4, '0')}${size === 0 ? '' : value.toString(2).padStart(size, '0')}0`;
}

function segment(marker: number, content: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, ...word(content.length + 2), ...content]);
}

function word(value: number): readonly number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}
