// Decodes what somebody chose and writes it anew, here in the sandbox: only pixels come through, upright, no larger than they are kept.

import { AppError } from '../../shared/errors';
import { checkPicture, type PictureType } from '../../shared/photos/chosen-picture';
import { MOST_PIXELS, PICTURE_BYTES, PICTURE_SIDE, THUMBNAIL_BYTES, THUMBNAIL_SIDE } from '../../shared/photos/limits';

export interface Prepared {
  readonly picture: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
}

export async function preparePicture(file: Uint8Array<ArrayBuffer>): Promise<Prepared> {
  const bitmap = await decoded(file, checkPicture(file));
  try {
    return {
      picture: await written(bitmap, { side: PICTURE_SIDE, most: PICTURE_BYTES }),
      thumbnail: await written(bitmap, { side: THUMBNAIL_SIDE, most: THUMBNAIL_BYTES }),
    };
  } finally {
    bitmap.close();
  }
}

async function decoded(file: Uint8Array<ArrayBuffer>, type: PictureType): Promise<ImageBitmap> {
  const bitmap = await bitmapOf(file, type);
  const { width, height } = bitmap;
  if (width * height <= MOST_PIXELS) return bitmap;
  bitmap.close();
  throw new AppError('photos.too-many-pixels', { width, height });
}

async function bitmapOf(file: Uint8Array<ArrayBuffer>, type: PictureType): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([file], { type }), { imageOrientation: 'from-image' });
  } catch (error) {
    throw new AppError('photos.cannot-decode', { heic: type === 'image/heic' }, { cause: error });
  }
}

interface Limits {
  readonly side: number;
  readonly most: number;
}

/** Less and less exact until it fits. */
const QUALITIES = [0.86, 0.75, 0.6, 0.4] as const;

async function written(bitmap: ImageBitmap, { side, most }: Limits): Promise<Uint8Array<ArrayBuffer>> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (!pen) throw new AppError('photos.cannot-decode', { heic: false });
  // JPEG knows no glass: what was clear becomes paper.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, width, height);
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= most) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new AppError('file.too-large', { what: 'file', limit: most });
}
