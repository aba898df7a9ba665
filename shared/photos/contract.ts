// Photos 照片: a portrait, and pictures before and after a treatment. What crosses the bridge is a picture the page has already written anew.

import { z } from 'zod';
import { IsoDate, IsoInstant } from '../core/date';
import { command, job, query } from '../core/operation';
import { LongText } from '../core/text';
import { ClientId, PhotoId, VisitId } from '../ids';
import { FILE_BYTES, PICTURE_BYTES, THUMBNAIL_BYTES } from './limits';

export const PHOTO_KINDS = ['portrait', 'before', 'after', 'other'] as const;
export const PhotoKind = z.enum(PHOTO_KINDS);
export type PhotoKind = z.infer<typeof PhotoKind>;

export const PhotoDraft = z.object({
  kind: PhotoKind,
  takenOn: IsoDate,
  visitId: VisitId.nullable(),
  /** About health: nothing is taken from who may not write that. */
  caption: LongText(400),
});
export type PhotoDraft = z.infer<typeof PhotoDraft>;

export const Photo = z.object({
  id: PhotoId,
  kind: PhotoKind,
  /** The other half of a before and after. */
  pairedWith: PhotoId.nullable(),
  takenOn: IsoDate,
  visit: z.object({ id: VisitId, on: IsoDate }).nullable(),
  caption: z.string(),
  width: z.int(),
  height: z.int(),
  author: z.string(),
  at: IsoInstant,
  /** In the bin since. */
  deletedAt: IsoInstant.nullable(),
});
export type Photo = z.infer<typeof Photo>;

/** As many thumbnails as one call may ask for. */
export const MOST_THUMBNAILS = 24;

const bytes = (most: number) => z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= most, { error: 'photo.too-large' });

export const photosContract = {
  /** Without the ones whose 30 days in the bin are over. Newest first. */
  of: query({ permission: 'photos.see', input: z.object({ clientId: ClientId }), output: z.array(Photo) }),
  thumbnails: query({
    permission: 'photos.see',
    input: z.object({ ids: z.array(PhotoId).max(MOST_THUMBNAILS) }),
    output: z.array(z.object({ id: PhotoId, bytes: z.instanceof(Uint8Array) })),
  }),
  /** The whole picture: that it was looked at is in the audit log. */
  picture: query({ permission: 'photos.see', input: z.object({ id: PhotoId }), output: z.instanceof(Uint8Array) }),
  /** Shows the file dialog; the file as it is, for the page to decode. Null when nothing was chosen. */
  choose: job({ permission: 'photos.change', input: z.null(), output: bytes(FILE_BYTES).nullable() }),
  add: command({
    permission: 'photos.change',
    input: z.object({ clientId: ClientId, draft: PhotoDraft, picture: bytes(PICTURE_BYTES), thumbnail: bytes(THUMBNAIL_BYTES) }),
    output: z.object({ id: PhotoId }),
  }),
  /** `began`: what stood there when the change began, refused when that is no more. */
  update: command({
    permission: 'photos.change',
    input: z.object({ id: PhotoId, draft: PhotoDraft, began: PhotoDraft.nullable().default(null) }),
    output: z.null(),
  }),
  /** Makes two photos of one client a before and after; what either was paired with before stands alone again. */
  pair: command({ permission: 'photos.change', input: z.object({ beforeId: PhotoId, afterId: PhotoId }), output: z.null() }),
  /** To the bin, for 30 days. */
  remove: command({ permission: 'photos.change', input: z.object({ id: PhotoId }), output: z.null() }),
  putBack: command({ permission: 'photos.change', input: z.object({ id: PhotoId }), output: z.null() }),
};
