// Tells by its first bytes what a file really is, whatever its name says, and refuses by name what cannot be read.

import { AppError, refuse } from '../../../shared/errors';

export type FileFormat = 'xlsx' | 'csv';

const SIGNATURES: readonly (readonly [looksLike: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
  ['program', [0x4d, 0x5a, 0x90]],
];

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function sniff(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) throw refuse('file.empty');
  if (startsWith(bytes, ZIP)) return 'xlsx';
  if (startsWith(bytes, OLE)) throw refuse(holdsUtf16(bytes, 'EncryptedPackage') ? 'file.encrypted' : 'file.xls-legacy');
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (known) throw notAWorkbook(known[0]);
  const start = startOfText(bytes);
  if (/^\s*(?:<!doctype html|<html|<head|<body|<table|<meta)/iu.test(start)) throw notAWorkbook('html');
  if (/^\s*<\?xml/iu.test(start)) throw notAWorkbook('xml');
  if (/^\s*BEGIN:VCARD/iu.test(start)) throw notAWorkbook('vcard');
  if (!isUtf16(bytes) && bytes.subarray(0, 8192).includes(0)) throw notAWorkbook(null);
  return 'csv';
}

export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

export function notAWorkbook(looksLike: string | null): AppError {
  return new AppError('file.not-a-workbook', { looksLike });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function startOfText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 1024));
}

/** OLE containers name their streams in UTF-16: a protected workbook has one called EncryptedPackage. */
function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}
