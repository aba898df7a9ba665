// What hangs in the sample salon as photos: swatches of hair and of nails, before and after, drawn here; nobody is in them.

import { swatchJpeg, type Rgb } from './swatch-jpeg';

export interface SamplePair {
  readonly of: 'hair' | 'nails';
  readonly before: SamplePicture;
  readonly after: SamplePicture;
}

export interface SamplePicture {
  readonly picture: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
}

export function samplePairs(): readonly SamplePair[] {
  return [
    pairOf('hair', [122, 96, 74], [112, 42, 30]),
    pairOf('nails', [214, 190, 176], [168, 44, 78]),
    pairOf('hair', [74, 60, 52], [156, 112, 66]),
    pairOf('nails', [222, 204, 192], [236, 178, 168]),
    pairOf('hair', [150, 138, 128], [64, 40, 34]),
  ];
}

type Drawing = (colour: Rgb) => (across: number, down: number) => (x: number, y: number) => Rgb;

const PICTURE = { across: 120, down: 160 };
const THUMBNAIL = { across: 24, down: 32 };

function pairOf(of: SamplePair['of'], before: Rgb, after: Rgb): SamplePair {
  const drawing = { hair, nails }[of];
  return { of, before: drawn(drawing(before)), after: drawn(drawing(after)) };
}

function drawn(drawing: ReturnType<Drawing>): SamplePicture {
  const of = ({ across, down }: typeof PICTURE) => swatchJpeg(across, down, drawing(across, down));
  return { picture: of(PICTURE), thumbnail: of(THUMBNAIL) };
}

/** Strands that fall in a wave, with a band of light across them. */
const hair: Drawing = (colour) => (across, down) => (x, y) => {
  const [u, v] = [x / across, y / down];
  const strand = Math.sin((u + 0.06 * Math.sin(v * 5)) * 58);
  const light = Math.exp(-(((v - 0.34 - 0.1 * Math.sin(u * 3)) / 0.12) ** 2));
  return lit(colour, 0.78 + 0.14 * strand + 0.5 * light - 0.2 * v);
};

/** Five nails side by side on linen. */
const nails: Drawing = (colour) => (across, down) => (x, y) => {
  const [u, v] = [(x + 0.5) / across, (y + 0.5) / down];
  const place = u * 5 - Math.floor(u * 5) - 0.5;
  const top = [0.32, 0.22, 0.18, 0.23, 0.38][Math.floor(u * 5)] ?? 0.3;
  const [dx, dy] = [place / 0.41, (v - top - 0.2) / 0.17];
  if (dx ** 4 + dy ** 4 > 1) return lit([232, 224, 214], 0.98 + 0.02 * ((x + y) % 2));
  return lit(colour, 1 + 0.35 * Math.exp(-(((dx + 0.4) / 0.2) ** 2)) - 0.15 * dx);
};

function lit([red, green, blue]: Rgb, by: number): Rgb {
  const within = (value: number) => Math.max(0, Math.min(255, Math.round(value * by)));
  return [within(red), within(green), within(blue)];
}
