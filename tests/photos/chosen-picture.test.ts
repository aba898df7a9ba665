// What may be handed to the decoder, and what not.

import { describe, expect, test } from 'vitest';
import { checkPicture } from '../../shared/photos/chosen-picture';
import { checkKept } from '../../shared/photos/kept-picture';
import { aHeic, aJpeg, aPng, aWebp, EMPTY_ZIP, joined, withExif } from '../support/picture';

const codeOf = (bytes: Uint8Array) => {
  try {
    return checkPicture(bytes);
  } catch (error) {
    return error && typeof error === 'object' && 'code' in error ? error.code : error;
  }
};
const text = (words: string) => new Uint8Array(Buffer.from(words));

describe('a chosen file', () => {
  test.each([
    ['JPEG', aJpeg(4000, 3000), 'image/jpeg'],
    ['JPEG of a camera', withExif(aJpeg(4000, 3000), 'Maker'), 'image/jpeg'],
    ['JPEG with a second picture behind it, as phones write it', joined(aJpeg(400, 300), aJpeg(40, 30)), 'image/jpeg'],
    ['PNG', aPng(12, 8), 'image/png'],
    ['WebP', aWebp(400, 300), 'image/webp'],
    ['HEIC', aHeic(4032, 3024), 'image/heic'],
  ])('is taken when it is a %s', (_what, bytes, type) => {
    expect(codeOf(bytes)).toBe(type);
  });

  test.each([
    ['an SVG', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'photos.svg'],
    ['a page', text('<!doctype html><p>photo</p>'), 'photos.not-a-picture'],
    ['nothing', new Uint8Array(), 'photos.not-a-picture'],
    ['a GIF', text('GIF89a......'), 'photos.animated'],
    ['a PNG that moves', aPng(4, 4, { chunks: [['acTL', [0, 0, 0, 2, 0, 0, 0, 0]]] }), 'photos.animated'],
    ['a WebP that moves', aWebp(40, 30, true), 'photos.animated'],
    ['a PNG of 20,000 × 20,000 in a few bytes', aPng(4, 4, { says: { width: 20_000, height: 20_000 } }), 'photos.too-many-pixels'],
    ['the header alone of such a PNG', aPng(4, 4, { says: { width: 20_000, height: 20_000 } }).subarray(0, 40), 'photos.too-many-pixels'],
    ['a JPEG of 20,000 × 20,000', aJpeg(20_000, 20_000), 'photos.too-many-pixels'],
    ['a WebP of 16,000 × 16,000', aWebp(16_000, 16_000), 'photos.too-many-pixels'],
    ['a HEIC of 20,000 × 20,000', aHeic(20_000, 20_000), 'photos.too-many-pixels'],
    ['a picture without pixels', aJpeg(0, 300), 'photos.damaged'],
    ['a JPEG that ends in the middle', aJpeg(400, 300).subarray(0, -2), 'photos.damaged'],
    ['a JPEG that ends in its header', aJpeg(400, 300).subarray(0, 40), 'photos.damaged'],
    ['a PNG that ends in the middle', aPng(12, 8).subarray(0, -6), 'photos.damaged'],
    ['a WebP that ends in the middle', aWebp(400, 300).subarray(0, 29), 'photos.damaged'],
    ['a JPEG that is a ZIP as well', joined(aJpeg(400, 300), EMPTY_ZIP), 'photos.polyglot'],
    ['a PNG with a page behind it', joined(aPng(4, 4), text('<script>1</script>')), 'photos.polyglot'],
    ['a JPEG with a PDF behind it', joined(aJpeg(4, 4), text('%PDF-1.7')), 'photos.polyglot'],
  ])('is refused when it is %s', (_what, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('is refused when it is larger than 40 MB, whatever is in it', () => {
    expect(codeOf(new Uint8Array(40 * 1024 * 1024 + 1))).toBe('file.too-large');
  });

  test('never brings down the check, however it was damaged', () => {
    for (const whole of [withExif(aJpeg(40, 30), 'M'), aPng(12, 8), aWebp(40, 30), aHeic(40, 30)])
      for (let at = 0; at < whole.length; at += 1) {
        const flipped = Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ 0xff : byte));
        expect(codeOf(flipped)).toEqual(expect.any(String));
        expect(codeOf(whole.subarray(0, at))).toEqual(expect.any(String));
      }
  });
});

describe('what is kept', () => {
  test('is a plain JPEG of at most the long side, and says its size', () => {
    expect(checkKept(aJpeg(2048, 1536), 2048)).toEqual({ width: 2048, height: 1536 });
  });

  test.each([
    ['camera data', withExif(aJpeg(40, 30), 'Maker')],
    ['anything behind its end', joined(aJpeg(40, 30), [0])],
    ['a longer side', aJpeg(2049, 30)],
    ['another format', aPng(4, 4)],
    ['its end cut off', aJpeg(40, 30).subarray(0, -1)],
    ['a remark', joined(aJpeg(40, 30).subarray(0, 2), [0xff, 0xfe, 0, 5, 0x47, 0x50, 0x53], aJpeg(40, 30).subarray(2))],
  ])('is refused with %s', (_what, bytes) => {
    expect(() => checkKept(bytes, 2048)).toThrow(expect.objectContaining({ code: 'photos.not-plain' }));
  });
});
