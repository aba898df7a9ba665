// Which photo one would compare with this one: its other half, else one of the same day, else the nearest earlier or later.

import { daysBetween } from '../../shared/core/date';
import type { Photo } from '../../shared/photos/contract';

export interface PhotoPair {
  readonly beforeId: string;
  readonly afterId: string;
}

/** Null when there is no other photo. */
export function proposedPair(photos: readonly Photo[], photo: Photo): PhotoPair | null {
  const others = photos.filter(({ id, kind }) => id !== photo.id && (photo.kind === 'portrait' || kind !== 'portrait'));
  const distance = (other: Photo): number => {
    if (other.id === photo.pairedWith) return -1;
    const opposite = (photo.kind === 'before' && other.kind === 'after') || (photo.kind === 'after' && other.kind === 'before');
    return Math.abs(daysBetween(other.takenOn, photo.takenOn)) * 2 + (opposite ? 0 : 1);
  };
  const [nearest] = others.toSorted((a, b) => distance(a) - distance(b));
  if (!nearest) return null;
  const first = isFirst(photo, nearest);
  return first ? { beforeId: photo.id, afterId: nearest.id } : { beforeId: nearest.id, afterId: photo.id };
}

function isFirst(photo: Photo, other: Photo): boolean {
  if (photo.kind !== other.kind && (photo.kind === 'before' || other.kind === 'after')) return true;
  if (photo.kind !== other.kind && (photo.kind === 'after' || other.kind === 'before')) return false;
  return photo.takenOn === other.takenOn ? photo.at < other.at : photo.takenOn < other.takenOn;
}
