// The pictures of photos as they travel: opened, as text, so that they can be sealed anew under the key of the book they come to.

import { checkKept } from '../../shared/photos/kept-picture';
import { PICTURE_SIDE, THUMBNAIL_SIDE } from '../../shared/photos/limits';
import { openPicture, sealPicture, type PicturePlace } from '../photos/picture-seal';
import { PICTURES, type Value } from './tables';

const SIDES: Readonly<Record<PicturePlace['part'], number>> = { picture: PICTURE_SIDE, thumbnail: THUMBNAIL_SIDE };

export interface StoredPictures {
  readonly photo_uid: string;
  readonly thumbnail: Buffer;
  readonly picture: Buffer;
}

export function openedPictures(row: StoredPictures, key: Buffer): readonly Value[] {
  const text = (part: PicturePlace['part']) =>
    Buffer.from(openPicture(key, { photoUid: row.photo_uid, part }, row[part])).toString('base64');
  return [row.photo_uid, text('thumbnail'), text('picture')];
}

export function sealedPictures(row: readonly Value[], key: Buffer): readonly [string, Buffer, Buffer] {
  const [photoUid, thumbnail, picture] = row.map(String);
  const sealed = (part: PicturePlace['part'], text = '') =>
    sealPicture(key, { photoUid: photoUid ?? '', part }, Buffer.from(text, 'base64'));
  return [photoUid ?? '', sealed('thumbnail', thumbnail), sealed('picture', picture)];
}

/** As strict with a file as with the page: nothing but a plain picture comes into the book. */
export function isPictureText(table: string, part: string, text: string): boolean {
  if (table !== PICTURES || (part !== 'picture' && part !== 'thumbnail')) return true;
  try {
    checkKept(new Uint8Array(Buffer.from(text, 'base64')), SIDES[part]);
    return true;
  } catch {
    return false;
  }
}
