// One XML part of a workbook, read piece by piece: its text is never in memory as a whole.

import { XmlReader, type XmlEvents } from './xml';
import type { Zip } from './zip';

const NOTHING: XmlEvents = { open: () => {}, close: () => {}, text: () => {} };

export function readPart(zip: Zip, path: string, events: Partial<XmlEvents>): boolean {
  const reader = new XmlReader({ ...NOTHING, ...events });
  const found = zip.unpack(path, (piece) => reader.write(piece));
  if (found) reader.end();
  return found;
}
