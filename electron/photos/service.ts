// The rules of photos: kept sealed, only as the page wrote them anew; who looked at one is in the audit log.

import { IsoDate, IsoInstant } from '../../shared/core/date';
import type { AppContract } from '../../shared/contract';
import { AppError, refuse } from '../../shared/errors';
import { PhotoId, VisitId } from '../../shared/ids';
import { PhotoKind, type Photo, type PhotoDraft } from '../../shared/photos/contract';
import { checkKept } from '../../shared/photos/kept-picture';
import { PICTURE_SIDE, THUMBNAIL_SIDE } from '../../shared/photos/limits';
import { clientRowId, clientRowIdOutOfBin } from '../clients/own';
import type { Context, Services } from '../core/context';
import { newUid } from '../core/database/uid';
import { may, readable } from '../core/demand';
import type { Dialogs } from '../core/dialogs';
import type { Vault } from '../vault/vault';
import { readChosen } from './chosen-file';
import { binnedSince } from './old-pictures';
import { openPicture, sealPicture, type PicturePlace } from './picture-seal';
import {
  clientUidOf,
  endPair,
  findContent,
  findVisitOf,
  getPhoto,
  insertContent,
  insertPhoto,
  listPhotos,
  listPhotosUntil,
  updatePhoto,
  type PhotoRecord,
  type PhotoRow,
} from './store';

export interface PhotoParts {
  readonly vault: Pick<Vault, 'subKeys'>;
  readonly dialogs: Dialogs;
}

const FILTERS = [{ name: 'JPEG · PNG · WebP · HEIC', extensions: ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif'] }];

export function createPhotosService({ vault, dialogs }: PhotoParts) {
  const key = () => keyOf(vault);
  return {
    ...records,
    thumbnails: ({ ids }, context) =>
      ids.flatMap((id) => {
        const bytes = opened(context, key(), { photoUid: getPhoto(context, id).uid, part: 'thumbnail' });
        return bytes ? [{ id, bytes }] : [];
      }),
    picture({ id }, context) {
      const photo = getPhoto(context, id);
      const bytes = opened(context, key(), { photoUid: photo.uid, part: 'picture' });
      if (!bytes) throw refuse('photos.gone');
      context.trail.read('photo-seen', clientUidOf(context.db, photo));
      return bytes;
    },
    async choose() {
      const path = await dialogs.chooseFile(FILTERS);
      return path === null ? null : readChosen(path);
    },
    add({ clientId, draft, picture, thumbnail }, context) {
      const size = checkKept(picture, PICTURE_SIDE);
      checkKept(thumbnail, THUMBNAIL_SIDE);
      const { db, session, now } = context;
      const client = clientRowIdOutOfBin(context, clientId);
      const values = { ...valuesOf(context, client, draft, null), ...size, clientId: client, author: session.name };
      const photoUid = insertPhoto(db, values, now);
      const sealed = (part: PicturePlace['part'], bytes: Uint8Array) => sealPicture(key(), { photoUid, part }, bytes);
      insertContent(db, photoUid, { thumbnail: sealed('thumbnail', thumbnail), picture: sealed('picture', picture) });
      return { id: PhotoId.parse(photoUid) };
    },
  } satisfies Services<AppContract>['photos'];
}

const records = {
  of({ clientId }, context) {
    return listPhotos(context.db, clientRowId(context, clientId), binnedSince(context.now)).map((row) => photoOf(context, row));
  },
  update({ id, draft, began }, context) {
    const photo = outOfBin(context, id);
    if (began !== null && !stillStands(context, photo, began)) throw new AppError('record.changed-meanwhile', { kind: 'photo' });
    const values = valuesOf(context, photo.clientId, draft, photo.sealed);
    // Two befores are no before and after.
    if (photo.pair !== null && draft.kind !== photo.kind) endPair(context.db, photo.clientId, photo.pair);
    updatePhoto(context.db, photo.id, values);
    return null;
  },
  pair({ beforeId, afterId }, context) {
    const [before, after] = [outOfBin(context, beforeId), outOfBin(context, afterId)];
    if (before.id === after.id || before.clientId !== after.clientId) throw refuse('photos.no-pair');
    for (const { pair, clientId } of [before, after]) if (pair !== null) endPair(context.db, clientId, pair);
    const pair = newUid(Date.parse(context.now));
    updatePhoto(context.db, before.id, { kind: 'before', pair });
    updatePhoto(context.db, after.id, { kind: 'after', pair });
    return null;
  },
  remove({ id }, context) {
    updatePhoto(context.db, outOfBin(context, id).id, { deletedAt: context.now });
    return null;
  },
  putBack({ id }, context) {
    const photo = getPhoto(context, id);
    if (photo.deletedAt === null || photo.deletedAt < binnedSince(context.now)) throw refuse('photos.gone');
    updatePhoto(context.db, photo.id, { deletedAt: null });
    return null;
  },
} satisfies Partial<Services<AppContract>['photos']>;

/** What of a client's photos stands on their timeline, latest day first. */
export function photoDays({ db }: Pick<Context, 'db'>, clientId: number, until: string, days: number) {
  const found = new Map<IsoDate, { readonly id: PhotoId; readonly kind: PhotoKind }[]>();
  for (const { uid, kind, taken_on: takenOn } of listPhotosUntil(db, clientId, until, days)) {
    const day = IsoDate.parse(takenOn);
    found.set(day, [...(found.get(day) ?? []), { id: PhotoId.parse(uid), kind: kindOf(kind) }]);
  }
  return [...found].map(([on, photos]) => ({ on, photos }));
}

function outOfBin(context: Context, id: string) {
  const photo = getPhoto(context, id);
  if (photo.deletedAt !== null) throw new AppError('record.not-found', { kind: 'photo' });
  return photo;
}

/** The right came after they signed in; the key comes with the next sign-in. */
function keyOf(vault: PhotoParts['vault']): Buffer {
  const { photos } = vault.subKeys();
  if (photos === null) throw refuse('session.locked');
  return photos;
}

function opened({ db }: Context, key: Buffer, place: PicturePlace): Uint8Array<ArrayBuffer> | undefined {
  const sealed = findContent(db, place);
  return sealed && openPicture(key, place, sealed);
}

/** Whether it is what a form showed. */
function stillStands(context: Context, { clientId, uid }: PhotoRecord, began: PhotoDraft): boolean {
  const row = listPhotos(context.db, clientId, binnedSince(context.now)).find((one) => one.uid === uid);
  if (!row) return false;
  const { kind, takenOn, visit, caption } = photoOf(context, row);
  return kind === began.kind && takenOn === began.takenOn && (visit?.id ?? null) === began.visitId && caption === began.caption;
}

function valuesOf(context: Context, clientId: number, { kind, takenOn, visitId, caption }: PhotoDraft, sealed: string | null) {
  if (takenOn > context.today) throw refuse('photos.in-future');
  const visit = visitId === null ? null : findVisitOf(context.db, clientId, visitId);
  if (visit === undefined) throw new AppError('record.not-found', { kind: 'visit' });
  return { kind, takenOn, visitId: visit, sealed: sealedCaption(context, caption, sealed) };
}

/** Of who may not write about health, nothing is taken, and what stands there stays. */
function sealedCaption(context: Context, caption: string, stored: string | null): string | null {
  const { health } = context;
  if (health === null || !may(context, 'health', 'change')) return stored;
  const before = captionOf(context, stored);
  if (before === caption) return stored;
  return caption === '' ? null : health.seal(caption);
}

function captionOf(context: Context, sealed: string | null): string {
  if (sealed === null || context.health === null || !may(context, 'health', 'see')) return '';
  return readable(context, String(context.health.open(sealed)));
}

function photoOf(context: Context, row: PhotoRow): Photo {
  const { uid, visit_uid: visitUid, visited_on: visitedOn, paired_with: pairedWith } = row;
  return {
    id: PhotoId.parse(uid),
    kind: kindOf(row.kind),
    pairedWith: pairedWith === null ? null : PhotoId.parse(pairedWith),
    takenOn: IsoDate.parse(row.taken_on),
    visit: visitUid === null || visitedOn === null ? null : { id: VisitId.parse(visitUid), on: IsoDate.parse(visitedOn) },
    caption: captionOf(context, row.sealed),
    width: row.width,
    height: row.height,
    author: row.author,
    at: IsoInstant.parse(row.created_at),
    deletedAt: row.deleted_at === null ? null : IsoInstant.parse(row.deleted_at),
  };
}

function kindOf(kind: string): PhotoKind {
  return PhotoKind.catch('other').parse(kind);
}
