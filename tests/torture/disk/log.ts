// Reads what the shim wrote down: every operation on the watched files, and what the process said, in their order.

import { readFileSync } from 'node:fs';

export type DiskStep =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'flush'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'said'; readonly text: string };

export function readDiskLog(file: string): DiskStep[] {
  const bytes = readFileSync(file);
  const steps: DiskStep[] = [];
  for (let place = 0; place < bytes.length;) {
    const kind = String.fromCharCode(bytes.readUInt8(place));
    const pathEnd = place + HEAD_BYTES + bytes.readUInt16LE(place + 1);
    const end = pathEnd + bytes.readUInt32LE(place + 3);
    const at = Number(bytes.readBigInt64LE(place + 7));
    steps.push(stepOf(kind, bytes.toString('utf8', place + HEAD_BYTES, pathEnd), at, bytes.subarray(pathEnd, end)));
    place = end;
  }
  return steps;
}

const HEAD_BYTES = 15;

function stepOf(kind: string, path: string, at: number, data: Buffer): DiskStep {
  switch (kind) {
    case 'W':
      return { kind: 'write', path, at, data };
    case 'T':
      return { kind: 'truncate', path, size: at };
    case 'C':
      return { kind: 'create', path };
    case 'D':
      return { kind: 'folder', path };
    case 'U':
      return { kind: 'unlink', path };
    case 'S':
      return { kind: 'flush', path };
    case 'R':
      return { kind: 'rename', path, to: data.toString('utf8') };
    case 'A':
      return { kind: 'said', text: data.toString('utf8') };
    default:
      throw new Error(`no such step: ${kind}`);
  }
}
