// Reads the file a person has chosen, as it is: it is looked at and decoded in the sandboxed page, never here.

import { readFile, stat } from 'node:fs/promises';
import { AppError, refuse } from '../../shared/errors';
import { FILE_BYTES } from '../../shared/photos/limits';

export async function readChosen(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await stat(path);
    if (size === 0) throw refuse('file.empty');
    if (size > FILE_BYTES) throw new AppError('file.too-large', { what: 'file', limit: FILE_BYTES });
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', {}, { cause: error });
  }
}
