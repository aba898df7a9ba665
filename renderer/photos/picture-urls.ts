// Pictures as addresses an image can show: in memory only, and given back as soon as nobody looks any more.

import { useEffect, useState } from 'react';
import type { AppError } from '../../shared/errors';
import { api, asAppError } from '../core/api';
import { useQuery } from '../core/data';

/** Null until it is there. */
export function useThumbnail(id: string): string | null {
  const { data } = useQuery('photos.thumbnails', { ids: [id] });
  return useAddress(data?.[0]?.bytes ?? null);
}

export interface ShownPicture {
  readonly address: string | null;
  readonly error: AppError | null;
}

/** Asked for once each time it is opened, because every look is in the audit log; never kept in the cache. */
export function usePicture(id: string): ShownPicture {
  const [shown, setShown] = useState<{
    readonly id: string;
    readonly bytes: Uint8Array<ArrayBuffer> | null;
    readonly error: AppError | null;
  }>();
  useEffect(() => {
    let left = false;
    const show = (bytes: Uint8Array<ArrayBuffer> | null, error: AppError | null) => {
      if (!left) setShown({ id, bytes, error });
    };
    api.photos.picture({ id }).then(
      (bytes) => show(bytes, null),
      (error: unknown) => show(null, asAppError(error)),
    );
    return () => {
      left = true;
    };
  }, [id]);
  const own = shown?.id === id ? shown : undefined;
  return { address: useAddress(own?.bytes ?? null), error: own?.error ?? null };
}

export function useAddress(bytes: Uint8Array<ArrayBuffer> | null): string | null {
  const [made, setMade] = useState<{ readonly of: Uint8Array; readonly address: string } | null>(null);
  useEffect(() => {
    if (bytes === null) return undefined;
    const address = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
    // oxlint-disable-next-line react/set-state-in-effect -- an address must be given back, so it is made where that is done
    setMade({ of: bytes, address });
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  return made !== null && made.of === bytes ? made.address : null;
}
