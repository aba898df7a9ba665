// Finds out how the text of a CSV file is encoded: by its mark, else strictly UTF-8, else strictly GB18030. Never by statistics that call one the other.

import { refuse } from '../../../shared/errors';
import { isUtf16 } from './sniff';
import type { Table } from './table';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Table['encoding'];
}

/** `chosen` is what the person said; then only that is tried. */
export function decodeText(bytes: Uint8Array, chosen: 'utf-8' | 'gb18030' | null): DecodedText {
  if (isUtf16(bytes)) return { text: new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes), encoding: 'utf-16' };
  const utf8 = chosen === 'gb18030' ? null : strictly('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, encoding: hasMark(bytes) ? 'utf-8-bom' : 'utf-8' };
  const chinese = chosen === 'utf-8' ? null : strictly('gb18030', bytes);
  if (chinese !== null && (chosen === 'gb18030' || looksChinese(bytes))) return { text: chinese, encoding: 'gb18030' };
  throw refuse('file.encoding-unknown');
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // not this encoding: that is the answer, the next one is tried
    return null;
  }
}

/**
 * In Chinese text nearly every pair of bytes stands in the rows of common characters. In Western text read as GB18030 by
 * mistake an accented letter is followed by a plain one: Núñez would silently become another name.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    at += 1;
    const trail = bytes[at] ?? 0;
    pairs += 1;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7))) common += 1;
  }
  return common * 2 >= pairs;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
