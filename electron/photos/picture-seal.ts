// Seals pictures under the key of photos: whoever does not hold it cannot look at them in the open book either.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError, refuse } from '../../shared/errors';

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** One sealed picture cannot stand in for another, nor a thumbnail for a picture. */
export interface PicturePlace {
  readonly photoUid: string;
  readonly part: 'picture' | 'thumbnail';
}

export function sealPicture(key: Buffer, place: PicturePlace, picture: Uint8Array): Buffer {
  refuseWiped(key);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(aboutOf(place));
  const sealed = Buffer.concat([cipher.update(picture), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), sealed]);
}

export function openPicture(key: Buffer, place: PicturePlace, sealed: Buffer): Uint8Array<ArrayBuffer> {
  refuseWiped(key);
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) throw damaged();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(aboutOf(place))
    .setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES));
  try {
    // A copy without a pool behind it: nothing else goes over the bridge with it.
    return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]));
  } catch (error) {
    throw damaged(error);
  }
}

function aboutOf({ photoUid, part }: PicturePlace): Buffer {
  return Buffer.from(`photo:${part}:${photoUid}`, 'utf8');
}

/** What was sealed under a key of zeros would be open to everybody. */
function refuseWiped(key: Buffer): void {
  if (key.every((byte) => byte === 0)) throw refuse('session.locked');
}

function damaged(cause?: unknown): AppError {
  return new AppError('book.damaged', { found: 'sealed picture', aside: null }, { cause });
}
