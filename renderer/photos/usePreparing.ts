// From a chosen, dropped or pasted file to a prepared picture; what cannot be taken is said in a sentence.

import { useEffect, useEffectEvent, useState } from 'react';
import { AppError } from '../../shared/errors';
import { FILE_BYTES } from '../../shared/photos/limits';
import { api, asAppError } from '../core/api';
import { showFailure } from '../core/ui/toasts';
import { preparePicture, type Prepared } from './prepare-picture';

export interface Preparing {
  readonly prepared: Prepared | null;
  readonly busy: boolean;
  choose(): Promise<void>;
  forget(): void;
}

export function usePreparing(enabled: boolean): Preparing {
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  const [busy, setBusy] = useState(false);
  async function prepare(read: () => Promise<Uint8Array<ArrayBuffer> | null>): Promise<void> {
    setBusy(true);
    try {
      const file = await read();
      if (file !== null) setPrepared(await preparePicture(file));
    } catch (error) {
      showFailure(asAppError(error));
    } finally {
      setBusy(false);
    }
  }
  const take = (file: Blob) => prepare(() => bytesOf(file));
  const choose = () => prepare(() => api.photos.choose(null));
  const takeFrom = useEffectEvent((event: Event, files: FileList | undefined) => {
    const file = [...(files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!enabled || busy || prepared || !file) return;
    event.preventDefault();
    void take(file);
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => takeFrom(event, event.clipboardData?.files);
    const drop = (event: DragEvent): void => takeFrom(event, event.dataTransfer?.files);
    // Without it nothing is ever dropped.
    const over = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('paste', paste);
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('paste', paste);
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return { prepared, busy, choose, forget: () => setPrepared(null) };
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > FILE_BYTES) throw new AppError('file.too-large', { what: 'file', limit: FILE_BYTES });
  return new Uint8Array(await file.arrayBuffer());
}
